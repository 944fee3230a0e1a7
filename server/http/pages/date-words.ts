const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const parts = (date: string): { year: string; month: string; day: string } => ({
  year: date.slice(0, 4),
  month: MONTHS[Number(date.slice(5, 7)) - 1] ?? date.slice(5, 7),
  day: String(Number(date.slice(8, 10))),
})

/** 2026-03-02 → "2 March 2026", with the day kept on the line of its month. */
export const dateWords = (date: string): string => {
  const { year, month, day } = parts(date)
  return `${day} ${month} ${year}`
}

/** 2026-03-02 → "March 2026". */
export const monthWords = (date: string): string => {
  const { year, month } = parts(date)
  return `${month} ${year}`
}

/** "12 January to 14 March 2026"; one date, or null, where the other is not on record. */
export const periodWords = (from: string | null, to: string | null): string | null => {
  if (from === null) return to === null ? null : `until ${dateWords(to)}`
  if (to === null) return `from ${dateWords(from)}`
  if (from === to) return dateWords(from)
  const { month, day } = parts(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${day} ${month} to ${dateWords(to)}`
    : `${dateWords(from)} to ${dateWords(to)}`
}
