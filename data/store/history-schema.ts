export interface LogEntryRow {
  /** Place in the log, from 0 without a gap. */
  entryIndex: number
  recordKind: string | null
  recordId: string | null
  /** Canonical JSON; all of it is ASCII. */
  body: string
  /** Hexadecimal, like every hash and salt here. */
  leafHash: string
}

export interface LogOpeningRow {
  entryIndex: number
  recordKind: string
  salt: string
}

/** A passage of a document, or a link of a run, as it was when it was logged. */
export interface LogMemberRow {
  entryIndex: number
  position: number
  recordId: string
  memberHash: string
}

export interface LogCheckpointRow {
  treeSize: number
  note: string
  signedAt: string
}

export interface LogCosignatureRow {
  treeSize: number
  line: string
  addedAt: string
}

export interface HistoryTables {
  logEntries: LogEntryRow
  logOpenings: LogOpeningRow
  logMembers: LogMemberRow
  logCheckpoints: LogCheckpointRow
  logCosignatures: LogCosignatureRow
}
