import type { ColumnMapping } from '../model/column-mapping.ts'
import { columnName } from '../model/field.ts'
import { fieldsOf } from '../model/record-kinds.ts'

/** Columns without which the mapping cannot make its records: those that fill a field that must not be empty. */
export const neededColumns = (mapping: ColumnMapping): readonly string[] => {
  const needed = new Set<string>()
  for (const record of mapping.records) {
    if (record.onlyIf !== undefined) continue
    for (const [name, of] of Object.entries(fieldsOf(record.kind))) {
      const source = record.fields[columnName(name, of)]
      if (source === undefined || !of.isRequired) continue
      if ('column' in source && source.whenEmpty === undefined) needed.add(source.column)
      if ('columns' in source) for (const column of source.columns) needed.add(column)
    }
  }
  return [...needed]
}
