import type { CsvRow } from './read-csv.ts'
import type { RowProblem } from './decoded-record.ts'
import { foldName, headerNames } from './header-names.ts'
import { rowProblem } from './judge-row.ts'

/** How the table in a file lies: which row names the columns, and how wide it is. */
export interface TableShape {
  /** Unique names, blank trailing columns included. */
  readonly names: readonly string[]
  readonly headerCells: readonly string[]
  /** Row of the last header row; data follow. */
  readonly lastHeaderRow: number
  /** Columns without the nameless ones at the right. */
  readonly namedWidth: number
}

export const tableShape = (headerCells: readonly string[], lastHeaderRow: number): TableShape => {
  let namedWidth = headerCells.length
  while (namedWidth > 0 && headerCells[namedWidth - 1]?.trim() === '') namedWidth -= 1
  return { names: headerNames(headerCells), headerCells, lastHeaderRow, namedWidth }
}

/** A row of data: a record or a damaged line below the header. */
export const isDataRow = (row: CsvRow, shape: TableShape): boolean =>
  row.row > shape.lastHeaderRow && (row.kind === 'cells' || row.kind === 'damaged')

export const repeatsHeader = (cells: readonly string[], shape: TableShape): boolean =>
  cells.length === shape.headerCells.length &&
  shape.namedWidth > 0 &&
  cells.every((cell, index) => foldName(cell) === foldName(shape.headerCells[index] ?? ''))

/** The row has as many cells as the header, or lacks only the nameless columns at its right. */
export const fitsWidth = (cells: readonly string[], shape: TableShape): boolean =>
  cells.length === shape.headerCells.length || cells.length === shape.namedWidth

export const widthProblem = (row: CsvRow, shape: TableShape): RowProblem =>
  rowProblem('COLUMN_COUNT', row, null, {
    found: `${row.cells.length} cells`,
    expected: `${shape.headerCells.length}, as the header has`,
    whatToDo:
      row.cells.length > shape.headerCells.length
        ? 'A text with the delimiter in it must stand in double quotes.'
        : 'Cells are missing, or a line break stands outside double quotes.',
  })

/** Cells too many belong to the last column, which this export writes without quotes. */
export async function* joinOverflow(
  batches: AsyncIterable<readonly CsvRow[]>,
  width: number,
  delimiter: string,
): AsyncGenerator<readonly CsvRow[]> {
  for await (const batch of batches) {
    yield batch.map(row => {
      if (row.kind !== 'cells' || row.cells.length <= width) return row
      return {
        ...row,
        cells: [...row.cells.slice(0, width - 1), row.cells.slice(width - 1).join(delimiter)],
        hasJoinedCells: true,
      }
    })
  }
}
