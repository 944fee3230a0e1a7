const MS_PER_DAY = 86_400_000

/** Calendar days from one ISO date to another; negative when the second is earlier. Both must be valid ISO dates. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY)

export const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce<string | null>((first, date) => (date !== null && (first === null || date < first) ? date : first), null)
