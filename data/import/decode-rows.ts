import type { ImportedRow, RowProblem } from './decoded-record.ts'
import { applyMapping } from './apply-mapping.ts'
import type { ApplyContext, TableRow } from './read-field.ts'
import { hasControlCharacter } from './check-row-text.ts'
import type { MappingPlan } from './column-mapping.ts'
import { hashRow } from './hash-row.ts'
import { rowProblem, setAsideRow } from './judge-row.ts'
import { BATCH_ROWS, CELL_CHARS_MAX } from './limits.ts'
import type { CsvRow } from './read-csv.ts'
import { fitsWidth, isDataRow, repeatsHeader, widthProblem, type TableShape } from './table-shape.ts'

/** Every data row of a table, once, in order: records, or why not. */
export async function* decodeRows(
  rows: AsyncIterable<readonly CsvRow[]>,
  shape: TableShape,
  plan: MappingPlan,
  context: ApplyContext,
): AsyncGenerator<readonly ImportedRow[]> {
  const held = new Map<string, string>()
  let ordinal = 0
  let batch: ImportedRow[] = []
  for await (const window of rows) {
    for (const row of window) {
      if (!isDataRow(row, shape)) continue
      ordinal += 1
      batch.push(decodeRow(row, ordinal, shape, plan, context, held))
      if (batch.length < BATCH_ROWS) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const decodeRow = (
  row: CsvRow,
  ordinal: number,
  shape: TableShape,
  plan: MappingPlan,
  context: ApplyContext,
  held: Map<string, string>,
): ImportedRow => {
  const rowSha256 = hashRow(row.kind === 'damaged' ? [row.raw] : row.cells)
  const table: TableRow = { ...row, rowSha256, ordinal }
  const fault = rowFault(row, shape)
  if (fault !== null) return setAsideRow(table, row.raw, [fault])
  const read = applyMapping(plan, table, context)
  if ('problems' in read) {
    const reason = read.reason ?? (isFooter(row.cells) ? 'footer' : undefined)
    return setAsideRow(table, row.raw, read.problems, ...(reason === undefined ? [] : [reason]))
  }
  if (read.records.length === 0) return setAsideRow(table, row.raw, [nothingInRow(row)])
  const ref = ownRef(read.records[0]?.ref, plan)
  const earlier = ref === null ? undefined : held.get(ref)
  const at = { row: row.row, line: row.line, rowSha256, raw: row.raw }
  if (ref !== null && earlier === rowSha256) return { outcome: 'duplicate', ...at, ref }
  if (ref !== null && earlier !== undefined) return setAsideRow(table, row.raw, [repeatedRef(row, ref, plan)])
  if (ref !== null) held.set(ref, rowSha256)
  return { outcome: 'accepted', ...at, records: read.records }
}

/** A ref that stood in the file; one made from the row is never repeated. */
const ownRef = (ref: string | null | undefined, plan: MappingPlan): string | null => {
  const field = plan.records[0]?.fields.find(({ name }) => name === 'ref')
  return ref === undefined || field?.value.from !== 'column' ? null : ref
}

const repeatedRef = (row: CsvRow, ref: string, plan: MappingPlan): RowProblem => {
  const field = plan.records[0]?.fields.find(({ name }) => name === 'ref')
  const column = field?.value.from === 'column' ? field.value.column : null
  return rowProblem('DUPLICATE_REF', row, column, {
    found: `"${ref}" again, with other cells`,
    expected: 'each reference once',
    whatToDo: 'Give the row a reference of its own, or say which of the two is right.',
  })
}

/** Every record of the mapping has a condition, and none holds: an update without a state. */
const nothingInRow = (row: CsvRow): RowProblem =>
  rowProblem('EMPTY_ROW', row, null, {
    found: 'nothing that the mapping makes a record of',
    expected: 'a row with the columns it reads filled',
    whatToDo: 'The row is set aside as empty.',
  })

const isFooter = (cells: readonly string[]): boolean => /^(?:grand )?(?:sub)?totals?\b/i.test((cells[0] ?? '').trim())

const DAMAGE_MESSAGES = {
  INVALID_OPENING_QUOTE: [
    'a double quote inside a cell that does not begin with one',
    'quotes around the whole cell, and those in it written twice',
  ],
  INVALID_CLOSING_QUOTE: ['text after the double quote that ends a cell', 'the delimiter, or the quote written twice'],
  QUOTE_NOT_CLOSED: ['a double quote that opens and never closes', 'a closing quote'],
} as const

/** What is wrong with a row before any cell of it is read. */
const rowFault = (row: CsvRow, shape: TableShape): RowProblem | null => {
  if (row.damage !== null) {
    const [found, expected] = DAMAGE_MESSAGES[row.damage]
    return rowProblem(row.damage, row, null, {
      found,
      expected,
      whatToDo: 'The line is shown as it stands; correct it and import again.',
    })
  }
  if (repeatsHeader(row.cells, shape)) {
    return rowProblem('HEADER_REPEATED', row, null, {
      found: 'the names of the columns again',
      expected: 'a row of data',
      whatToDo: '',
    })
  }
  if (!fitsWidth(row.cells, shape)) return widthProblem(row, shape)
  if (row.cells.every(cell => cell.trim() === '')) return nothingInRow(row)
  const long = row.cells.findIndex(cell => cell.length > CELL_CHARS_MAX)
  if (long >= 0) {
    return rowProblem('CELL_TOO_LONG', row, shape.names[long] ?? null, {
      found: `${row.cells[long]?.length ?? 0} characters`,
      expected: 'at most 20,000',
      whatToDo: 'Import such a text as a document.',
    })
  }
  if (!hasControlCharacter(row.raw)) return null
  const column = row.cells.findIndex(hasControlCharacter)
  return rowProblem('CONTROL_CHARACTER', row, shape.names[column] ?? null, {
    found: 'a control character (NUL, escape …)',
    expected: 'text',
    whatToDo: 'Take it out and import the file again.',
  })
}
