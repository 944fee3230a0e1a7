import { columnName } from '../model/field.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import { isSpreadsheetError } from './check-row-text.ts'
import type { ColumnSource, FieldPlan, ValuePlan } from './column-mapping.ts'
import type { RowProblem } from './decoded-record.ts'
import { stripHtml } from './documents/html-text.ts'
import { rowProblem } from './judge-row.ts'
import { isEmptyCell } from './row-condition.ts'
import { readValue, shown, type DateForm, type ValueContext, type ValueRead } from './read-value.ts'

/** A row of a table, as it stood. */
export interface TableRow {
  readonly row: number
  readonly line: number
  readonly cells: readonly string[]
  readonly raw: string
  readonly startOffset: number
  readonly rowSha256: string
  /** Place among the rows that were read, from 1. */
  readonly ordinal: number
}

export interface ApplyContext {
  readonly today: string
  readonly emptyValues: ReadonlySet<string>
  /** Order or form of the dates of each column, once settled. */
  readonly dateForms: ReadonlyMap<number, DateForm>
  readonly formulaGuard: boolean
}

const isEmpty = (cell: string, context: ApplyContext): boolean => isEmptyCell(cell, context.emptyValues)

type FieldRead = { readonly value: unknown } | { readonly problem: RowProblem }

/** Plan of a field + row → its value, or what is wrong with the cell. */
export const readField = (
  field: FieldPlan,
  row: TableRow,
  refs: ReadonlyMap<RecordKind, string>,
  context: ApplyContext,
): FieldRead => {
  const { value } = field
  switch (value.from) {
    case 'constant':
      return { value: value.value }
    case 'same-row':
      return { value: sameRowRef(refs.get(value.kind), value.suffix) }
    case 'row':
      return { value: placeValue(value.what, row) }
    case 'columns':
      return readJoined(field, value, row, context)
    case 'column':
      return readColumn(field, value.source, value.index, row, context)
  }
}

const sameRowRef = (ref: string | undefined, suffix: string): string | null =>
  ref === undefined ? null : `${ref}${suffix}`

const placeValue = (what: Extract<ValuePlan, { from: 'row' }>['what'], row: TableRow): unknown => {
  switch (what) {
    case 'ref':
      return `row-${row.row}-${row.rowSha256.slice(0, 8)}`
    case 'ordinal':
      return row.ordinal
    case 'startOffset':
      return row.startOffset
    case 'endOffset':
      return row.startOffset + row.raw.length
  }
}

const readJoined = (
  field: FieldPlan,
  plan: Extract<ValuePlan, { from: 'columns' }>,
  row: TableRow,
  context: ApplyContext,
): FieldRead => {
  const parts = plan.indexes
    .map(index => row.cells[index] ?? '')
    .filter(cell => !isEmpty(cell, context))
    .map(cell => unguarded(cell, context))
    .map(cell => (plan.isStripped ? stripHtml(cell) : cell))
    .filter(part => part !== '')
  if (parts.length === 0) return emptyField(field, plan.column, row)
  return finish(plan.column, row, readValue(field.of, field.name, parts.join(plan.joinedBy), plainContext(context)))
}

const plainContext = (context: ApplyContext): ValueContext => ({
  today: context.today,
  dates: 'day-first',
  separator: ' | ',
})

/** Takes off exactly one ' that our own export put before what a spreadsheet would run. */
const GUARDED = /^'+[=+\-@\t\r\n\0＝＋－＠]/
const unguarded = (cell: string, context: ApplyContext): string =>
  context.formulaGuard && GUARDED.test(cell) ? cell.slice(1) : cell

const readColumn = (
  field: FieldPlan,
  source: ColumnSource,
  index: number,
  row: TableRow,
  context: ApplyContext,
): FieldRead => {
  const raw = row.cells[index] ?? ''
  if (isEmpty(raw, context)) {
    if (source.whenEmpty !== undefined) return stated(field, source.whenEmpty, context)
    return emptyField(field, source.column, row)
  }
  if (isSpreadsheetError(raw)) return { problem: spreadsheetError(row, source.column, raw) }
  const word = raw.trim()
  if (source.values !== undefined && Object.hasOwn(source.values, word))
    return stated(field, source.values[word], context)
  const cell = translated(field, source, raw, context)
  if (source.values !== undefined || cell === null) {
    if (source.whenUnlisted !== undefined) return stated(field, source.whenUnlisted, context)
    return { problem: unlisted(field, source, raw, row) }
  }
  if (cell === '') return emptyField(field, source.column, row)
  const dates = context.dateForms.get(index) ?? 'day-first'
  const separator = source.separator ?? ' | '
  return finish(
    source.column,
    row,
    readValue(field.of, field.name, cell, {
      today: context.today,
      dates,
      separator,
      isRounded: source.rounded === true,
    }),
  )
}

/** The cell as the field reads it; null where a closed list does not hold it and the mapping says what such a value means. */
const translated = (field: FieldPlan, source: ColumnSource, raw: string, context: ApplyContext): string | null => {
  const bare = unguarded(raw, context)
  if (field.of.type === 'choice' && source.whenUnlisted !== undefined && !field.of.choices.includes(bare.trim()))
    return null
  const text = source.html === 'strip' ? stripHtml(bare) : bare
  const { prefix = '', suffix = '' } = source
  return prefix === '' && suffix === '' ? text : `${prefix}${text.trim()}${suffix}`
}

/** What the mapping says a value means; it was checked before the first row. */
const stated = (field: FieldPlan, value: unknown, context: ApplyContext): FieldRead => {
  if (value === null || typeof value === 'boolean') return { value }
  const cell = Array.isArray(value) ? value.join(' | ') : String(value)
  const read = readValue(field.of, field.name, cell, plainContext(context))
  if ('value' in read) return read
  throw new Error(
    `The mapping states ${cell} for ${field.name}, which is not one of its values; this is checked earlier.`,
  )
}

const emptyField = (field: FieldPlan, column: string, row: TableRow): FieldRead => {
  if (!field.of.isRequired) return { value: null }
  const isWords = field.of.isVerbatim
  const problem = rowProblem(isWords ? 'EMPTY_TEXT' : 'MISSING_VALUE', row, column, {
    found: 'an empty cell',
    expected: isWords ? 'the words of a contribution' : `a value for ${columnName(field.name, field.of)}`,
    whatToDo: isWords ? 'The row is set aside as empty.' : 'Fill the cell and import the file again.',
  })
  return { problem }
}

const spreadsheetError = (row: TableRow, column: string, raw: string): RowProblem =>
  rowProblem('SPREADSHEET_ERROR', row, column, {
    found: shown(raw),
    expected: 'a value',
    whatToDo: 'A spreadsheet lost what stood here; look it up in the source and export again.',
  })

const unlisted = (field: FieldPlan, source: ColumnSource, raw: string, row: TableRow): RowProblem =>
  rowProblem('UNKNOWN_CHOICE', row, source.column, {
    found: shown(raw),
    expected: `one of: ${Object.keys(source.values ?? {}).join(', ') || field.of.choices.join(', ')}`,
    whatToDo: `Add it to "values" of ${columnName(field.name, field.of)} in the mapping, or correct the cell.`,
  })

const finish = (column: string, row: TableRow, read: ValueRead): FieldRead => {
  if ('value' in read) return read
  const { code, found, expected, whatToDo } = read.fault
  return {
    problem: rowProblem(code, row, column, {
      found,
      expected,
      whatToDo: whatToDo || 'Correct the cell and import the file again.',
    }),
  }
}
