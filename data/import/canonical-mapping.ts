import type { ColumnMapping, FieldSource } from '../model/column-mapping.ts'
import { columnName } from '../model/field.ts'
import { fieldsOf, RECORD_KIND_NAMES, type RecordKind } from '../model/record-kinds.ts'
import { columnIndex, foldName } from './header-names.ts'

/** A file in our own columns: how well it fits one kind of record. */
export interface CanonicalFit {
  readonly kind: RecordKind
  readonly knownCount: number
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
}

/** Names that a header must have for the kind; the consultation may be named beside the file instead. */
const neededColumns = (kind: RecordKind): readonly string[] =>
  Object.entries(fieldsOf(kind)).flatMap(([name, of]) =>
    of.isRequired && name !== 'consultationId' && of.type !== 'references' && of.type !== 'list'
      ? [columnName(name, of)]
      : [],
  )

const canonicalColumns = (kind: RecordKind): readonly string[] =>
  Object.entries(fieldsOf(kind)).map(([name, of]) => columnName(name, of))

export const canonicalFit = (kind: RecordKind, header: readonly string[]): CanonicalFit => {
  const columns = new Set(canonicalColumns(kind))
  const names = header.map(foldName).filter(name => name !== '')
  return {
    kind,
    knownCount: names.filter(name => columns.has(name)).length,
    unknown: header.filter(name => name.trim() !== '' && !columns.has(foldName(name))),
    missing: neededColumns(kind).filter(column => columnIndex(header, column) < 0),
  }
}

export const canonicalFits = (header: readonly string[]): readonly CanonicalFit[] =>
  RECORD_KIND_NAMES.map(kind => canonicalFit(kind, header))

/** `stated-outcomes.csv`, `searches.csv`: the plural of a kind, as a hint where columns do not decide. */
export const kindOfFileName = (fileName: string): RecordKind | null => {
  const base = (fileName.split(/[/\\]/).pop() ?? '').replace(/\.[^.]*$/, '').toLowerCase()
  const plurals = (kind: string): readonly string[] => [`${kind}s`, `${kind}es`, kind.replace(/y$/, 'ies'), kind]
  return RECORD_KIND_NAMES.find(kind => plurals(kind).includes(base)) ?? null
}

/** The mapping of a file in our own columns: each column fills the field of its name. */
export const canonicalMapping = (kind: RecordKind, header: readonly string[]): ColumnMapping => {
  const fields: Record<string, FieldSource> = {}
  for (const [name, of] of Object.entries(fieldsOf(kind))) {
    const column = columnName(name, of)
    const index = columnIndex(header, column)
    const found = header[index]
    if (found !== undefined) fields[column] = { column: found }
    else if (of.isRequired && name !== 'consultationId' && of.type !== 'references' && of.type !== 'list')
      fields[column] = { column }
  }
  const isOfOurWords = !Object.values(fieldsOf(kind)).some(({ isVerbatim }) => isVerbatim)
  return {
    format: 'said-and-done/mapping@1',
    name: `own-${kind}`,
    version: 1,
    // Our exports guard text; verbatim words are in none of them, and are never touched.
    ...(isOfOurWords ? { formulaGuard: "'" as const } : {}),
    records: [{ kind, fields }],
  }
}
