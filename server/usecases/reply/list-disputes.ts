import { isAllowed } from '../../../data/model/access.ts'
import type { Dispute } from '../../../data/model/right-of-reply.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { readLetters, type DisputeLetter } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { indexAudit, type AuditIndex, type PointRow } from '../audit-index.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { readAudit } from '../read-audit.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { DISPUTE_WORKING_DAYS } from './reply-rules.ts'
import { coderCodes } from './settle-dispute.ts'
import { addWorkingDays } from './working-days.ts'

export interface HeldLetter {
  readonly letter: DisputeLetter
  readonly row: PointRow
  /** Last day on which it should be read. */
  readonly readBy: string
  readonly isLate: boolean
}
export interface ListedDispute {
  readonly dispute: Dispute
  readonly row: PointRow
  readonly settleBy: string
  readonly isLate: boolean
  /** Whether the one who looks coded the point, or wrote the dispute: then another person settles it. */
  readonly isOwn: boolean
  /** Result when it came in, where that is known. */
  readonly outcomeThen: string | null
}
export interface DisputeDesk {
  readonly scope: ReviewScope
  readonly index: AuditIndex
  readonly held: readonly HeldLetter[]
  readonly disputes: readonly ListedDispute[]
  readonly can: { readonly release: boolean; readonly settle: boolean }
}

/** Letters that nobody has read yet, disputes that are open, and those that were settled. */
export const listDisputes = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<DisputeDesk> => {
  const { id } = scope.consultation
  const { reader } = deps.store
  const { roles, by } = await authorise(deps, actor, 'dispute.release', id)
  const state = (await readConsultationState(reader, id)) ?? 'draft'
  const index = indexAudit(await readAudit(deps, { body: scope.body.ref, consultation: scope.consultation.ref }))
  const today = deps.clock.today()
  const letters = await readLetters(reader, id)
  const letterOf = new Map(letters.map(letter => [letter.disputeId, letter]))
  const held = letters.flatMap(letter => {
    const row = index.rowByPointId.get(letter.pointId)
    const readBy = addWorkingDays(letter.receivedAt.slice(0, 10), DISPUTE_WORKING_DAYS.read)
    return letter.state !== 'held' || row === undefined ? [] : [{ letter, row, readBy, isLate: readBy < today }]
  })
  const disputes = index.record.disputes.flatMap(dispute => {
    const row = index.rowByPointId.get(dispute.pointId)
    if (row === undefined) return []
    const settleBy = addWorkingDays(dispute.openedOn, DISPUTE_WORKING_DAYS.settle)
    const isLate = dispute.state === 'open' && settleBy < today
    const isOwn = coderCodes(index.record, dispute.pointId).has(by) || letterOf.get(dispute.id)?.by === by
    return [{ dispute, row, settleBy, isLate, isOwn, outcomeThen: letterOf.get(dispute.id)?.outcomeThen ?? null }]
  })
  const can = {
    release: isAllowed('dispute.release', roles, state),
    settle: isAllowed('dispute.settle', roles, state),
  }
  return { scope, index, held, disputes, can }
}
