import { endMark } from '../../../data/store/releases.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'

/**
 * Lets everybody see that these records are being checked, before anything is released: the page says that nobody has checked them, and
 * shows nothing that the desk did. A consultation that was public once is not a draft again.
 */
export const announceConsultation = (deps: Deps, actor: Actor, { consultation }: ReviewScope): Promise<void> =>
  writeReview(deps, actor, { action: 'consultation.announce', consultationId: consultation.id }, async write => {
    const ended = { endedAt: deps.clock.now(), endedBy: write.permit.by }
    write.keep('consultation-mark', await endMark(write.tx, consultation.id, ended))
  })
