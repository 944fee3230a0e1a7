import { maxFlow } from './max-flow.ts'

/** A table of counts of people, rows by columns, of equal row lengths. */
export type Counts = readonly (readonly number[])[]
/** Which cells are hidden. Row, column and grand totals are published. */
export type Hidden = readonly (readonly boolean[])[]

/** What a reader can work out about one hidden cell from everything published. */
export interface CellBounds {
  readonly row: number
  readonly column: number
  readonly low: number
  readonly high: number
}

/** Beyond this width nothing depends on how much wider bounds are. */
const WIDE = 1_000_000

/**
 * Arcs along which hidden cells can change while all totals stay: from a row to a column a cell can grow without end, back from
 * the column to the row it can shrink by what it holds. The cell under attack is left out.
 */
const residualOf = (counts: Counts, hidden: Hidden, row: number, column: number): readonly (readonly number[])[] => {
  const rowCount = counts.length
  const size = rowCount + (counts[0]?.length ?? 0)
  const capacities = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  counts.forEach((cells, r) =>
    cells.forEach((count, c) => {
      if (!hidden[r]?.[c] || (r === row && c === column)) return
      const growing = capacities[r]
      const shrinking = capacities[rowCount + c]
      if (growing) growing[rowCount + c] = WIDE
      if (shrinking) shrinking[r] = count
    }),
  )
  return capacities
}

/** Exact bounds of one hidden cell, given all published cells and totals and that no count is below 0. */
export const boundsOfCell = (counts: Counts, hidden: Hidden, row: number, column: number): CellBounds => {
  const count = counts[row]?.[column] ?? 0
  const capacities = residualOf(counts, hidden, row, column)
  const [from, to] = [row, counts.length + column]
  const up = maxFlow(capacities, to, from, WIDE)
  const down = maxFlow(capacities, from, to, count)
  return { row, column, low: count - down, high: count + up }
}

/** Bounds of every hidden cell. */
export const attackTable = (counts: Counts, hidden: Hidden): readonly CellBounds[] =>
  hidden.flatMap((cells, row) =>
    cells.flatMap((isHidden, column) => (isHidden ? [boundsOfCell(counts, hidden, row, column)] : [])),
  )
