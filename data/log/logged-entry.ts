import { asEntry, entryBody, type LogEntry } from './log-entry.ts'
import { leafHash, type Hash } from './merkle-hash.ts'
import { sealRecord } from './seal.ts'
import type { SealedKind } from './sealed-record.ts'

/** When and by whom. */
export interface LogOccasion {
  /** UTC, 2026-03-04T10:15:00.000Z. */
  readonly at: string
  /** Random id of the person; null = the program, or a command on the machine. */
  readonly byId: string | null
}

/** How a seal is opened: stored beside the log, deleted when the record is erased. */
export interface SealOpening {
  readonly recordKind: SealedKind
  readonly recordId: string
  readonly salt: Uint8Array
}

/** What the store keeps in the transaction of the record itself. */
export interface LoggedEntry {
  readonly entry: LogEntry
  readonly body: Uint8Array
  readonly leafHash: Hash
  readonly openings: readonly SealOpening[]
  /** Hashes under `membersRoot`, in order: they let `said verify` name the member that differs. */
  readonly memberHashes: readonly Hash[]
}

/** An entry without a seal (role-changed, key-changed, removal-made, heartbeat …), or the last step of every other. */
export const logEntry = (
  value: object,
  openings: readonly SealOpening[] = [],
  memberHashes: readonly Hash[] = [],
): LoggedEntry => {
  const entry = asEntry({ v: 1, ...value })
  const body = entryBody(entry)
  return { entry, body, leafHash: leafHash(body), openings, memberHashes }
}

/** Entry and opening of one sealed record. `salt` is 32 fresh random bytes, which the caller draws. */
export const logSealed = (
  sealed: { readonly recordKind: SealedKind; readonly record: { readonly id: string }; readonly salt: Uint8Array },
  rest: object,
  memberHashes: readonly Hash[] = [],
): LoggedEntry => {
  const { recordKind, record, salt } = sealed
  const recordId = record.id
  const seal = sealRecord(salt, recordKind, record)
  return logEntry({ ...rest, recordKind, recordId, seal }, [{ recordKind, recordId, salt }], memberHashes)
}
