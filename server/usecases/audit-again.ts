import { auditConsultation } from '../../analysis/audit.ts'
import type { Audit } from '../../analysis/finding.ts'
import type { AuditedConsultation } from './audit-cache.ts'

/** What only an editor asks for: draws from another seed, and the experimental index. */
export interface AuditExtras {
  readonly seed: number | null
  readonly withIndex: boolean
}

/** The same records as at the same day, with what pages do not ask for. */
export const auditAgain = ({ record, audit }: AuditedConsultation, { seed, withIndex }: AuditExtras): Audit =>
  seed === null && !withIndex
    ? audit
    : auditConsultation(record, { asOf: audit.asOf, withIndex, ...(seed === null ? {} : { seed }) })
