import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit } from '../../../analysis/finding.ts'
import { isConfirmed } from '../../../data/model/basis.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Correction, Dispute } from '../../../data/model/right-of-reply.ts'
import { readConsultationRecord } from '../../../data/store/consultation-records.ts'
import { readLetters, writeSettlement } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview, type ReviewWrite } from '../review/write-review.ts'
import { asWritten, countWords } from './reply-rules.ts'
import { freeRef } from '../free-ref.ts'

export interface Settlement {
  readonly disputeRef: string
  readonly isUpheld: boolean
  /** Why; printed beside the dispute's own words. */
  readonly decision: string
  /** Result that was wrong; asked for only where nobody noted it when the dispute came in. "" = not said. */
  readonly oldOutcome: string
}

/** Everybody whose judgement of this point is or was on record: none of them settles a dispute about it. */
export const coderCodes = (
  { links, searches, judgements, codings, points }: ConsultationRecord,
  pointId: string,
): ReadonlySet<string> => {
  const ref = points.find(({ id }) => id === pointId)?.ref
  const judged = [...links, ...searches, ...judgements].filter(
    record => record.pointId === pointId && isConfirmed(record.basis),
  )
  return new Set([
    ...judged.flatMap(({ by }) => by ?? []),
    ...codings.filter(({ unit }) => unit === ref).map(({ coder }) => coder),
  ])
}

const outcomeOf = (audit: Audit, pointId: string): string =>
  audit.points.find(finding => finding.pointId === pointId)?.outcome ?? 'unchecked'

const releasesWith = ({ releases }: ConsultationRecord): string | null =>
  releases
    .filter(({ isWithdrawn }) => isWithdrawn !== 'yes')
    .map(({ version }) => version)
    .join(', ') || null

const correctionOf = (
  write: ReviewWrite,
  record: ConsultationRecord,
  dispute: Dispute,
  values: { readonly old: string; readonly now: string },
): Correction => {
  const number = record.points.find(({ id }) => id === dispute.pointId)?.number ?? 0
  return {
    id: write.deps.newId(),
    ref: freeRef('correction', record.corrections),
    consultationId: dispute.consultationId,
    pointId: dispute.pointId,
    on: write.deps.clock.today(),
    subject: `Point ${number}`,
    oldValue: values.old,
    newValue: values.now,
    reason: dispute.decision ?? '',
    releasesAffected: releasesWith(record),
  }
}

const mayNotSettle = (): AppError =>
  new AppError('forbidden', 'You judged this point, or wrote the dispute. Somebody else settles it.')

/**
 * Settles a dispute. Its own words stay, and the decision is added. Upheld: the result must have changed on the records by now, and a
 * correction says what it was and what it is; nobody types in a result.
 */
export const settleDispute = (
  deps: Deps,
  actor: Actor,
  { body, consultation }: ReviewScope,
  given: Settlement,
): Promise<void> =>
  writeReview(deps, actor, { action: 'dispute.settle', consultationId: consultation.id }, async write => {
    const record = await readConsultationRecord(write.tx, body, consultation)
    const dispute = record.disputes.find(({ ref }) => ref === given.disputeRef)
    if (dispute === undefined) throw new AppError('not-found', 'There is no such dispute.')
    const letter = (await readLetters(write.tx, write.consultationId)).find(one => one.disputeId === dispute.id)
    if (coderCodes(record, dispute.pointId).has(write.permit.by) || letter?.by === write.permit.by) throw mayNotSettle()
    if (countWords(given.decision) === 0)
      throw new AppError('refused', 'Say why. The decision is printed beside the dispute.')
    const settled: Dispute = {
      ...dispute,
      state: given.isUpheld ? 'upheld' : 'rejected',
      decidedOn: deps.clock.today(),
      decision: asWritten(given.decision),
    }
    if (!(await writeSettlement(write.tx, settled)))
      throw new AppError('conflict', 'Somebody has settled this dispute already.')
    // The history writes a record again when it changes: the newest state of it counts.
    write.events.push({ kind: 'record-added', recordKind: 'dispute', record: settled })
    if (!given.isUpheld) return
    const asOf = consultation.recordsUpTo ?? deps.clock.today()
    const now = outcomeOf(auditConsultation(record, { asOf }), dispute.pointId)
    const old = letter?.outcomeThen ?? given.oldOutcome
    if (old === '' || old === now)
      throw new AppError(
        'refused',
        `The result of this point is still "${now}". Change the records on the review desk first, then settle the dispute as upheld.`,
      )
    await write.add('correction', [correctionOf(write, record, settled, { old, now })])
  })
