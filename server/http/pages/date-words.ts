import { dateText } from '../../../analysis/sentences/wording.ts'

/** 2026-03-02 → "2 March 2026", with the day kept on the line of its month. */
export const dateWords = (date: string): string => dateText(date).replace(' ', '\u00a0')

/** 2026-03-02 → "March 2026". */
export const monthWords = (date: string): string => dateText(date).replace(/^\d+ /, '')

/** 2026-03-02 → "2 March". */
const dayWords = (date: string): string => dateWords(date).replace(/ \d{4}$/, '')

/** "12 January to 14 March 2026"; one date, or null, where the other is not on record. */
export const periodWords = (from: string | null, to: string | null): string | null => {
  if (from === null) return to === null ? null : `until ${dateWords(to)}`
  if (to === null) return `from ${dateWords(from)}`
  if (from === to) return dateWords(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${dayWords(from)} to ${dateWords(to)}`
    : `${dateWords(from)} to ${dateWords(to)}`
}
