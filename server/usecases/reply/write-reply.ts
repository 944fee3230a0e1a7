import type { Reply } from '../../../data/model/right-of-reply.ts'
import { readRecords } from '../../../data/store/records.ts'
import { takeSubmission } from '../../../data/store/reply-links.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { minutesFrom } from '../people/instants.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { freeRef } from '../free-ref.ts'
import { asWritten, countWords, MOST_WORDS } from './reply-rules.ts'

/** R-RATE: replies with one link in an hour. */
const MOST_AN_HOUR = 3
const HOUR_MINUTES = 60

export interface GivenReply {
  /** null = about the whole consultation. */
  readonly number: number | null
  readonly text: string
  /** The body says that it does not comment. */
  readonly isDeclined: boolean
  /** Of the link it came with; null = from an account. */
  readonly linkId: string | null
}
export type ReplyTaken =
  | { readonly status: 'taken' }
  | { readonly status: 'invalid'; readonly problem: string }
  | { readonly status: 'throttled'; readonly retryInMinutes: number }

const invalid = (problem: string): ReplyTaken => ({ status: 'invalid', problem })

/** Words already used, of the most that the body has. */
export const wordsUsed = (replies: readonly Reply[]): number =>
  replies.reduce((sum, { text }) => sum + countWords(text ?? ''), 0)

const problemOf = (text: string, isDeclined: boolean, usedCount: number): string | null => {
  const count = countWords(text)
  if (isDeclined) return count === 0 ? null : 'To decline, leave the reply empty. To reply, do not tick the box.'
  if (count === 0) return 'The reply is empty.'
  if (count > MOST_WORDS.one)
    return `The reply has ${count} words. At most ${MOST_WORDS.one} are printed beside a figure.`
  if (usedCount + count > MOST_WORDS.all)
    return `All replies together would have ${usedCount + count} words. At most ${MOST_WORDS.all}: ${MOST_WORDS.all - usedCount} are left.`
  return null
}

/** The body's words, kept whole and printed whole. Added beside the request; a reply that was given is never changed. */
export const writeReply = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  given: GivenReply,
): Promise<ReplyTaken> =>
  writeReview(deps, actor, { action: 'reply.write', consultationId: consultation.id }, async write => {
    const { tx, consultationId } = write
    const replies = await readRecords(tx, 'reply', consultationId)
    const point = given.number === null ? null : await findByNumber(tx, 'point', consultationId, given.number)
    if (given.number !== null && point === null) return invalid(`There is no point ${given.number}.`)
    const pointId = point?.id ?? null
    const text = asWritten(given.text)
    const problem = problemOf(text, given.isDeclined, wordsUsed(replies))
    if (problem !== null) return invalid(problem)
    if (given.linkId !== null) {
      const submission = { id: deps.newId(), scope: 'reply-link', subject: given.linkId, at: deps.clock.now() } as const
      const limit = { since: minutesFrom(deps.clock.now(), -HOUR_MINUTES), most: MOST_AN_HOUR }
      if (!(await takeSubmission(tx, submission, limit))) return { status: 'throttled', retryInMinutes: HOUR_MINUTES }
    }
    const asked = replies.findLast(reply => reply.pointId === pointId && reply.state === 'asked')
    const reply: Reply = {
      id: deps.newId(),
      ref: freeRef('reply', replies),
      consultationId,
      pointId,
      state: given.isDeclined ? 'declined' : 'replied',
      askedOn: asked?.askedOn ?? null,
      dueOn: asked?.dueOn ?? null,
      repliedOn: deps.clock.today(),
      text: given.isDeclined ? null : text,
    }
    await write.add('reply', [reply])
    return { status: 'taken' }
  })
