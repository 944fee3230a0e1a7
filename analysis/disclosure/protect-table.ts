import { boundsOfCell, type Counts, type Hidden } from './attack-table.ts'
import { LEAST_PEOPLE } from './protect-groups.ts'

/** A table as it may be published, in every form (HTML, CSV, JSON, charts): hidden cells are null and bear one mark. */
export type ProtectedTable =
  | {
      readonly isWithheld: false
      readonly cells: readonly (readonly (number | null)[])[]
      /** Keep for the next release: one pattern per consultation, fixed at the first. */
      readonly hidden: Hidden
      /** More than half is hidden: coarser categories would show more. */
      readonly isMostlyHidden: boolean
    }
  | { readonly isWithheld: true }

type Pattern = boolean[][]
interface Place {
  readonly row: number
  readonly column: number
}

const places = (counts: Counts): readonly Place[] =>
  counts.flatMap((cells, row) => cells.map((_, column) => ({ row, column })))
const countAt = (counts: Counts, { row, column }: Place): number => counts[row]?.[column] ?? 0
const isHiddenAt = (pattern: Hidden, { row, column }: Place): boolean => pattern[row]?.[column] ?? false
const hide = (pattern: Pattern, { row, column }: Place): void => {
  const cells = pattern[row]
  if (cells) cells[column] = true
}

const smallest = (counts: Counts, candidates: readonly Place[]): Place | null =>
  candidates.reduce<Place | null>(
    (best, next) => (best === null || countAt(counts, next) < countAt(counts, best) ? next : best),
    null,
  )

/** Zero counts as fewer than ten. */
const hideSmall = (counts: Counts, pattern: Pattern): void => {
  for (const place of places(counts)) if (countAt(counts, place) < LEAST_PEOPLE) hide(pattern, place)
}

const lines = (counts: Counts): readonly (readonly Place[])[] => {
  const all = places(counts)
  const rows = counts.map((_, row) => all.filter(place => place.row === row))
  const columns = (counts[0] ?? []).map((_, column) => all.filter(place => place.column === column))
  return [...rows, ...columns]
}

/** A row or column that hides one cell gives it away: hide its smallest partner too, until none does. */
const hidePartners = (counts: Counts, pattern: Pattern): void => {
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (const line of lines(counts)) {
      if (line.filter(place => isHiddenAt(pattern, place)).length !== 1) continue
      const partner = smallest(
        counts,
        line.filter(place => !isHiddenAt(pattern, place)),
      )
      if (!partner) continue
      hide(pattern, partner)
      isChanged = true
    }
  }
}

/** A small cell that a reader could place within less than ten. */
const openCell = (counts: Counts, pattern: Hidden): Place | null =>
  places(counts).find(place => {
    if (!isHiddenAt(pattern, place) || countAt(counts, place) >= LEAST_PEOPLE) return false
    const { low, high } = boundsOfCell(counts, pattern, place.row, place.column)
    return high - low < LEAST_PEOPLE
  }) ?? null

/** A further cell to hide for an open one: the smallest in its row or column, else the smallest shown at all. */
const nextToHide = (counts: Counts, pattern: Hidden, open: Place): Place | null => {
  const shown = places(counts).filter(place => !isHiddenAt(pattern, place))
  const near = shown.filter(place => place.row === open.row || place.column === open.column)
  return smallest(counts, near) ?? smallest(counts, shown)
}

const published = (counts: Counts, hidden: Pattern): ProtectedTable => {
  const all = places(counts)
  return {
    isWithheld: false,
    cells: counts.map((cells, row) =>
      cells.map((count, column) => (isHiddenAt(hidden, { row, column }) ? null : count)),
    ),
    hidden,
    isMostlyHidden: all.filter(place => isHiddenAt(hidden, place)).length * 2 > all.length,
  }
}

/**
 * Hides each cell under ten people, then partners, then attacks the result with exact bounds and hides on until no small cell can
 * be placed within less than ten; a table that stays open is withheld. `hiddenBefore`: the pattern of the last release, which
 * is kept, so that two releases together say no more than one (publishing.md P27–P29; security.md section 4).
 */
export const protectTable = (counts: Counts, hiddenBefore: Hidden | null = null): ProtectedTable => {
  const pattern: Pattern = counts.map((cells, row) => cells.map((_, column) => hiddenBefore?.[row]?.[column] ?? false))
  hideSmall(counts, pattern)
  hidePartners(counts, pattern)
  for (let open = openCell(counts, pattern); open !== null; open = openCell(counts, pattern)) {
    const next = nextToHide(counts, pattern, open)
    if (!next) return { isWithheld: true }
    hide(pattern, next)
    hidePartners(counts, pattern)
  }
  return published(counts, pattern)
}
