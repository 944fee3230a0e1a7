import type { ColumnMapping } from '../model/column-mapping.ts'
import type { Problem } from '../model/problem.ts'
import { hasControlCharacter, oddities, skeleton } from './check-row-text.ts'
import type { FieldPlan, MappingPlan } from './column-mapping.ts'
import { ROWS_MAX } from './limits.ts'
import { fileProblem, type ProblemCode } from './problem-codes.ts'
import type { CsvRow } from './read-csv.ts'
import { isCategory, shown, type DateForm } from './read-value.ts'
import { noEvidence, noteDateCell, settleDateOrder, type DateEvidence } from './settle-date-order.ts'
import { firstMessage, firstSeverity, type First } from './survey-messages.ts'
import { noteUnlisted, unlistedProblems, type ListedColumn, type UnlistedValues } from './unlisted-values.ts'
import { fitsWidth, isDataRow, repeatsHeader, type TableShape } from './table-shape.ts'

/** What one reading of all rows says about the file, before any row becomes a record. */
export interface Survey {
  readonly readCount: number
  readonly problems: readonly Problem[]
  readonly dateForms: ReadonlyMap<number, DateForm>
}

export interface SurveyInput {
  readonly rows: AsyncIterable<readonly CsvRow[]>
  readonly shape: TableShape
  readonly plan: MappingPlan
  readonly mapping: ColumnMapping
  readonly file: string
  /** Read as a one-byte encoding: the first cells with other letters are shown. */
  readonly showsAccents: boolean
  readonly isAnswered: (code: string) => boolean
}

class SurveyState {
  readCount = 0
  isStopped = false
  readonly newlines = new Set<string>()
  readonly firsts = new Map<ProblemCode, First>()
  readonly filledColumns = new Set<number>()
  readonly dates = new Map<number, DateEvidence>()
  readonly categories = new Map<number, Map<string, string>>()
  readonly lookalikes: Problem[] = []
  readonly unlisted: UnlistedValues = new Map()
  readonly accents: string[] = []
  blanks: First | null = null
  note(code: ProblemCode, row: CsvRow): void {
    const first = this.firsts.get(code)
    if (first === undefined) this.firsts.set(code, { row: row.row, line: row.line, count: 1 })
    else first.count += 1
  }
}

export const surveyRows = async (input: SurveyInput): Promise<Survey> => {
  const state = new SurveyState()
  const columns = watchedColumns(input.plan)
  for (const index of columns.dates.keys()) state.dates.set(index, noEvidence(input.shape.names[index] ?? ''))
  for await (const batch of input.rows) {
    for (const row of batch) surveyRow(row, input, columns, state)
    if (state.isStopped) break
  }
  const settled = settleDates(input, columns, state)
  return {
    readCount: state.readCount,
    dateForms: settled.forms,
    problems: [
      ...fileProblems(input, state),
      ...settled.problems,
      ...unlistedProblems(state.unlisted),
      ...state.lookalikes,
    ],
  }
}

interface WatchedColumns {
  readonly dates: ReadonlyMap<number, FieldPlan>
  readonly categories: ReadonlyMap<number, FieldPlan>
  readonly listed: readonly ListedColumn[]
  readonly used: ReadonlySet<number>
}

const watchedColumns = (plan: MappingPlan): WatchedColumns => {
  const dates = new Map<number, FieldPlan>()
  const categories = new Map<number, FieldPlan>()
  const listed: ListedColumn[] = []
  for (const record of plan.records) {
    for (const field of record.fields) {
      if (field.value.from !== 'column' || field.value.index < 0) continue
      const { index, source } = field.value
      if (field.of.type === 'date') dates.set(index, field)
      if (isCategory(field.name)) categories.set(index, field)
      if (source.values !== undefined && source.whenUnlisted === undefined)
        listed.push({
          index,
          column: field.value.column,
          values: source.values,
          kind: record.kind,
          onlyIf: record.onlyIf,
        })
    }
  }
  return { dates, categories, listed, used: plan.usedColumns }
}

const surveyRow = (row: CsvRow, input: SurveyInput, columns: WatchedColumns, state: SurveyState): void => {
  if (row.kind === 'blank') {
    state.blanks ??= { row: row.row, line: row.line, count: 0 }
    state.blanks.count += 1
    return
  }
  if (row.newline !== '') state.newlines.add(row.newline)
  if (row.kind === 'end-mark') return state.note('CONTROL_CHARACTER', row)
  if (row.damage === 'QUOTE_NOT_CLOSED') state.note('QUOTE_NOT_CLOSED', row)
  if (!isDataRow(row, input.shape)) return
  state.readCount += 1
  if (state.readCount > ROWS_MAX && !input.isAnswered('TOO_MANY_ROWS')) {
    state.note('TOO_MANY_ROWS', row)
    state.isStopped = true
  }
  if (row.kind === 'damaged') {
    if (row.raw.includes('\\"')) {
      state.note('BACKSLASH_ESCAPES', row)
      if (row.damage !== null) state.note(row.damage, row)
    }
    return
  }
  if (row.hasJoinedCells === true) state.note('CELLS_JOINED', row)
  if (row.spansRows) state.note('CELL_SPANS_MANY_LINES', row)
  if (repeatsHeader(row.cells, input.shape)) return state.note('HEADER_REPEATED', row)
  if (fitsWidth(row.cells, input.shape)) surveyCells(row, input, columns, state)
}

const surveyCells = (row: CsvRow, input: SurveyInput, columns: WatchedColumns, state: SurveyState): void => {
  const { cells } = row
  if (state.filledColumns.size < cells.length)
    cells.forEach((cell, index) => cell.trim() !== '' && state.filledColumns.add(index))
  for (const code of oddities(row.raw)) state.note(code, row)
  if (hasControlCharacter(row.raw)) return
  for (const [index, evidence] of state.dates) noteDateCell(evidence, cells[index] ?? '', row.row)
  for (const index of columns.categories.keys()) noteCategory(state, input, index, cells[index] ?? '', row)
  for (const column of columns.listed) noteUnlisted(state.unlisted, column, row, input.mapping.emptyValues ?? [])
  if (input.showsAccents && state.accents.length < 5) {
    const odd = cells.find((cell, index) => columns.used.has(index) && /[\u0080-\uffff]/.test(cell))
    if (odd !== undefined) state.accents.push(`row ${row.row} ${shown(odd)}`)
  }
}

/** Categories counted per column; a column with more is free text. */
const CATEGORIES_MAX = 2_000
/** Pairs told; more would bury the rest of the report. */
const LOOKALIKES_MAX = 20

const noteCategory = (state: SurveyState, input: SurveyInput, index: number, cell: string, row: CsvRow): void => {
  const word = cell.normalize('NFC')
  if (word.trim() === '') return
  const seen = state.categories.get(index) ?? new Map<string, string>()
  state.categories.set(index, seen)
  if (seen.size > CATEGORIES_MAX) return
  const key = skeleton(word)
  const other = seen.get(key)
  seen.set(key, word)
  if (other === undefined || other === word || state.lookalikes.length >= LOOKALIKES_MAX) return
  const column = input.shape.names[index] ?? ''
  const effect = other.trim() === word.trim() ? 'Blanks around it are left out.' : 'They are counted apart.'
  const message = `Row ${row.row}, "${column}": "${word}" looks like "${other}" but is not the same (alphabet, case, hidden characters or blanks). ${effect}`
  state.lookalikes.push(fileProblem('LOOKALIKE_CATEGORY', message, { row: row.row, line: row.line, column }))
}

const settleDates = (
  input: SurveyInput,
  columns: WatchedColumns,
  state: SurveyState,
): { readonly forms: ReadonlyMap<number, DateForm>; readonly problems: readonly Problem[] } => {
  const forms = new Map<number, DateForm>()
  const problems: Problem[] = []
  for (const [index, field] of columns.dates) {
    const evidence = state.dates.get(index)
    const told = field.value.from === 'column' ? (field.value.source.dates ?? input.mapping.dates) : undefined
    if (evidence === undefined) continue
    if (told === 'unix' || told === 'unix-seconds' || told === 'unix-milliseconds' || told === 'spreadsheet-serial') {
      forms.set(index, told)
      continue
    }
    const settled = settleDateOrder(evidence, told, input.mapping.twoDigitYears !== undefined)
    forms.set(index, settled.order)
    problems.push(...settled.problems)
  }
  return { forms, problems }
}

const NEWLINE_NAMES: Readonly<Record<string, string>> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' }

const fileProblems = (input: SurveyInput, state: SurveyState): readonly Problem[] => {
  const { file } = input
  const problems: Problem[] = []
  const add = (code: ProblemCode, message: string, first?: { row: number; line: number }): void => {
    problems.push(
      fileProblem(code, message, first === undefined ? { file } : { file, row: first.row, line: first.line }),
    )
  }
  if (state.newlines.size > 1) {
    add(
      'MIXED_NEWLINES',
      `${file} ends its rows in ${[...state.newlines].map(end => NEWLINE_NAMES[end]).join(' and ')}.`,
    )
  }
  const { blanks } = state
  if (blanks !== null) {
    const lines = blanks.count === 1 ? '1 blank line was' : `${blanks.count} blank lines were`
    add('BLANK_LINES_SKIPPED', `${lines} passed over, the first at line ${blanks.line}.`, blanks)
  }
  for (const [code, first] of state.firsts) {
    const message = firstMessage(code, first, file)
    if (message !== null)
      problems.push(fileProblem(code, message, { file, row: first.row, line: first.line }, firstSeverity(code)))
  }
  if (input.showsAccents && state.accents.length > 0) {
    add('DECODED_AS_CP1252', `Read as a one-byte encoding: ${state.accents.join('; ')}.`)
  }
  return [...problems, ...namelessColumns(input, state)]
}

const namelessColumns = ({ shape, file }: SurveyInput, state: SurveyState): readonly Problem[] => {
  const nameless = shape.headerCells.flatMap((cell, index) => (cell.trim() === '' ? [index] : []))
  const filled = nameless.filter(index => state.filledColumns.has(index))
  const trailing = nameless.filter(index => index >= shape.namedWidth && !state.filledColumns.has(index))
  const problems: Problem[] = []
  if (filled.length > 0) {
    const places = filled.map(index => index + 1).join(', ')
    const message = `Column ${places} has no name but has content. Name it in the file, or answer BLANK_HEADER with yes to leave it out.`
    problems.push(fileProblem('BLANK_HEADER', message, { file, row: shape.lastHeaderRow }))
  }
  if (trailing.length > 0) {
    const message = `${trailing.length} nameless and empty ${trailing.length === 1 ? 'column' : 'columns'} at the right were dropped.`
    problems.push(fileProblem('EMPTY_TRAILING_COLUMNS', message, { file }))
  }
  return problems
}
