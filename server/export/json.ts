import type { Cell, Table } from './table.ts'

const toObject = (columns: readonly string[], row: readonly Cell[]): string =>
  JSON.stringify(Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])))

/** One object: what the list is, then its rows. Text stands exactly as it is. */
export function* jsonLines({ about, columns, rows }: Table): Generator<string> {
  yield `${JSON.stringify({ ...about, columns }).slice(0, -1)},"rows":[`
  let isFirst = true
  for (const row of rows) {
    yield `${isFirst ? '\n' : ',\n'}${toObject(columns, row)}`
    isFirst = false
  }
  yield '\n]}\n'
}
