import type { Point } from '../../../data/model/point.ts'
import type { Passage } from '../../../data/model/document.ts'
import { readRecord } from '../../../data/store/records.ts'
import { insertLooks, isHeldInRound, readOpenLooks } from '../../../data/store/review.ts'
import { readPassages, readStandingRecords, type LookRecords } from '../../../data/store/review-records.ts'
import {
  readBlindRecords,
  readDisagreements,
  settleDisagreement,
  type Disagreement,
} from '../../../data/store/review-rounds.ts'
import { readSomeVerbatims } from '../../../data/store/review-texts.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { addRecords, retractAll } from './finish-looks.ts'
import { placeByChance } from './order-queue.ts'
import type { ReviewScope } from './review-scope.ts'
import { newLooks } from './take-points.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'

/** One of the two, without a name: which is first is by chance. */
export interface Side {
  readonly side: 'first' | 'second'
  readonly outcome: string
  readonly relation: string
  readonly records: LookRecords
}
export interface ShownDisagreement {
  readonly scope: ReviewScope
  readonly disagreement: Disagreement
  readonly point: Point
  readonly verbatim: string
  readonly sides: readonly Side[]
  readonly passages: ReadonlyMap<string, Passage>
  readonly leftCount: number
}

const isThird = ({ firstBy, secondBy }: Disagreement, by: string): boolean => firstBy !== by && secondBy !== by

const sidesOf = async (deps: Deps, row: Disagreement): Promise<readonly Side[]> => {
  const { reader } = deps.store
  const sides: readonly Side[] = [
    {
      side: 'first',
      outcome: row.firstOutcome,
      relation: row.firstRelation,
      records: await readStandingRecords(reader, [row.pointId]),
    },
    {
      side: 'second',
      outcome: row.secondOutcome,
      relation: row.secondRelation,
      records: await readBlindRecords(reader, [row.pointId], 'second'),
    },
  ]
  return placeByChance(row.id, 'order') < '8' ? sides : [...sides].reverse()
}

/** The oldest difference that this person, being neither of the two, can settle; null = none. */
export const showDisagreement = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
): Promise<ShownDisagreement | null> => {
  const permit = await authorise(deps, actor, 'disagreement.settle', scope.consultation.id)
  const { reader } = deps.store
  const open = (await readDisagreements(reader, scope.consultation.id)).filter(
    row => row.settledAt === null && isThird(row, permit.by),
  )
  const [disagreement] = open
  if (disagreement === undefined) return null
  const point = await readRecord(reader, 'point', disagreement.pointId)
  if (point === null) return null
  const sides = await sidesOf(deps, disagreement)
  const ids = sides.flatMap(({ records }) => [
    ...records.links.map(link => link.passageId),
    ...records.judgements.flatMap(({ passageId }) => passageId ?? []),
  ])
  return {
    scope,
    disagreement,
    point,
    verbatim: (await readSomeVerbatims(reader, 'point', [point.id])).get(point.id) ?? '',
    sides,
    passages: new Map((await readPassages(reader, [...new Set(ids)])).map(passage => [passage.id, passage])),
    leftCount: open.length,
  }
}

export type Settlement = 'first' | 'second' | 'anew' | 'cannot-tell'

const seconded = (write: ReviewWrite, { links, searches, judgements }: LookRecords): LookRecords => {
  const basis = 'double-checked' as const
  const { by } = write.permit
  const on = write.deps.clock.today()
  const shared = () => ({ id: write.deps.newId(), basis, by, on })
  return {
    links: links.map(link => ({ ...link, ...shared() })),
    searches: searches.map(search => ({ ...search, ...shared() })),
    judgements: judgements.map(judgement => ({ ...judgement, ...shared() })),
  }
}

const settleFor = async (write: ReviewWrite, row: Disagreement, as: 'first' | 'second'): Promise<void> => {
  const first = await readStandingRecords(write.tx, [row.pointId])
  const second = await readBlindRecords(write.tx, [row.pointId], 'second')
  if (as === 'second') {
    await retractAll(write, first, 'Two people differed; a third agreed with the other.')
    await addRecords(write, second)
  }
  await addRecords(write, seconded(write, as === 'first' ? first : second))
}

const settleAsUnclear = (write: ReviewWrite, row: Disagreement): Promise<void> =>
  write.add('judgement', [
    {
      id: write.deps.newId(),
      consultationId: write.consultationId,
      pointId: row.pointId,
      kind: 'cannot-tell',
      reason: 'coders-disagree',
      passageId: null,
      statute: null,
      dueOn: null,
      ofPointId: null,
      basis: 'double-checked',
      by: write.permit.by,
      on: write.deps.clock.today(),
      note: null,
      retractedById: null,
    },
  ])

const beginAnew = async (write: ReviewWrite, row: Disagreement): Promise<void> => {
  if ((await readOpenLooks(write.tx, write.consultationId, write.permit.by)).length > 0)
    throw new AppError('conflict', 'Another point lies open on your desk. Finish it, or skip it, first.')
  if (await isHeldInRound(write.tx, [row.pointId], 'third'))
    throw new AppError('conflict', 'Somebody is judging this anew.')
  await insertLooks(
    write.tx,
    newLooks(write, [row.pointId], { round: 'third', groupId: write.deps.newId(), queue: 'voices' }),
  )
}

/** A third person decides: for one of the two, anew, or that it cannot be told. Gives the point to judge, if anew. */
export const settleReview = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly disagreementId: string; readonly as: Settlement },
): Promise<{ readonly number: number | null }> =>
  writeReview(deps, actor, { action: 'disagreement.settle', consultationId: scope.consultation.id }, async write => {
    const row = (await readDisagreements(write.tx, write.consultationId)).find(({ id }) => id === given.disagreementId)
    if (row === undefined) throw new AppError('not-found', 'There is no such disagreement.')
    if (!isThird(row, write.permit.by))
      throw new AppError('forbidden', 'You are one of the two. A third person settles it.')
    if (row.settledAt !== null) throw new AppError('conflict', 'Somebody has settled this already.')
    if (given.as === 'anew') {
      await beginAnew(write, row)
      return { number: (await readRecord(write.tx, 'point', row.pointId))?.number ?? null }
    }
    await (given.as === 'cannot-tell' ? settleAsUnclear(write, row) : settleFor(write, row, given.as))
    const settled = { settledAt: deps.clock.now(), settledBy: write.permit.by, settledAs: given.as }
    await settleDisagreement(write.tx, row.id, settled)
    write.keep('disagreement', [row.id])
    return { number: null }
  })
