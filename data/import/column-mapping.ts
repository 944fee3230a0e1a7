import type { ColumnMapping, FieldSource, RecordOfRow } from '../model/column-mapping.ts'
import { columnName, type Field } from '../model/field.ts'
import type { Problem } from '../model/problem.ts'
import { fieldsOf, type RecordKind } from '../model/record-kinds.ts'
import type { DecodedRecord } from './decoded-record.ts'
import { fieldByColumn, invalid, readAllGiven, readScalar, type PlanContext } from './given-records.ts'
import { HeaderBinder, type ConditionPlan } from './header-binder.ts'
import { fileProblem } from './problem-codes.ts'

/** How one field of a record gets its value from a row. Columns are places in the row. */
export type ValuePlan =
  | { readonly from: 'column'; readonly index: number; readonly column: string; readonly source: ColumnSource }
  | {
      readonly from: 'columns'
      readonly indexes: readonly number[]
      readonly column: string
      readonly joinedBy: string
      readonly isStripped: boolean
    }
  | { readonly from: 'constant'; readonly value: unknown }
  /** `suffix` keeps refs apart where a row makes several records of one kind. */
  | { readonly from: 'same-row'; readonly kind: RecordKind; readonly suffix: string }
  | { readonly from: 'row'; readonly what: 'ref' | 'ordinal' | 'startOffset' | 'endOffset' }
export type ColumnSource = Extract<FieldSource, { column: string }>

export interface FieldPlan {
  readonly name: string
  readonly of: Field<unknown>
  readonly value: ValuePlan
}

export interface RecordPlan {
  readonly kind: RecordKind
  readonly onlyIf: ConditionPlan | null
  readonly forEach: { readonly index: number; readonly separator: string; readonly field: string } | null
  /** A statement of the source whose references need not be held. */
  readonly isClaimed: boolean
  readonly fields: readonly FieldPlan[]
}

/** A mapping bound to the header of one file. */
export interface MappingPlan {
  readonly records: readonly RecordPlan[]
  readonly setAside: readonly {
    readonly when: ConditionPlan
    readonly reason: 'test-or-preview' | 'unfinished' | 'draft-not-submitted'
  }[]
  readonly given: readonly DecodedRecord[]
  readonly usedColumns: ReadonlySet<number>
  readonly problems: readonly Problem[]
}

/** The ref of the consultation a mapping names, or the one named beside it. */
export const consultationOf = (mapping: ColumnMapping, told: string | undefined): string | null => {
  const named = mapping.consultation
  if (typeof named === 'string') return named
  const ref = named?.['ref']
  return typeof ref === 'string' ? ref : (told ?? null)
}

/** Binds a mapping to a header. Everything that is wrong with it is found here, before the first row. */
export const planMapping = (mapping: ColumnMapping, header: readonly string[], context: PlanContext): MappingPlan => {
  const { records: given, problems } = readAllGiven(mapping, context)
  const binder = new HeaderBinder(header)
  const records = mapping.records.map((record, index) =>
    planRecord(mapping, record, mapping.records.slice(0, index), given, binder, context, problems),
  )
  const setAside = (mapping.setAside ?? []).flatMap(rule => {
    const when = binder.condition(rule.when)
    return when === null ? [] : [{ when, reason: rule.reason }]
  })
  return { records, setAside, given, usedColumns: binder.used, problems: [...problems, ...binder.problems()] }
}

const planRecord = (
  mapping: ColumnMapping,
  record: RecordOfRow,
  before: readonly RecordOfRow[],
  given: readonly DecodedRecord[],
  binder: HeaderBinder,
  context: PlanContext,
  problems: Problem[],
): RecordPlan => {
  const { kind } = record
  const sources = { ...publicTextSources(mapping, record), ...record.fields }
  for (const column of Object.keys(sources)) {
    if (fieldByColumn(kind, column) !== null) continue
    problems.push(
      invalid(
        `The mapping fills "${column}" of ${kind}, which has no such field. It has: ${columnsOf(kind).join(', ')}.`,
      ),
    )
  }
  const fields: FieldPlan[] = []
  for (const [name, of] of Object.entries(fieldsOf(kind))) {
    const column = columnName(name, of)
    const source = sources[column]
    const isEach = record.forEach?.field === column
    const value: ValuePlan | null = isEach
      ? { from: 'constant', value: null }
      : source === undefined
        ? planImplied(name, of, kind, before, given, context)
        : planSource(name, of, kind, source, binder, context, problems)
    if (value !== null) fields.push({ name, of, value })
    else if (source === undefined && name === 'consultationId') problems.push(consultationMissing())
    else if (source === undefined)
      problems.push(invalid(`The mapping does not say where "${column}" of ${kind} comes from: ${of.meaning}`))
  }
  const each = record.forEach
  const eachIndex = each === undefined ? -1 : binder.index(each.column, false)
  return {
    kind,
    onlyIf: record.onlyIf === undefined ? null : (binder.condition(record.onlyIf) ?? NEVER),
    forEach:
      each === undefined
        ? null
        : { index: eachIndex, separator: each.separator, field: fieldByColumn(kind, each.field)?.[0] ?? '' },
    isClaimed: each !== undefined,
    fields,
  }
}

/** A condition on a column that the file lacks. */
const NEVER: ConditionPlan = { index: -1, condition: { column: '', in: [] } }
const columnsOf = (kind: RecordKind): readonly string[] =>
  Object.entries(fieldsOf(kind)).map(([name, of]) => columnName(name, of))
const consultationMissing = (): Problem =>
  fileProblem(
    'CONSULTATION_MISSING',
    'The rows do not say which consultation they belong to. Name it: --consultation REF, "consultation" in the mapping, or a column "consultation".',
  )

/** Where a body has published the very texts, the point's public text is its text, on that person's word. */
const publicTextSources = (mapping: ColumnMapping, record: RecordOfRow): Readonly<Record<string, FieldSource>> => {
  const { textIsPublic } = mapping
  const text = record.fields['text']
  if (record.kind !== 'point' || textIsPublic === undefined || text === undefined) return {}
  const { by, on, reason } = textIsPublic
  return {
    public_text: text,
    public_text_kind: { constant: 'as-published', because: reason },
    approved_by: { constant: by, because: reason },
    approved_on: { constant: on, because: reason },
  }
}

/** Fields that need no column: the consultation, the record of the same row, the one document given, a row's place. */
const planImplied = (
  name: string,
  of: Field<unknown>,
  kind: RecordKind,
  before: readonly RecordOfRow[],
  given: readonly DecodedRecord[],
  context: PlanContext,
): ValuePlan | null => {
  if (name === 'consultationId')
    return context.consultation === null ? null : { from: 'constant', value: context.consultation }
  if (!of.isRequired) return { from: 'constant', value: null }
  const sameRow = before.find(record => record.kind === of.refersTo)
  if (sameRow !== undefined) return { from: 'same-row', kind: sameRow.kind, suffix: '' }
  const [only, ...others] = given.filter(record => record.kind === of.refersTo)
  if (only !== undefined && others.length === 0) return { from: 'constant', value: only.ref }
  if (name === 'ref') return planRef(kind, before)
  if (name === 'ordinal' || name === 'startOffset' || name === 'endOffset') return { from: 'row', what: name }
  if (of.type === 'list' || of.type === 'references') return { from: 'constant', value: [] }
  return null
}

/** A derived record bears the ref of the row's own record; a second of its kind that ref with "-2". */
const planRef = (kind: RecordKind, before: readonly RecordOfRow[]): ValuePlan | null => {
  if (kind === 'body' || kind === 'consultation' || kind === 'passage') return null
  const [own] = before
  const sameKindCount = before.filter(record => record.kind === kind).length
  if (own === undefined) return { from: 'row', what: 'ref' }
  return { from: 'same-row', kind: own.kind, suffix: sameKindCount === 0 ? '' : `-${sameKindCount + 1}` }
}

const planSource = (
  name: string,
  of: Field<unknown>,
  kind: RecordKind,
  source: FieldSource,
  binder: HeaderBinder,
  context: PlanContext,
  problems: Problem[],
): ValuePlan | null => {
  const where = `The mapping, ${kind}, "${columnName(name, of)}"`
  if ('sameRow' in source) return { from: 'same-row', kind: source.sameRow, suffix: '' }
  if ('html' in source && of.isVerbatim)
    problems.push(invalid(`${where}: tags may be taken out of text for display, never out of verbatim words.`))
  if ('constant' in source) {
    const read = readScalar(source.constant, name, of, where, context.today)
    if ('value' in read) return { from: 'constant', value: read.value }
    problems.push(read.problem)
    return null
  }
  if ('columns' in source) {
    const indexes = source.columns.map(column => binder.index(column, of.isRequired)).filter(index => index >= 0)
    return {
      from: 'columns',
      indexes,
      column: source.columns.join(' + '),
      joinedBy: source.joinedBy,
      isStripped: source.html === 'strip',
    }
  }
  for (const stated of [...Object.values(source.values ?? {}), source.whenUnlisted ?? null, source.whenEmpty ?? null]) {
    const read = stated === null ? null : readScalar(stated, name, of, where, context.today)
    if (read !== null && 'problem' in read) problems.push(read.problem)
  }
  const index = binder.index(source.column, of.isRequired && source.whenEmpty === undefined)
  return { from: 'column', index, column: source.column, source }
}
