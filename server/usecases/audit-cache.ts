import type { Audit } from '../../analysis/finding.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'

export interface AuditedConsultation {
  readonly record: ConsultationRecord
  readonly audit: Audit
  /** Changes when, and only when, the records or the day they are read as at change: good for an ETag. */
  readonly revision: string
}

/** Audits already made, one per consultation. A write to the consultation, or a new day, makes them stale; nothing else. */
export class AuditCache {
  readonly #entries = new Map<string, Promise<AuditedConsultation>>()

  /** The audit under this revision, made once even when many ask at the same time. */
  get(
    consultationId: string,
    revision: string,
    make: () => Promise<AuditedConsultation>,
  ): Promise<AuditedConsultation> {
    const key = `${consultationId}@${revision}`
    const known = this.#entries.get(key)
    if (known !== undefined) return known
    for (const stale of this.#entries.keys()) if (stale.startsWith(`${consultationId}@`)) this.#entries.delete(stale)
    const made = make()
    this.#entries.set(key, made)
    made.catch(() => this.#entries.delete(key))
    return made
  }
}
