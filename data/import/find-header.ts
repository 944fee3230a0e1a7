import type { Problem } from '../model/problem.ts'
import { isBlankLine } from './detect-dialect.ts'
import { foldName } from './header-names.ts'
import { fileProblem } from './problem-codes.ts'
import { readDateCell } from './read-date.ts'

export interface FoundHeader {
  /** Place among the rows of the file, from 0, blank lines counted. */
  readonly index: number
  readonly cells: readonly string[]
  readonly problems: readonly Problem[]
}

/** Rows looked at for a header. */
const HEADER_WITHIN = 10

/** The header: the row told, else the first of ten that is known, else the first that is full, distinct and unlike the next. */
export const findHeader = (
  sample: readonly (readonly string[])[],
  isKnown: (cells: readonly string[]) => boolean,
  told: number | undefined,
): FoundHeader => {
  const at = (index: number, problems: readonly Problem[] = []): FoundHeader => ({
    index,
    cells: sample[index] ?? [],
    problems,
  })
  if (told !== undefined) return at(told - 1)
  const first = sample.findIndex(cells => !isBlankLine(cells))
  if (first < 0) return at(0)
  const known = sample.slice(0, first + HEADER_WITHIN).findIndex(isKnown)
  if (known === first) return at(first)
  if (known > first) return at(known, [preamble(known, sample)])
  const cells = sample[first] ?? []
  if (looksLikeData(cells)) return at(first, [dataAsHeader(cells, first + 1)])
  const likely = sample.slice(0, HEADER_WITHIN).findIndex((row, index) => isLikelyHeader(row, sample[index + 1]))
  const isBelow = likely > first && cells.length !== sample[likely]?.length
  return isBelow ? at(likely, [preamble(likely, sample)]) : at(first)
}

const preamble = (lines: number, sample: readonly (readonly string[])[]): Problem =>
  fileProblem(
    'PREAMBLE',
    `${lines} ${lines === 1 ? 'line stands' : 'lines stand'} above the names of the columns, beginning "${(sample.find(cells => !isBlankLine(cells)) ?? []).join(' ').trim().slice(0, 60)}". ` +
      `Is row ${lines + 1} the header? Say "file": { "headerRow": ${lines + 1} } in the mapping, or take the lines out.`,
    { row: 1 },
  )

const dataAsHeader = (cells: readonly string[], row: number): Problem =>
  fileProblem(
    'HEADER_LOOKS_LIKE_DATA',
    `The first row looks like data, not like names of columns: ${cells.slice(0, 3).join(', ').slice(0, 80)}. ` +
      'Put a row with the names of the columns above it.',
    { row },
  )

/** A number, a date or a reference: what stands in rows, not in names of columns. */
const isDatum = (cell: string): boolean => {
  const trimmed = cell.trim()
  return (
    /^\d+(?:[.,]\d+)?$/.test(trimmed) ||
    readDateCell(trimmed).form !== 'unreadable' ||
    /^[A-Z]{1,5}[-/]?\d{3,}$/.test(trimmed)
  )
}
/** Columns named by a year or a question number alone occur; two such cells, or one beside a single other, do not. */
export const looksLikeData = (cells: readonly string[]): boolean => {
  const filled = cells.filter(cell => cell.trim() !== '')
  const dataCount = filled.filter(isDatum).length
  return dataCount > 0 && dataCount / filled.length >= 0.25
}

const isLikelyHeader = (cells: readonly string[], next: readonly string[] | undefined): boolean => {
  const names = cells.map(foldName)
  const isFull = names.length > 1 && names.every(name => name !== '')
  const isDistinct = new Set(names).size === names.length
  return isFull && isDistinct && next !== undefined && next.length === cells.length && !looksLikeData(cells)
}
