import { fieldsOf, type RecordKind, type StoredRecords } from '../model/record-kinds.ts'
import type { Field } from '../model/field.ts'
import type { RowOf } from './schema.ts'

const isJson = (of: Field<unknown>): boolean => of.type === 'list' || of.type === 'references' || of.type === 'json'

/** Columns whose stored form differs from the record's, per kind. */
const convertedFields = (kind: RecordKind) =>
  Object.entries(fieldsOf(kind))
    .filter(([, of]) => !of.isVerbatim && (of.type === 'boolean' || isJson(of)))
    .map(([name, of]) => [name, of.type === 'boolean'] as const)

/** Record → row: booleans become 0 or 1, lists JSON text. Verbatim words and derived fields are left out. */
export const toRow = <K extends RecordKind>(kind: K, record: StoredRecords[K]): RowOf<K> => {
  const fields = fieldsOf(kind)
  const isStored = (name: string): boolean => name !== 'retractedById' && fields[name]?.isVerbatim !== true
  const row: Record<string, unknown> = Object.fromEntries(Object.entries(record).filter(([name]) => isStored(name)))
  for (const [name, isBoolean] of convertedFields(kind)) {
    const value = row[name]
    if (value !== null) row[name] = isBoolean ? Number(value) : JSON.stringify(value)
  }
  return row as RowOf<K>
}

/** Rows → records of a kind. The one place where the store's shapes are trusted. */
export const fromRows = <K extends RecordKind>(kind: K, rows: readonly RowOf<K>[]): readonly StoredRecords[K][] => {
  const converted = convertedFields(kind)
  return rows.map(row => {
    const record: Record<string, unknown> = { ...row }
    for (const [name, isBoolean] of converted) {
      const value = record[name]
      if (value !== null) record[name] = isBoolean ? value === 1 : JSON.parse(String(value))
    }
    return record as StoredRecords[K]
  })
}
