import type { Strings } from '../strings/strings.ts'

/** "12 January to 14 March 2026"; one date, or null, where the other is not on record. */
export const periodWords = (t: Strings, from: string | null, to: string | null): string | null => {
  if (from === null) return to === null ? null : t.figures.until(t.dateTogether(to))
  if (to === null) return t.figures.from(t.dateTogether(from))
  if (from === to) return t.dateTogether(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? t.figures.range(t.day(from), t.dateTogether(to))
    : t.figures.range(t.dateTogether(from), t.dateTogether(to))
}
