/** The history reads the rows of one import at a time, when it is made and whenever it is checked. */
export const name = '0008-source-rows'

export const statements: readonly string[] = [
  'create index source_rows_by_import on source_rows (import_id)',
  'create index set_aside_rows_by_import on set_aside_rows (import_id)',
]
