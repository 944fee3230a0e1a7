import type { Reply } from '../../../data/model/right-of-reply.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { readRecords } from '../../../data/store/records.ts'
import { insertReplyLink } from '../../../data/store/reply-links.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { minutesFrom } from '../people/instants.ts'
import { hashOfCode, makeCode } from '../people/one-time-code.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview, type ReviewWrite } from '../review/write-review.ts'
import { WINDOW_WORKING_DAYS } from './reply-rules.ts'
import { addWorkingDays } from './working-days.ts'
import { freeRef } from '../free-ref.ts'

/** Late replies are printed too, so the link outlives the window. */
const LINK_DAYS = 180
const DAY_MINUTES = 24 * 60

export interface ReplyLinkIssued {
  readonly code: string
  /** Where it is used, with the code in it. */
  readonly link: string
  readonly expiresAt: string
  readonly dueOn: string
  readonly number: number | null
}

/** A request that waits: asked since the newest release, and not answered. */
export const openRequest = (
  replies: readonly Reply[],
  pointId: string | null,
  newestReleaseOn: string | null,
): Reply | null => {
  const own = replies.filter(reply => reply.pointId === pointId)
  const isAnswered = (asked: Reply): boolean =>
    own.some(({ state, repliedOn }) => state !== 'asked' && (repliedOn ?? '') >= (asked.askedOn ?? ''))
  return (
    own.findLast(
      reply => reply.state === 'asked' && (reply.askedOn ?? '') > (newestReleaseOn ?? '') && !isAnswered(reply),
    ) ?? null
  )
}

export const newestReleaseOn = async (tx: Connection, consultationId: string): Promise<string | null> =>
  (await readRecords(tx, 'release', consultationId))
    .map(({ publishedAt }) => publishedAt.slice(0, 10))
    .sort()
    .at(-1) ?? null

/**
 * The record that says when the body was asked, and until when it has time; one that waits already is kept. On the day of a release a
 * link is for late replies to it: the window of the next begins with a later day, since records bear days and not hours.
 */
const ensureRequest = async (write: ReviewWrite, pointId: string | null): Promise<Reply> => {
  const { tx, consultationId, deps } = write
  const replies = await readRecords(tx, 'reply', consultationId)
  const releasedOn = await newestReleaseOn(tx, consultationId)
  const waiting = openRequest(replies, pointId, releasedOn)
  if (waiting !== null) return waiting
  const askedOn = deps.clock.today()
  const last = replies.findLast(reply => reply.pointId === pointId && reply.state === 'asked')
  if (releasedOn === askedOn && last !== undefined) return last
  const days = releasedOn === null ? WINDOW_WORKING_DAYS.first : WINDOW_WORKING_DAYS.update
  const asked: Reply = {
    id: deps.newId(),
    ref: freeRef('reply', replies),
    consultationId,
    pointId,
    state: 'asked',
    askedOn,
    dueOn: addWorkingDays(askedOn, days),
    repliedOn: null,
    text: null,
  }
  await write.add('reply', [asked])
  return asked
}

/** Sends the findings to the body: begins the window, and makes a link. A link made before, to the same thing, ends. */
export const askForReply = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  number: number | null,
): Promise<ReplyLinkIssued> =>
  writeReview(deps, actor, { action: 'reply.invite', consultationId: consultation.id }, async write => {
    const point = number === null ? null : await findByNumber(write.tx, 'point', consultation.id, number)
    if (number !== null && point === null) throw new AppError('refused', `There is no point ${number}.`)
    const asked = await ensureRequest(write, point?.id ?? null)
    const code = makeCode()
    const madeAt = deps.clock.now()
    const expiresAt = minutesFrom(madeAt, LINK_DAYS * DAY_MINUTES)
    const changed = await insertReplyLink(write.tx, {
      id: deps.newId(),
      consultationId: consultation.id,
      pointId: point?.id ?? null,
      codeSha256: hashOfCode(code),
      madeAt,
      madeBy: write.permit.by,
      expiresAt,
    })
    write.keep('reply-link', changed)
    const link = `${deps.config.baseUrl}/desk/reply-link/${code}`
    return { code, link, expiresAt, dueOn: asked.dueOn ?? asked.askedOn ?? deps.clock.today(), number }
  })
