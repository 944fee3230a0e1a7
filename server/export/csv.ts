import type { Cell, Table } from './table.ts'

const byteOrderMark = '\uFEFF'
// A spreadsheet would run a cell that begins so: =, +, -, @, tab, CR, LF, NUL and the full-width signs. One that already
// has apostrophes there gets one more, so that taking exactly one off always gives the text back.
const formulaStart = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** One cell: text that could be a formula gets a leading apostrophe, our own numbers do not (README of the data page). */
export const csvCell = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const safe = formulaStart.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** RFC 4180 with a byte order mark. As-at day, version, licence and nature stand in every row: a row cut out still says them. */
export function* csvLines({ about, columns, rows }: Table): Generator<string> {
  const tail = [about.asAt, about.version, about.methodVersion, about.licence, about.isFictional ? 'fictional' : 'real']
  yield byteOrderMark + csvLine([...columns, 'as_at', 'version', 'method_version', 'licence', 'nature'])
  for (const row of rows) yield csvLine([...row, ...tail])
}
