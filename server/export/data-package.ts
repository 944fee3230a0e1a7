// Longer than most: every table of the package and how it is described, beside each other.
import { createHash } from 'node:crypto'
import type { Audit, Figure } from '../../analysis/finding.ts'
import { COLLECTIONS, type ConsultationRecord } from '../../data/model/consultation-record.ts'
import { columnName, type Field } from '../../data/model/field.ts'
import { newestStanding } from '../../data/model/newest-release.ts'
import { fieldsOf, type RecordKind } from '../../data/model/record-kinds.ts'
import { csvLine } from './csv.ts'
import { measureCells } from './figure-measures.ts'
import { packageReadme } from './package-readme.ts'
import type { Cell } from './table.ts'

export interface PackageFile {
  readonly path: string
  readonly content: string
}

export interface PackageColumn {
  readonly name: string
  readonly type: string
  readonly description: string
}

export interface PackageTable {
  readonly name: string
  readonly columns: readonly PackageColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * Traits of a contributor that could tell who wrote a public text when they stand in one row (P21): left out of the
 * package. Counts by them stand in the indicators, under the rule for small numbers.
 */
const LEFT_OUT: Partial<Record<RecordKind, readonly string[]>> = {
  contribution: ['receivedOn', 'channel', 'area', 'group', 'contributorTypeGiven', 'url'],
}

/** Records that are about people in the room or about who judged what: not in the public package. */
const NOT_PUBLIC: readonly RecordKind[] = ['recorded-identity', 'say-back', 'coding']

const frictionlessType = (of: Field<unknown>): string => {
  switch (of.type) {
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
      return of.type
    case 'instant':
      return 'datetime'
    case 'choice':
    case 'text':
    case 'list':
    case 'reference':
    case 'references':
      return 'string'
    case 'json':
      return 'object'
  }
}

/** id → ref of every record a row can refer to. */
const refsById = (record: ConsultationRecord): ReadonlyMap<string, string> => {
  const refs = new Map([
    [record.body.id, record.body.ref],
    [record.consultation.id, record.consultation.ref],
  ])
  for (const name of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[])
    for (const held of record[name]) if ('ref' in held) refs.set(held.id, held.ref)
  return refs
}

const cell = (of: Field<unknown>, value: unknown, refs: ReadonlyMap<string, string>): Cell => {
  if (value === null || value === undefined) return null
  if (of.type === 'reference') return refs.get(String(value)) ?? null
  if (of.type === 'references' && Array.isArray(value)) return value.map(id => refs.get(String(id)) ?? '').join(' | ')
  if (of.type === 'list' && Array.isArray(value)) return value.join(' | ')
  if (of.type === 'json') return JSON.stringify(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

const tableOf = (
  kind: RecordKind,
  name: string,
  records: readonly object[],
  refs: ReadonlyMap<string, string>,
): PackageTable => {
  const fields = Object.entries(fieldsOf(kind)).filter(
    ([field, of]) => !of.isVerbatim && LEFT_OUT[kind]?.includes(field) !== true,
  )
  const numbered = kind === 'point' || kind === 'idea'
  return {
    name,
    columns: [
      ...(numbered ? [{ name: 'number', type: 'integer', description: 'Its number on the site.' }] : []),
      ...fields.map(([field, of]) => ({
        name: columnName(field, of),
        type: frictionlessType(of),
        description: of.meaning,
      })),
    ],
    rows: records.map(held => [
      ...(numbered ? [Number(Reflect.get(held, 'number'))] : []),
      ...fields.map(([field, of]) => cell(of, Reflect.get(held, field), refs)),
    ]),
  }
}

const isCurrent = (held: object): boolean => (Reflect.get(held, 'retractedById') ?? null) === null

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const recordTables = (record: ConsultationRecord): readonly PackageTable[] => {
  const refs = refsById(record)
  const own = (Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[])
    .filter(name => record[name].length > 0 && !NOT_PUBLIC.includes(COLLECTIONS[name]))
    .map(name => tableOf(COLLECTIONS[name], snake(name), record[name].filter(isCurrent), refs))
  return [
    tableOf('body', 'bodies', [record.body], refs),
    tableOf('consultation', 'consultations', [record.consultation], refs),
    ...own,
  ]
}

const text = (name: string, description: string): PackageColumn => ({ name, type: 'string', description })
const count = (name: string, description: string): PackageColumn => ({ name, type: 'number', description })

const outcomesTable = (record: ConsultationRecord, audit: Audit): PackageTable => {
  const refs = new Map(record.points.map(point => [point.id, point.ref]))
  return {
    name: 'outcomes',
    columns: [
      text('point', 'Ref of the point.'),
      count('number', 'Its number on the site.'),
      text('outcome', 'What the records show happened; derived by rule.'),
      text('group', 'The group on the page; empty where the point is left out of the totals.'),
      text('set_aside', 'Why it is left out of the totals.'),
      text('relation', 'Point to the plan before.'),
      text('flags', 'Flags beside the outcome.'),
      text('rule', 'The rule that fired.'),
      text('missing', 'What is missing where no rule fired.'),
    ],
    rows: audit.points.map(point => [
      refs.get(point.pointId) ?? null,
      point.number,
      point.outcome,
      point.group,
      point.setAside,
      point.relation,
      point.flags.join(' | '),
      point.rule,
      point.missing.join(' | '),
    ]),
  }
}

const indicatorsTable = (audit: Audit): PackageTable => {
  const row = (number: string, id: string, key: string, label: string, figure: Figure): readonly Cell[] => [
    number,
    id,
    key,
    label,
    ...measureCells(figure),
    audit.asOf,
    audit.methodVersion,
  ]
  return {
    name: 'indicators',
    columns: [
      text('number', 'L1 to L28.'),
      text('id', 'Name in code.'),
      text('figure', 'Which figure of the indicator.'),
      text('label', 'In words.'),
      count('numerator', 'Counted.'),
      count('denominator', 'Out of.'),
      count('value', 'The figure, in its unit.'),
      count('low', 'Lower end of the range.'),
      count('high', 'Upper end of the range.'),
      text('unit', 'share 0–1, difference of shares −1–1, ratio, days, count.'),
      text('range_method', 'How the range was made.'),
      count('simple_low', 'Lower end if each point stood for itself; empty where low is it already.'),
      count('simple_high', 'Upper end if each point stood for itself.'),
      text('null_reason', 'Why there is no figure.'),
      text('as_at', 'State of things on this day.'),
      text('method_version', 'Version of the method.'),
    ],
    rows: audit.indicators.flatMap(indicator => [
      row(indicator.number, indicator.id, 'by-point', indicator.byPoint.label, indicator.byPoint),
      ...(indicator.byIdea === null
        ? []
        : [row(indicator.number, indicator.id, 'by-idea', indicator.byIdea.label, indicator.byIdea)]),
      ...indicator.companions.map(figure => row(indicator.number, indicator.id, figure.key, figure.label, figure)),
    ]),
  }
}

const tableFile = (table: PackageTable): PackageFile => ({
  path: `${table.name}.csv`,
  content: [table.columns.map(({ name }) => name), ...table.rows].map(csvLine).join(''),
})

/** Booleans are written yes and no; text that a spreadsheet would run is guarded by one apostrophe, and says so here. */
const fieldOf = (column: PackageColumn): Readonly<Record<string, unknown>> => ({
  ...column,
  ...(column.type === 'boolean' ? { trueValues: ['yes'], falseValues: ['no'] } : {}),
  ...(column.type === 'string' ? { formulaGuard: "'" } : {}),
})

const resource = (table: PackageTable, file: PackageFile): Readonly<Record<string, unknown>> => ({
  name: table.name,
  path: file.path,
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes: Buffer.byteLength(file.content),
  hash: `sha256:${createHash('sha256').update(file.content).digest('hex')}`,
  schema: { fields: table.columns.map(fieldOf), missingValues: [''] },
})

/**
 * The public records of one consultation as a Frictionless Data Package: a CSV per record with its types, hashes and
 * a README. Public texts only: the verbatim words are not here.
 */
export const dataPackage = (record: ConsultationRecord, audit: Audit): readonly PackageFile[] => {
  const tables = [...recordTables(record), outcomesTable(record, audit), indicatorsTable(audit)]
  const files = tables.map(tableFile)
  const descriptor = {
    profile: 'tabular-data-package',
    name: `${record.body.ref}-${record.consultation.ref}`,
    title: `${record.consultation.title}, ${record.body.name}${audit.isFictional ? ' (fictional)' : ''}`,
    version: newestStanding(record.releases)?.version ?? `as-at-${audit.asOf}`,
    asAt: audit.asOf,
    methodVersion: audit.methodVersion,
    isFictional: audit.isFictional,
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Our data. Quoted official text keeps its own licence.',
      },
    ],
    resources: tables.map((table, place) => resource(table, files[place] ?? { path: '', content: '' })),
  }
  return [
    { path: 'datapackage.json', content: `${JSON.stringify(descriptor, null, 2)}\n` },
    { path: 'README.md', content: packageReadme(record, audit, tables) },
    ...files,
  ]
}
