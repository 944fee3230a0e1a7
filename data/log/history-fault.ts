import type { SealedKind } from './sealed-record.ts'

/** What a check of the history can find, closed. */
export type HistoryFaultCode =
  /** An entry is missing, or stands twice. */
  | 'entry-gap'
  /** The bytes of an entry do not have the hash stored beside them. */
  | 'entry-changed'
  /** An entry is not what its kind says. */
  | 'entry-unreadable'
  /** A signed checkpoint speaks of more entries than there are. */
  | 'log-shorter-than-signed'
  /** The entries do not lead to the root that was signed. */
  | 'checkpoint-differs'
  /** A stored checkpoint bears no right signature of the log. */
  | 'checkpoint-unreadable'
  /** A stored record is not the one that was sealed. */
  | 'record-changed'
  /** A logged record is no longer stored, and no entry says why. */
  | 'record-missing'
  /** A stored record was never logged. */
  | 'record-unlogged'
  /** The salt of a record is gone or damaged, though no entry erased it. */
  | 'salt-missing'
  /** The members of an entry (passages, suggested links) are not those that were logged. */
  | 'members-changed'
  /** The file of the store contradicts itself: a table and its index, or a page that cannot be read. */
  | 'store-damaged'
  /** An import's index range does not hold the records of that import. */
  | 'import-range-wrong'

/** One thing that is wrong, with the record or entry it concerns. Collected, never thrown. */
export interface HistoryFault {
  readonly code: HistoryFaultCode
  /** Found, expected, where. Holds ids only, never words of a record. */
  readonly message: string
  readonly recordKind: SealedKind | null
  readonly recordId: string | null
  /** Place in the log, from 0. */
  readonly entryIndex: number | null
}

export const historyFault = (
  code: HistoryFaultCode,
  message: string,
  where: Partial<Pick<HistoryFault, 'recordKind' | 'recordId' | 'entryIndex'>> = {},
): HistoryFault => ({ code, message, recordKind: null, recordId: null, entryIndex: null, ...where })
