import { readRecords } from '../../../data/store/records.ts'
import type { Round } from '../../../data/store/review-schema.ts'
import {
  ensureReviewSeed,
  insertLooks,
  readActionsOfGroup,
  readHeldPointIds,
  readLooks,
  readLooksOfGroup,
  readOpenLooks,
  writeLooks,
  type Look,
} from '../../../data/store/review.ts'
import { readCheckedPointIds } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { minutesFrom } from '../people/instants.ts'
import type { Actor } from '../people/session.ts'
import { readAudit } from '../read-audit.ts'
import { chooseSecondLooks } from './choose-second-looks.ts'
import { ideaKeys, orderQueue, type QueueName } from './order-queue.ts'
import type { ReviewScope } from './review-scope.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'

/** A point that lies on a desk untouched goes back to the queue after this time; one with work on it, to whoever asks after a day. */
const IDLE_MINUTES = 30
const IDLE_WITH_WORK_MINUTES = 24 * 60

export interface TakenPoint {
  readonly number: number | null
  /** Others of its idea wait too: all can be judged together. */
  readonly isShared?: boolean
}

export const newLooks = (
  write: ReviewWrite,
  pointIds: readonly string[],
  given: Pick<Look, 'round' | 'groupId' | 'queue'>,
): readonly Look[] => {
  const now = write.deps.clock.now()
  return pointIds.map(pointId => ({
    id: write.deps.newId(),
    consultationId: write.consultationId,
    pointId,
    by: write.permit.by,
    state: 'open',
    openedAt: now,
    touchedAt: now,
    ...given,
  }))
}

/** Open groups of other people, with the time at which they were last touched. */
const othersOnDesks = async (write: ReviewWrite): Promise<readonly Look[]> => {
  const open = (await readLooks(write.tx, write.consultationId)).filter(
    ({ state, by }) => state === 'open' && by !== write.permit.by,
  )
  return [...new Map(open.map(look => [look.groupId, look])).values()]
}

/** Gives back what others left lying; a first look they had begun goes on under its next holder, a blind one waits for its own. */
const releaseIdle = async (write: ReviewWrite): Promise<readonly string[]> => {
  const now = write.deps.clock.now()
  const begun: string[] = []
  for (const { groupId, touchedAt, round } of await othersOnDesks(write)) {
    const hasWork = (await readActionsOfGroup(write.tx, groupId)).length > 0
    if (touchedAt > minutesFrom(now, -(hasWork ? IDLE_WITH_WORK_MINUTES : IDLE_MINUTES))) continue
    if (!hasWork) await writeLooks(write.tx, groupId, ['open'], { state: 'released' })
    else if (round === 'first') begun.push(groupId)
  }
  return begun
}

const skippedBy = async (write: ReviewWrite, round: Round): Promise<ReadonlySet<string>> =>
  new Set(
    (await readLooks(write.tx, write.consultationId))
      .filter(look => look.by === write.permit.by && look.round === round && look.state === 'skipped')
      .map(({ pointId }) => pointId),
  )

/** Chance that was drawn is in the history: whoever drew again until it suited would be seen. */
const seedOf = async (write: ReviewWrite): Promise<string> => {
  const { seed, isNew } = await ensureReviewSeed(write.tx, write.consultationId)
  if (isNew) write.keep('review-seed', [write.consultationId])
  return seed
}

/** Ids of points waiting for a first look, in the order of the queue; those this person skipped come last. */
const waitingFirst = async (write: ReviewWrite, queue: QueueName): Promise<readonly string[]> => {
  const points = await readRecords(write.tx, 'point', write.consultationId)
  const keys = ideaKeys(points, await readRecords(write.tx, 'idea', write.consultationId))
  const held = await readHeldPointIds(write.tx, write.consultationId, 'first')
  const checked = await readCheckedPointIds(write.tx, write.consultationId)
  const skipped = await skippedBy(write, 'first')
  const seed = await seedOf(write)
  const waiting = points.filter(({ id }) => !held.has(id) && !checked.has(id))
  const ordered = orderQueue(waiting, keys, queue, seed).map(({ id }) => id)
  return [...ordered.filter(id => !skipped.has(id)), ...ordered.filter(id => skipped.has(id))]
}

/** Ids of points drawn for a second look by somebody else than this person. */
export const waitingSecond = async (write: ReviewWrite, scope: ReviewScope): Promise<readonly string[]> => {
  const { audit } = await readAudit(write.deps, { body: scope.body.ref, consultation: scope.consultation.ref })
  const drawn = chooseSecondLooks(audit, await seedOf(write))
  const twice = new Set(audit.points.filter(({ isCheckedTwice }) => isCheckedTwice).map(({ pointId }) => pointId))
  const held = await readHeldPointIds(write.tx, write.consultationId, 'second')
  const own = new Set(
    (await readLooks(write.tx, write.consultationId))
      .filter(({ by, state }) => by === write.permit.by && state !== 'released')
      .map(({ pointId }) => pointId),
  )
  return drawn.filter(id => !twice.has(id) && !held.has(id) && !own.has(id))
}

const numberOf = async (write: ReviewWrite, pointId: string): Promise<number> => {
  const point = (await readRecords(write.tx, 'point', write.consultationId)).find(({ id }) => id === pointId)
  return point?.number ?? 0
}

const take = async (
  write: ReviewWrite,
  pointIds: readonly string[],
  round: Round,
  queue: QueueName,
): Promise<TakenPoint> => {
  const [first] = pointIds
  if (first === undefined) return { number: null }
  await insertLooks(write.tx, newLooks(write, [first], { round, groupId: write.deps.newId(), queue }))
  const points = await readRecords(write.tx, 'point', write.consultationId)
  const keys = ideaKeys(points, await readRecords(write.tx, 'idea', write.consultationId))
  const isShared = pointIds.some(id => id !== first && keys.get(id) === keys.get(first))
  return { number: points.find(({ id }) => id === first)?.number ?? null, isShared }
}

const takeOver = async (write: ReviewWrite, groupId: string): Promise<TakenPoint> => {
  await writeLooks(write.tx, groupId, ['open'], { by: write.permit.by, touchedAt: write.deps.clock.now() })
  const [first] = await readLooksOfGroup(write.tx, groupId)
  return { number: first === undefined ? null : await numberOf(write, first.pointId) }
}

/** The next point for this person: what lies open on their desk, else what another left for a day, else the first of the queue. */
export const takeNext = (deps: Deps, actor: Actor, scope: ReviewScope, queue: QueueName): Promise<TakenPoint> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const [open] = await readOpenLooks(write.tx, write.consultationId, write.permit.by)
    if (open !== undefined) return { number: await numberOf(write, open.pointId) }
    const [begun] = await releaseIdle(write)
    if (begun !== undefined && queue !== 'second') return takeOver(write, begun)
    return queue === 'second'
      ? take(write, await waitingSecond(write, scope), 'second', queue)
      : take(write, await waitingFirst(write, queue), 'first', queue)
  })

/** Takes one point by its number, if nobody has it. What lies open on the desk without work goes back first. */
export const takePoint = (deps: Deps, actor: Actor, scope: ReviewScope, number: number): Promise<TakenPoint> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const point = (await readRecords(write.tx, 'point', write.consultationId)).find(known => known.number === number)
    if (point === undefined) throw new AppError('not-found', `There is no point ${number}.`)
    const open = await readOpenLooks(write.tx, write.consultationId, write.permit.by)
    if (open.some(({ pointId }) => pointId === point.id)) return { number }
    await releaseIdle(write)
    const waiting = await waitingFirst(write, 'voices')
    if (!waiting.includes(point.id))
      throw new AppError('conflict', 'Somebody has this point, or it is checked already.')
    for (const { groupId } of open)
      if ((await readActionsOfGroup(write.tx, groupId)).length > 0)
        throw new AppError('conflict', 'Another point is half done on your desk. Finish it, or skip it, first.')
    for (const { groupId } of open) await writeLooks(write.tx, groupId, ['open'], { state: 'released' })
    return take(write, [point.id], 'first', 'voices')
  })
