import { readRecords } from '../../../data/store/records.ts'
import { insertWindowChange, writeReplyDueOn } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { newestReleaseOn, openRequest } from './ask-for-reply.ts'

const LEAST_REASON_CHARACTERS = 20

export interface ShorterWindow {
  readonly dueOn: string
  readonly reason: string
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** An editor's decision to give the body less time, with its reason, kept beside the day it had before. */
export const shortenWindow = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  { dueOn, reason }: ShorterWindow,
): Promise<void> =>
  writeReview(deps, actor, { action: 'reply-window.shorten', consultationId: consultation.id }, async write => {
    const { tx, consultationId } = write
    const replies = await readRecords(tx, 'reply', consultationId)
    const asked = openRequest(replies, null, await newestReleaseOn(tx, consultationId))
    if (asked === null || asked.dueOn === null)
      throw new AppError('refused', 'The body has not been asked, or has replied: no window is open.')
    if (!isDay(dueOn) || dueOn >= asked.dueOn || dueOn < deps.clock.today())
      throw new AppError('refused', `Expected a day from today to before ${asked.dueOn}, such as 2026-07-10.`)
    if (reason.trim().length < LEAST_REASON_CHARACTERS)
      throw new AppError('refused', `Say why, in ${LEAST_REASON_CHARACTERS} characters or more. The reason is kept.`)
    const shorter = { ...asked, dueOn }
    const id = deps.newId()
    await writeReplyDueOn(tx, shorter)
    await insertWindowChange(tx, {
      id,
      consultationId,
      replyId: asked.id,
      oldDueOn: asked.dueOn,
      newDueOn: dueOn,
      reason: reason.trim(),
      by: write.permit.by,
      at: deps.clock.now(),
    })
    write.keep('window-change', [id])
    // The history writes a record again when it changes: the newest state of it counts.
    write.events.push({ kind: 'record-added', recordKind: 'reply', record: shorter })
  })
