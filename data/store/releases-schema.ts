import type { RemovalReason } from '../log/entry-kinds.ts'

export interface ConsultationMarkRow {
  id: string
  consultationId: string
  mark: 'draft' | 'withdrawn'
  setAt: string
  setBy: string
  endedAt: string | null
  endedBy: string | null
}
export interface ReplyLinkRow {
  id: string
  consultationId: string
  /** null = the whole consultation. */
  pointId: string | null
  codeSha256: string
  madeAt: string
  madeBy: string
  expiresAt: string
  endedAt: string | null
}
export interface WindowChangeRow {
  id: string
  consultationId: string
  replyId: string
  oldDueOn: string
  newDueOn: string
  reason: string
  by: string
  at: string
}
export interface SubmissionRow {
  id: string
  scope: 'dispute' | 'reply-link'
  subject: string
  at: string
}
export interface DisputeLetterRow {
  id: string
  consultationId: string
  pointId: string
  party: 'body' | 'contributor' | 'other'
  text: string
  claimedOutcome: string | null
  /** What the records showed when it came: the old value of a correction. */
  outcomeThen: string
  receivedAt: string
  by: string
  state: 'held' | 'published' | 'refused'
  decidedAt: string | null
  decidedBy: string | null
  refusal: string | null
  disputeId: string | null
}
export interface RemovalRow {
  id: string
  consultationId: string
  kind: 'consultation' | 'point-text'
  pointId: string | null
  reason: RemovalReason
  words: string
  askedBy: string
  askedAt: string
  agreedBy: string | null
  agreedAt: string | null
  droppedBy: string | null
  droppedAt: string | null
}
export interface ReleaseArchiveRow {
  releaseId: string
  consultationId: string
  methodVersion: string
  /** JSON of the records that the release was made from, compressed with gzip. */
  records: Uint8Array
}
export interface SelfCheckRow {
  id: string
  consultationId: string
  openedAt: string
  openedBy: string
  /** When the body said that it may be published. */
  readyAt: string | null
  readyBy: string | null
  endedAt: string | null
  endedBy: string | null
}

export interface ReleaseTables {
  consultationMarks: ConsultationMarkRow
  replyLinks: ReplyLinkRow
  windowChanges: WindowChangeRow
  submissions: SubmissionRow
  disputeLetters: DisputeLetterRow
  removals: RemovalRow
  releaseArchives: ReleaseArchiveRow
  selfChecks: SelfCheckRow
}
