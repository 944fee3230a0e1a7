import type { Problem } from '../model/problem.ts'
import { ODDITY_MESSAGES } from './check-row-text.ts'
import { CELL_LINES_MAX } from './limits.ts'
import type { ProblemCode } from './problem-codes.ts'

/** The first row in which something was seen, and in how many. */
export interface First {
  readonly row: number
  readonly line: number
  count: number
}

/** A Ctrl-Z at the end of the file only warns; elsewhere a control character sets its row aside. */
export const firstSeverity = (code: ProblemCode): Problem['severity'] | undefined =>
  code === 'CONTROL_CHARACTER' ? 'warn' : undefined

export const firstMessage = (code: ProblemCode, { row, line, count }: First, file: string): string | null => {
  const rows = `Row ${row}${count > 1 ? ` and ${count - 1} more` : ''}`
  switch (code) {
    case 'CONTROL_CHARACTER':
      return `${file} ends in a Ctrl-Z, the end mark of old systems; it was left out.`
    case 'QUOTE_NOT_CLOSED':
      return `Row ${row} (line ${line}): a double quote opens and never closes, so that nothing after it can be trusted. Close it, or write it twice, and import again.`
    case 'TOO_MANY_ROWS':
      return `${file} has more than 100,000 rows. Import it all the same? Answer TOO_MANY_ROWS with yes, or split the file.`
    case 'CELL_SPANS_MANY_LINES':
      return `${rows}: a quoted cell goes over more than ${CELL_LINES_MAX} lines, or its lines look like rows of this file. A quote too many may have swallowed rows. Look at line ${line}; if the text is right, answer CELL_SPANS_MANY_LINES with yes.`
    case 'BACKSLASH_ESCAPES':
      return `${rows}: a quote is written \\" , with a backslash. This is not CSV: quotes in a cell are written twice. Export again with doubled quotes, or answer BACKSLASH_ESCAPES with yes to set these rows aside.`
    case 'INVALID_OPENING_QUOTE':
    case 'INVALID_CLOSING_QUOTE':
      return `${rows}: quotes are not as in CSV; such rows are set aside.`
    case 'CELLS_JOINED':
      return `${rows}: more cells than columns; those too many were joined into the last column, which this export writes without quotes.`
    case 'HEADER_REPEATED':
      return `${rows}: the names of the columns stand here again. Were files joined? Take the row out, or answer HEADER_REPEATED with yes to set it aside.`
    default:
      return `${rows}: ${ODDITY_MESSAGES[code] ?? 'an oddity'}.`
  }
}
