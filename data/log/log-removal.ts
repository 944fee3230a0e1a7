import { MOST_IDS, type Subject } from './entry-field.ts'
import type { RemovalReason } from './entry-kinds.ts'
import { logEntry, logSealed, type LoggedEntry, type LogOccasion } from './logged-entry.ts'
import { isKeptDeskKind, type DeskKind } from './sealed-record.ts'

export interface Removal {
  /** `removal-made`: out of public view, still held. `erasure-made`: text and salt deleted for good. */
  readonly kind: 'removal-made' | 'erasure-made'
  readonly consultationId: string | null
  readonly reason: RemovalReason
  /** Two people for a removal. For an erasure: those admins that there are. */
  readonly firstAdminId: string | null
  readonly secondAdminId: string | null
  readonly subjects: readonly Subject[]
}

/** The entries of a removal: one, or several where more records are touched than one holds. */
export const logRemoval = (removal: Removal, occasion: LogOccasion): readonly LoggedEntry[] => {
  const entries: LoggedEntry[] = []
  for (let from = 0; from < removal.subjects.length; from += MOST_IDS)
    entries.push(logEntry({ ...occasion, ...removal, subjects: removal.subjects.slice(from, from + MOST_IDS) }))
  return entries
}

/** Something the desk keeps beside the records. Openly the entry says that it was kept, and nothing of what it is. */
export const logDeskRecord = (
  recordKind: DeskKind,
  { consultationId, record }: { readonly consultationId: string | null; readonly record: { readonly id: string } },
  occasion: LogOccasion,
  salt: Uint8Array,
): LoggedEntry => {
  const head = { ...occasion, consultationId }
  const entry = isKeptDeskKind(recordKind)
    ? { kind: 'desk-recorded' }
    : { kind: 'judgement-recorded', pointId: null, judgementKind: null, basis: null }
  return logSealed({ recordKind, record, salt }, { ...head, ...entry })
}

/** A link, search or judgement taken back, as the store keeps it. */
export interface Retraction {
  readonly id: string
  readonly subjectKind: 'link' | 'search' | 'judgement'
  readonly subjectId: string
  readonly consultationId: string
}

/** The entry of a retraction; what it takes back stays as it was. */
export const logRetraction = (retraction: Retraction, occasion: LogOccasion, salt: Uint8Array): LoggedEntry => {
  const { consultationId, subjectKind, subjectId } = retraction
  return logSealed(
    { recordKind: 'retraction', record: retraction, salt },
    { kind: 'retraction-recorded', ...occasion, consultationId, subjectKind, subjectId },
  )
}
