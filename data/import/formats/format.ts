import type { ColumnMapping, FieldSource, RecordOfRow } from '../../model/column-mapping.ts'
import type { ProblemCode } from '../problem-codes.ts'

/** How a header is told: see recognise.ts. */
export interface Signature {
  readonly require: readonly string[]
  readonly forbid?: readonly string[]
  readonly anyOf?: readonly (readonly string[])[]
  /** A column equals the prefix or begins with prefix + "/"; a prefix that ends in "/" must be followed by a language code. */
  readonly prefix?: readonly string[]
  readonly first?: string
  readonly headerRow?: number
  readonly headerRows?: number
  /** weak: few or common names, so a person is asked "is this a … file?" first. */
  readonly strength: 'strong' | 'weak'
}

/** One kind of file of one platform. */
export interface Format {
  readonly id: string
  readonly name: string
  readonly signature: Signature
  /** The mapping for a header that matches; every column it names is in the header. */
  readonly mapping: ((header: readonly string[], sample: readonly (readonly string[])[]) => ColumnMapping) | null
  /** What a person must confirm before rows are read with this mapping. */
  readonly confirm?: (mapping: ColumnMapping) => string
  /** Why a file that is recognised is not imported. */
  readonly refusal?: { readonly code: ProblemCode; readonly why: string }
}

/** Columns of one field in several languages: `title`, `title/en`, `title/ca`. All are kept, none is translated. */
export const languageColumns = (header: readonly string[], prefix: string): readonly string[] =>
  header.filter(name => name === prefix || name.startsWith(`${prefix}/`))

/** The first of these columns that the file has. */
const firstColumn = (header: readonly string[], names: readonly string[]): string | null =>
  names.find(name => header.includes(name)) ?? null

export const fact = (constant: string | boolean | number | null, because: string): FieldSource => ({
  constant,
  because,
})

/** Sources whose columns the file lacks are left out, so that their fields are null. */
export const presentSources = (sources: Readonly<Record<string, FieldSource | null>>): Record<string, FieldSource> =>
  Object.fromEntries(
    Object.entries(sources).flatMap(([field, source]) => (source === null ? [] : [[field, source] as const])),
  )

/** A column as a source, or nothing where the file lacks it. */
export const column = (
  header: readonly string[],
  names: string | readonly string[],
  more: Omit<Extract<FieldSource, { column: string }>, 'column'> = {},
): FieldSource | null => {
  const found = firstColumn(header, typeof names === 'string' ? [names] : names)
  return found === null ? null : { column: found, ...more }
}

/** Several columns joined by a blank line, or nothing where the file lacks them all. */
export const joined = (header: readonly string[], names: readonly string[], html?: 'strip'): FieldSource | null => {
  const present = names.filter(name => header.includes(name))
  return present.length === 0
    ? null
    : { columns: [...present], joinedBy: '\n\n', ...(html === undefined ? {} : { html }) }
}

const namedColumns = (record: RecordOfRow): readonly string[] => [
  ...Object.values(record.fields).flatMap(source =>
    'column' in source ? [source.column] : 'columns' in source ? source.columns : [],
  ),
  ...(record.onlyIf === undefined ? [] : [record.onlyIf.column]),
  ...(record.forEach === undefined ? [] : [record.forEach.column]),
]

export interface FormatMapping extends Omit<ColumnMapping, 'format' | 'version'> {
  /** Columns that hold personal data, and why each is left out. */
  readonly personal?: readonly string[]
}

const PERSONAL = 'personal data: not stored unless a named person says why'
const UNUSED = 'not needed to follow a point'

/** Completes a format's mapping: every column that fills nothing is named, with why it is left out. */
export const formatMapping = (
  header: readonly string[],
  { personal = [], ...mapping }: FormatMapping,
): ColumnMapping => {
  const used = new Set(mapping.records.flatMap(namedColumns))
  const left = header.filter(name => name.trim() !== '' && !used.has(name))
  const columnsNotStored = Object.fromEntries(left.map(name => [name, personal.includes(name) ? PERSONAL : UNUSED]))
  return {
    format: 'said-and-done/mapping@1',
    version: 1,
    ...mapping,
    ...(left.length === 0 ? {} : { columnsNotStored: { ...columnsNotStored, ...mapping.columnsNotStored } }),
  }
}

export const notImported = (
  id: string,
  name: string,
  signature: Signature,
  why: string,
  code: ProblemCode = 'FORMAT_NOT_IMPORTED',
): Format => ({
  id,
  name,
  signature,
  mapping: null,
  refusal: { code, why },
})
