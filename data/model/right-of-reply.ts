import { choice, date, instant, optional, reference, text, type RecordOf } from './field.ts'

/** The body's right of reply: when it was asked, and its words, printed whole. */
export const replyFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: optional(reference('point', 'The point it answers; empty = the whole consultation.')),
  state: choice(['asked', 'replied', 'declined'] as const, 'declined only if the body said so.'),
  askedOn: optional(date('Day the findings were sent.')),
  dueOn: optional(date('Last day of the window.')),
  repliedOn: optional(date('Day of the reply.')),
  text: optional(text('The reply, whole and unedited.')),
} as const
export type Reply = RecordOf<typeof replyFields> & { readonly id: string }

/** A challenge to one row, with its evidence. While open it counts both ways. */
export const disputeFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The point whose outcome is challenged.'),
  openedOn: date('Day.'),
  party: choice(['body', 'contributor', 'other'] as const, 'Who challenges.'),
  text: text('The challenge.'),
  passageId: optional(reference('passage', 'Evidence offered.')),
  claimedOutcome: optional(text('The outcome the challenger says is right.')),
  state: choice(['open', 'upheld', 'rejected'] as const, 'How it stands.'),
  decidedOn: optional(date('Day it was settled.')),
  decision: optional(text('Why.')),
} as const
export type Dispute = RecordOf<typeof disputeFields> & { readonly id: string }

/** What was changed after publication: old value and new. */
export const correctionFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: optional(reference('point', 'The row changed, if one.')),
  on: date('Day.'),
  subject: text('Which row or figure.'),
  oldValue: text('Before.'),
  newValue: text('After.'),
  reason: text('Why.'),
  releasesAffected: optional(text('Versions that held the old value.')),
} as const
export type Correction = RecordOf<typeof correctionFields> & { readonly id: string }

/** A published state of a consultation. It never changes. */
export const releaseFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  version: text('1.0, 1.1 …'),
  asAt: date('The state of the records on this day.'),
  publishedAt: instant('When it was published.'),
  checksum: text('SHA-256 over the release.'),
  changes: optional(text('What changed since the one before.')),
  isWithdrawn: optional(choice(['yes', 'no'] as const, 'Withdrawn because it held a text that was taken back.')),
} as const
export type Release = RecordOf<typeof releaseFields> & { readonly id: string }

/** What one import read and did. read = accepted + set aside + duplicate. */
export interface ImportManifest {
  readonly id: string
  readonly consultationId: string | null
  readonly recordKind: string
  readonly fileName: string
  readonly fileSha256: string
  readonly mappingName: string
  readonly mappingSha256: string
  readonly importedAt: string
  readonly readCount: number
  readonly acceptedCount: number
  readonly setAsideCount: number
  readonly duplicateCount: number
  /** What this file cannot show, said before the import and kept with it. */
  readonly limits: readonly string[]
}
