import { decideLetter, readLetters } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { disputeFrom, nextDisputeRef } from './open-dispute.ts'

export interface LetterDecision {
  readonly letterId: string
  /** null = let it be read by all; else why not. The letter is kept either way. */
  readonly refusal: string | null
}

/** A person has read what somebody wrote: it becomes a dispute that counts both ways, or stays unseen with the reason on file. */
export const decideHeldLetter = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  { letterId, refusal }: LetterDecision,
): Promise<void> =>
  writeReview(deps, actor, { action: 'dispute.release', consultationId: consultation.id }, async write => {
    const { tx, permit, consultationId } = write
    const letter = (await readLetters(tx, consultationId)).find(({ id }) => id === letterId)
    if (letter === undefined) throw new AppError('not-found', 'There is no such letter.')
    if (refusal?.trim() === '') throw new AppError('refused', 'Say why it is not published. The reason is kept.')
    const dispute = disputeFrom(letter, await nextDisputeRef(tx, consultationId), deps.newId(), deps.clock.today())
    if (refusal === null) await write.add('dispute', [dispute])
    const isDecided = await decideLetter(tx, letterId, {
      state: refusal === null ? 'published' : 'refused',
      decidedAt: deps.clock.now(),
      decidedBy: permit.by,
      refusal: refusal?.trim() ?? null,
      disputeId: refusal === null ? dispute.id : null,
    })
    write.keep('dispute-letter', [letterId])
    if (!isDecided) throw new AppError('conflict', 'Somebody has decided about this letter already.')
  })
