import type { Problem } from '../model/problem.ts'
import type { ImportSource } from './decoded-record.ts'
import { detectDialect } from './detect-dialect.ts'
import { decodeHead, detectEncoding, openAsUtf8, readBytes } from './detect-encoding.ts'
import { emptyFile, noRows } from './file-problems.ts'
import { foldName } from './header-names.ts'
import { fileProblem } from './problem-codes.ts'
import { readCsv, type CsvRow } from './read-csv.ts'
import { sniffMarkup } from './sniff-content.ts'
import { fitsWidth, isDataRow, tableShape, widthProblem, type TableShape } from './table-shape.ts'

/** A file on the user's own machine may be larger than an upload; a string of this size is still whole in memory. */
const OWN_FILE_BYTES_MAX = 4 * 1024 ** 3

export interface TableColumns {
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

export interface TableRow {
  /** Row in the file, the header being 1. */
  readonly row: number
  /** Cells of the named columns that the file has, verbatim. */
  readonly cells: Readonly<Record<string, string>>
}

export interface ReadTable {
  readonly rows: readonly TableRow[]
  /** Rows that could not be read, each with its number; none is dropped unsaid. */
  readonly unread: readonly Problem[]
}

const missingColumn = (file: string, name: string, header: readonly string[]): Problem =>
  fileProblem(
    'REQUIRED_COLUMN_MISSING',
    `${file} has no column "${name}". Found: ${header.join(', ')}. Name a column "${name}" in the first row.`,
    { file, column: name },
  )

const damageText = (file: string, row: CsvRow): Problem =>
  fileProblem(
    row.damage ?? 'COLUMN_COUNT',
    `${file}, row ${row.row}: the quotes of this line do not close as they should. Put text with quotes or line breaks in double quotes.`,
    { file, row: row.row, line: row.line },
  )

const openTable = async (source: ImportSource) => {
  const file = source.name
  const read = await readBytes(source, OWN_FILE_BYTES_MAX)
  if ('problem' in read) return { problems: [read.problem] }
  const { encoding, problems } = detectEncoding(read, file)
  const grave = problems.filter(({ severity }) => severity !== 'warn')
  if (encoding === null || grave.length > 0) return { problems: grave }
  const head = decodeHead(read.head, encoding)
  if (head.trim() === '') return { problems: [emptyFile(file)] }
  const markup = sniffMarkup(head, file)
  return markup === null ? { encoding, head } : { problems: [markup] }
}

/** Reads the named columns of a CSV file, told by its first row. Null-prototype cells: a header may be called anything. */
export const readTable = async (
  source: ImportSource,
  columns: TableColumns,
): Promise<ReadTable | { readonly problems: readonly Problem[] }> => {
  const opened = await openTable(source)
  if ('problems' in opened && opened.problems !== undefined) return { problems: opened.problems }
  const isKnown = (cells: readonly string[]): boolean => {
    const names = new Set(cells.map(foldName))
    return columns.required.every(name => names.has(foldName(name)))
  }
  const dialect = detectDialect(opened.head, isKnown)
  const rows: TableRow[] = []
  const unread: Problem[] = []
  let shape: TableShape | null = null
  let places: readonly (readonly [string, number])[] = []
  for await (const batch of readCsv(openAsUtf8(source, opened.encoding), dialect))
    for (const row of batch) {
      if (shape === null) {
        if (row.kind !== 'cells') continue
        const header: TableShape = tableShape(row.cells, row.row)
        const folded = row.cells.map(foldName)
        const missing = columns.required.filter(name => !folded.includes(foldName(name)))
        if (missing.length > 0) return { problems: missing.map(name => missingColumn(source.name, name, row.cells)) }
        shape = header
        places = [...columns.required, ...columns.optional]
          .map(name => [name, folded.indexOf(foldName(name))] as const)
          .filter(([, place]) => place >= 0)
      } else if (isDataRow(row, shape)) {
        if (row.kind === 'damaged') unread.push(damageText(source.name, row))
        else if (!fitsWidth(row.cells, shape)) unread.push(widthProblem(row, shape))
        else rows.push({ row: row.row, cells: pick(row.cells, places) })
      }
    }
  return shape === null || rows.length + unread.length === 0 ? { problems: [noRows(source.name)] } : { rows, unread }
}

const pick = (
  cells: readonly string[],
  places: readonly (readonly [string, number])[],
): Readonly<Record<string, string>> => {
  const picked: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, place] of places) picked[name] = cells[place] ?? ''
  return picked
}
