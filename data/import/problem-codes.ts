import type { Problem } from '../model/problem.ts'

/** Why a row was kept out: the closed list that reports count by. */
export const SET_ASIDE_REASONS = [
  'unreadable-row',
  'wrong-width',
  'empty',
  'cell-too-long',
  'test-or-preview',
  'unfinished',
  'draft-not-submitted',
  'repeated-header',
  'footer',
  'continued-row-without-parent',
  'unknown-parent',
  'unreadable-date',
  'by-person',
] as const
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number]

type Severity = Problem['severity']

/** Every code a file or a row can get, with its weight. A code never means two things. */
export const PROBLEM_SEVERITIES = {
  EMPTY_FILE: 'refuse',
  NO_ROWS: 'refuse',
  FILE_TOO_LARGE: 'refuse',
  NOT_TEXT_XLSX: 'refuse',
  NOT_TEXT: 'refuse',
  LOOKS_LIKE_HTML: 'refuse',
  LOOKS_LIKE_JSON: 'refuse',
  LOOKS_LIKE_XML: 'refuse',
  ENCODING_UNSUPPORTED: 'refuse',
  ENCODING_UNCLEAR: 'refuse',
  MIXED_ENCODING: 'ask',
  DECODED_AS_CP1252: 'warn',
  MOJIBAKE_SUSPECTED: 'warn',
  MIXED_NEWLINES: 'warn',
  BLANK_LINES_SKIPPED: 'warn',
  CONTROL_CHARACTER: 'set-aside',
  QUOTE_NOT_CLOSED: 'refuse',
  INVALID_OPENING_QUOTE: 'set-aside',
  INVALID_CLOSING_QUOTE: 'set-aside',
  CELL_SPANS_MANY_LINES: 'ask',
  BACKSLASH_ESCAPES: 'ask',
  DELIMITER_UNCLEAR: 'ask',
  COLUMN_COUNT: 'set-aside',
  EMPTY_TRAILING_COLUMNS: 'warn',
  UNKNOWN_COLUMNS_IGNORED: 'warn',
  COLUMN_NOT_IN_FILE: 'warn',
  DUPLICATE_HEADER: 'ask',
  BLANK_HEADER: 'ask',
  REQUIRED_COLUMN_MISSING: 'refuse',
  HEADER_LOOKS_LIKE_DATA: 'ask',
  HEADER_REPEATED: 'ask',
  PREAMBLE: 'ask',
  TOO_MANY_COLUMNS: 'refuse',
  TOO_MANY_ROWS: 'ask',
  CELL_TOO_LONG: 'set-aside',
  DUPLICATE_REF: 'set-aside',
  BAD_REF: 'set-aside',
  GENERATED_REFS: 'warn',
  SPREADSHEET_ERROR: 'set-aside',
  BAD_DATE: 'set-aside',
  AMBIGUOUS_DATE: 'ask',
  DATE_ORDER_INFERRED: 'warn',
  DATE_ORDER_US: 'ask',
  TWO_DIGIT_YEAR: 'warn',
  LOCAL_TIME: 'warn',
  EXCEL_SERIAL_DATE: 'ask',
  BIDI_CONTROL: 'warn',
  EXCESS_COMBINING: 'warn',
  LOOKALIKE_CATEGORY: 'warn',
  EMPTY_ROW: 'set-aside',
  EMPTY_TEXT: 'set-aside',
  MISSING_VALUE: 'set-aside',
  BAD_NUMBER: 'set-aside',
  BAD_BOOLEAN: 'set-aside',
  BAD_JSON: 'set-aside',
  UNKNOWN_CHOICE: 'set-aside',
  UNKNOWN_STATE: 'ask',
  UNKNOWN_REFERENCE: 'set-aside',
  UNFINISHED_ROW: 'set-aside',
  PREVIEW_ROW: 'set-aside',
  ORPHAN_CONTINUATION: 'set-aside',
  FORMAT_UNKNOWN: 'ask',
  FORMAT_UNCLEAR: 'ask',
  FREE_TEXT_PROPOSED: 'ask',
  CELLS_JOINED: 'warn',
  FORMAT_NOT_IMPORTED: 'refuse',
  IDENTITY_MAP: 'refuse',
  MAPPING_UNREADABLE: 'refuse',
  MAPPING_INVALID: 'refuse',
  CONSULTATION_MISSING: 'refuse',
  NO_TEXT_FOUND: 'refuse',
  DOCUMENT_UNDESCRIBED: 'refuse',
  ENTRIES_LEFT_OUT: 'warn',
} as const satisfies Record<string, Severity>
export type ProblemCode = keyof typeof PROBLEM_SEVERITIES
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_SEVERITIES, code)

const REASONS: Partial<Record<ProblemCode, SetAsideReason>> = {
  COLUMN_COUNT: 'wrong-width',
  CELL_TOO_LONG: 'cell-too-long',
  EMPTY_ROW: 'empty',
  EMPTY_TEXT: 'empty',
  HEADER_REPEATED: 'repeated-header',
  BAD_DATE: 'unreadable-date',
  UNKNOWN_REFERENCE: 'unknown-parent',
  UNFINISHED_ROW: 'unfinished',
  PREVIEW_ROW: 'test-or-preview',
  ORPHAN_CONTINUATION: 'continued-row-without-parent',
}

/** The class a set-aside row is counted under; whatever could not be read into a record is an unreadable row. */
export const setAsideReason = (code: ProblemCode): SetAsideReason => REASONS[code] ?? 'unreadable-row'

/** A problem about the file as a whole. */
export const fileProblem = (
  code: ProblemCode,
  message: string,
  where: Problem['where'] = {},
  severity: Severity = PROBLEM_SEVERITIES[code],
): Problem => ({ code, message, where, severity })
