import { readRecords } from '../../../data/store/records.ts'
import { insertLooks, readHeldPointIds, writeLooksOfPoints } from '../../../data/store/review.ts'
import { readCheckedPointIds } from '../../../data/store/review-records.ts'
import { readSomeVerbatims } from '../../../data/store/review-texts.ts'
import type { Connection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { openGroup, type DeskGroup } from './desk-group.ts'
import { ideaKeys } from './order-queue.ts'
import type { ReviewScope } from './review-scope.ts'
import { newLooks, waitingSecond } from './take-points.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'
import { sha256Of } from '../sha256-of.ts'

/** Wordings on one page: what a person can read before they judge. The others of the idea come after. */
export const MOST_WORDINGS = 150

/** One wording, and the points that were made in just these words. */
export interface Wording {
  /** Name of its box in the form. */
  readonly key: string
  readonly text: string
  readonly pointIds: readonly string[]
  readonly isOnDesk: boolean
}
export interface SharedIdea {
  readonly group: DeskGroup
  readonly title: string | null
  readonly isCampaign: boolean
  readonly wordings: readonly Wording[]
  /** Points with wordings that did not fit on the page. */
  readonly laterCount: number
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
const keyOf = (fold: string): string => `w-${sha256Of(fold).slice(0, 12)}`

/** Points of the same idea that can be judged with the group: nobody has them, nobody has checked them. */
const freeIds = async (
  connection: Connection,
  scope: ReviewScope,
  group: DeskGroup,
  second: readonly string[],
): Promise<readonly string[]> => {
  const { id } = scope.consultation
  const points = await readRecords(connection, 'point', id)
  const keys = ideaKeys(points, await readRecords(connection, 'idea', id))
  const ideaKey = keys.get(group.pointIds[0] ?? '')
  const siblings = points.filter(point => keys.get(point.id) === ideaKey).sort((a, b) => a.number - b.number)
  const onDesk = new Set(group.pointIds)
  if (group.round === 'third') return group.pointIds
  const held = await readHeldPointIds(connection, id, group.round)
  const checked = group.round === 'first' ? await readCheckedPointIds(connection, id) : new Set<string>()
  const drawn = new Set(second)
  const isFree = (pointId: string): boolean =>
    !held.has(pointId) && !checked.has(pointId) && (group.round === 'first' || drawn.has(pointId))
  return siblings.map(point => point.id).filter(pointId => onDesk.has(pointId) || isFree(pointId))
}

const wordingsOf = async (
  connection: Connection,
  group: DeskGroup,
  ids: readonly string[],
): Promise<readonly Wording[]> => {
  const texts = await readSomeVerbatims(connection, 'point', ids)
  const onDesk = new Set(group.pointIds)
  const byFold = new Map<string, { text: string; pointIds: string[] }>()
  for (const id of ids) {
    const text = texts.get(id) ?? ''
    const known = byFold.get(folded(text))
    if (known === undefined) byFold.set(folded(text), { text, pointIds: [id] })
    else known.pointIds.push(id)
  }
  return [...byFold].map(([fold, wording]) => ({
    key: keyOf(fold),
    ...wording,
    isOnDesk: wording.pointIds.some(id => onDesk.has(id)),
  }))
}

/** The wordings that fit on the page: those on the desk first, then the most used. */
const ordered = (wordings: readonly Wording[]): readonly Wording[] =>
  [...wordings].sort((a, b) => Number(b.isOnDesk) - Number(a.isOnDesk) || b.pointIds.length - a.pointIds.length)

/** Every distinct wording of the idea, before one judgement is given to all of it. */
export const showTogether = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  groupId: string,
): Promise<SharedIdea> => {
  const permit = await authorise(deps, actor, 'point.judge', scope.consultation.id)
  const group = await openGroup(deps.store.reader, groupId, permit.by)
  const second =
    group.round === 'second'
      ? await writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, write =>
          waitingSecond(write, scope),
        )
      : []
  const ids = await freeIds(deps.store.reader, scope, group, second)
  const wordings = ordered(await wordingsOf(deps.store.reader, group, ids))
  const idea = await ideaOf(deps.store.reader, scope, group)
  return {
    group,
    title: idea?.title ?? null,
    isCampaign: idea?.isCampaign === true,
    wordings: wordings.slice(0, MOST_WORDINGS),
    laterCount: wordings.slice(MOST_WORDINGS).reduce((count, { pointIds }) => count + pointIds.length, 0),
  }
}

const ideaOf = async (connection: Connection, scope: ReviewScope, group: DeskGroup) => {
  const points = await readRecords(connection, 'point', scope.consultation.id)
  const ideas = await readRecords(connection, 'idea', scope.consultation.id)
  const key = ideaKeys(points, ideas).get(group.pointIds[0] ?? '')
  return ideas.find(({ id }) => id === key) ?? null
}

const changeDesk = async (
  write: ReviewWrite,
  scope: ReviewScope,
  group: DeskGroup,
  chosen: ReadonlySet<string>,
): Promise<void> => {
  const second = group.round === 'second' ? await waitingSecond(write, scope) : []
  const free = await freeIds(write.tx, scope, group, second)
  const wordings = ordered(await wordingsOf(write.tx, group, free)).slice(0, MOST_WORDINGS)
  const ids = wordings.filter(({ key }) => chosen.has(key)).flatMap(({ pointIds }) => pointIds)
  if (ids.length === 0) throw new AppError('refused', 'No wording is ticked. Tick at least one, or go back.')
  const [onDesk, wanted] = [new Set(group.pointIds), new Set(ids)]
  const { round, queue } = group
  await insertLooks(
    write.tx,
    newLooks(
      write,
      ids.filter(id => !onDesk.has(id)),
      { round, queue, groupId: group.id },
    ),
  )
  const left = group.looks.filter(({ pointId }) => !wanted.has(pointId)).map(({ id }) => id)
  await writeLooksOfPoints(write.tx, left, 'released')
}

/** Puts the points with the ticked wordings on the desk together; those left out go back to the queue. */
export const judgeTogether = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly groupId: string; readonly wordings: readonly string[] },
): Promise<number> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const group = await openGroup(write.tx, given.groupId, write.permit.by)
    if (group.actions.length > 0)
      throw new AppError(
        'conflict',
        'Something is recorded here already. Undo it first: one judgement is for all of them.',
      )
    await changeDesk(write, scope, group, new Set(given.wordings))
    const after = await openGroup(write.tx, given.groupId, write.permit.by)
    const points = await readRecords(write.tx, 'point', write.consultationId)
    const first = points.find(({ id }) => id === after.pointIds[0])
    return first?.number ?? 0
  })
