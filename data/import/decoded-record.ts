import type { ColumnMapping } from '../model/column-mapping.ts'
import type { Problem } from '../model/problem.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import type { SetAsideReason } from './problem-codes.ts'

/**
 * One record read from a file, not yet known to the store. `values` has every field of the kind under its field name;
 * references hold the ref of the other record (a passage: 'documentref#label'), lists of references hold refs. Fields that may be empty are null.
 */
export interface DecodedRecord {
  readonly kind: RecordKind
  /** The record's own ref; null for kinds that have none (links, searches …). */
  readonly ref: string | null
  readonly values: Readonly<Record<string, unknown>>
  /** File row it was read from, from 1 (header = 1 where it is the first row); null for what a mapping or a whole file states. */
  readonly row: number | null
  /** SHA-256 over the cells of that row, verbatim; over the file for a document. */
  readonly rowSha256: string
  /** A statement of the source that need not resolve (a list of addresses): if a reference is not held, leave this record out and say so. */
  readonly mayBeUnresolved?: boolean
}

interface RowRead {
  readonly row: number
  /** First text line of the row, from 1. */
  readonly line: number
  readonly rowSha256: string
  /** The row as it stood. Restricted: it may hold personal data. */
  readonly raw: string
}

/** A row that became records. The first record is the row's own; the others were derived from it and refer to it. */
export interface AcceptedRow extends RowRead {
  readonly outcome: 'accepted'
  readonly records: readonly DecodedRecord[]
}

/** A row kept out, with its words. The first problem decides the reason; all are said. */
export interface SetAsideRow extends RowRead {
  readonly outcome: 'set-aside'
  readonly reason: SetAsideReason
  /** `raw` is cut at 2,000 characters for display. */
  readonly problems: readonly RowProblem[]
}

/** A row that repeats, cell for cell, one already read or held. */
export interface DuplicateRow extends RowRead {
  readonly outcome: 'duplicate'
  readonly ref: string | null
}

export type ImportedRow = AcceptedRow | SetAsideRow | DuplicateRow

/** A problem of a row, with its parts apart, so that a page can lay them out. `where.row` and `where.line` are set. */
export interface RowProblem extends Problem {
  readonly found: string
  readonly expected: string
  readonly whatToDo: string
}

/** A file that can be opened more than once: it is read three times, a piece at a time, and never held whole. */
export interface ImportSource {
  /** Name as the person gave it; used in messages and as a hint of the format. */
  readonly name: string
  readonly open: () => AsyncIterable<Uint8Array>
}

export interface ImportOptions {
  /** Calendar date of the import, ISO 8601: dates more than a year later are refused. */
  readonly today: string
  /** A mapping already decoded; else the format is recognised from the header. */
  readonly mapping?: ColumnMapping
  /** Which kind each row is, when the columns do not tell. */
  readonly recordKind?: RecordKind
  /** Consultation (its ref) for files whose rows do not name one. */
  readonly consultation?: string
  /** Codes of questions that a person has answered with yes, for this file. */
  readonly answered?: readonly string[]
}

/** What was found out about a file before its first row was read. */
export interface FileDescription {
  readonly fileName: string
  readonly fileSha256: string
  readonly fileBytes: number
  /** Format recognised, and why; null when a mapping was given. */
  readonly format: { readonly id: string; readonly name: string; readonly because: string } | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly headerRow: number | null
  /** What each row is. */
  readonly recordKind: RecordKind | null
  readonly mapping: ColumnMapping | null
  readonly mappingSha256: string | null
  readonly columnsStored: readonly string[]
  readonly columnsNotStored: readonly { readonly name: string; readonly why: string }[]
  /** What this file cannot show, in sentences. */
  readonly limits: readonly string[]
  /** Refusals, questions and warnings about the file as a whole. */
  readonly problems: readonly Problem[]
}

/** `refused`: nothing can be imported. `asks`: a person must answer first. Both say so in `problems`. */
export interface StoppedImport extends FileDescription {
  readonly status: 'refused' | 'asks'
}

export interface ReadyImport extends FileDescription {
  readonly status: 'ready'
  readonly recordKind: RecordKind
  readonly mapping: ColumnMapping
  readonly mappingSha256: string
  /** Rows counted while the file was surveyed; the rows given out must add up to it. */
  readonly readCount: number
  /** Records that the mapping or the file as a whole states: body, consultation, document … in order of dependence. */
  readonly given: readonly DecodedRecord[]
  /** Every row read, once, in order, in batches. Reads the file anew each time it is called. */
  readonly rows: () => AsyncIterable<readonly ImportedRow[]>
}

export type PreparedImport = StoppedImport | ReadyImport
