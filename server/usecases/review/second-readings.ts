import type { Point } from '../../../data/model/point.ts'
import { readRecords } from '../../../data/store/records.ts'
import { readReviewSeed } from '../../../data/store/review.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import { insertTextDecision } from '../../../data/store/review-texts.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { insertTextReading, readTextReadings, type TextReading } from '../../../data/store/text-readings.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { placeByChance } from './order-queue.ts'
import type { ReviewScope } from './review-scope.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'
import { sha256Of } from '../sha256-of.ts'

/** Share (0–1) of released texts that a second person reads (security.md 4.5). */
const READ_SHARE = 0.1
/** Share (0–1) of texts read again that may tell who somebody is; more stops releasing. */
const LEAK_SHARE_MAX = 0.02
const HEX_DIGITS = 8
const HEX_RANGE = 16 ** HEX_DIGITS

type Text = Pick<Point, 'id' | 'number' | 'publicText' | 'publicTextKind' | 'approvedBy'>

/** Let out by a person here. What the source had published itself is not ours to have read again. */
const isReleased = ({ publicText, publicTextKind, approvedBy }: Text): boolean =>
  publicText !== null && approvedBy !== null && (publicTextKind === 'redacted' || publicTextKind === 'paraphrase')

/** One in ten, by chance that nobody foresees and that stays the same for the same words. */
const isDrawn = ({ id, publicText }: Text, seed: string): boolean =>
  Number.parseInt(placeByChance(`${seed} reading`, `${id} ${sha256Of(publicText ?? '')}`).slice(0, HEX_DIGITS), 16) <
  READ_SHARE * HEX_RANGE

export interface SecondReadings {
  /** Texts that wait for a second reader, in the order of their numbers. */
  readonly waiting: readonly Text[]
  readonly readCount: number
  readonly leakCount: number
  /** Too many told who somebody is: nothing more is released until a second person has read every text that stands. */
  readonly isStopped: boolean
}

/** Pure: which texts wait, and whether releasing has to stop. */
export const judgeReadings = (
  points: readonly Text[],
  readings: readonly Pick<TextReading, 'pointId' | 'textSha256' | 'found'>[],
  seed: string,
): SecondReadings => {
  const read = new Set(readings.map(({ pointId, textSha256 }) => `${pointId} ${textSha256}`))
  const unread = points.filter(
    point => isReleased(point) && !read.has(`${point.id} ${sha256Of(point.publicText ?? '')}`),
  )
  const leakCount = readings.filter(({ found }) => found === 'leak').length
  const isOver = readings.length > 0 && leakCount / readings.length > LEAK_SHARE_MAX
  const waiting = (isOver ? unread : unread.filter(point => isDrawn(point, seed))).toSorted(
    (a, b) => a.number - b.number,
  )
  return { waiting, readCount: readings.length, leakCount, isStopped: isOver && unread.length > 0 }
}

export const readSecondReadings = async (connection: Connection, consultationId: string): Promise<SecondReadings> =>
  judgeReadings(
    await readRecords(connection, 'point', consultationId),
    await readTextReadings(connection, consultationId),
    await readReviewSeed(connection, consultationId),
  )

/** Refuses to release one more text while too many of those read again told who somebody is. */
export const refuseWhileStopped = async (connection: Connection, consultationId: string): Promise<void> => {
  const { isStopped, leakCount, readCount } = await readSecondReadings(connection, consultationId)
  if (isStopped)
    throw new AppError(
      'refused',
      `Releasing has stopped: of ${readCount} texts read again, ${leakCount} told who somebody is. A second person must read every released text first.`,
    )
}

export interface ShownReading extends SecondReadings {
  readonly scope: ReviewScope
  /** The next for this person, who did not release it; null = none. */
  readonly next: { readonly number: number; readonly text: string; readonly sha256: string } | null
}

/** One released text, as a stranger reads it: without its original, and without who released it. */
export const showReading = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ShownReading> => {
  const { by } = await authorise(deps, actor, 'text.release', scope.consultation.id)
  const readings = await readSecondReadings(deps.store.reader, scope.consultation.id)
  const own = readings.waiting.find(({ approvedBy }) => approvedBy !== by)
  const text = own?.publicText ?? ''
  return { ...readings, scope, next: own === undefined ? null : { number: own.number, text, sha256: sha256Of(text) } }
}

const takeBack = async (write: ReviewWrite, point: Point): Promise<void> => {
  const { deps, permit, consultationId } = write
  const withheld = { publicText: null, publicTextKind: 'withheld', approvedBy: permit.by } as const
  await write.decideText({ ...point, ...withheld, approvedOn: deps.clock.today() })
  const decision = { id: deps.newId(), consultationId, pointId: point.id, by: permit.by, at: deps.clock.now() }
  await insertTextDecision(write.tx, { ...decision, decision: 'withheld', textSha256: null, draft: null })
  write.keep('text-decision', [decision.id])
}

/** What the second person found. A text that tells who somebody is comes down at once. */
export const recordReading = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  given: {
    readonly number: number
    readonly sha256: string
    readonly found: 'nothing' | 'leak'
    readonly note: string
  },
): Promise<void> =>
  writeReview(deps, actor, { action: 'text.release', consultationId: consultation.id }, async write => {
    const point = await findByNumber(write.tx, 'point', consultation.id, given.number)
    if (point === null || !isReleased(point) || sha256Of(point.publicText ?? '') !== given.sha256)
      throw new AppError('conflict', 'This text was changed meanwhile.')
    if (point.approvedBy === write.permit.by)
      throw new AppError('forbidden', 'You released this text. Somebody else reads it again.')
    const isNew = await insertTextReading(write.tx, {
      id: deps.newId(),
      consultationId: consultation.id,
      pointId: point.id,
      textSha256: given.sha256,
      found: given.found,
      note: given.note.trim().slice(0, 500),
      by: write.permit.by,
      at: deps.clock.now(),
    })
    if (!isNew) throw new AppError('conflict', 'Somebody has read this text again already.')
    if (given.found === 'leak') await takeBack(write, point)
  })
