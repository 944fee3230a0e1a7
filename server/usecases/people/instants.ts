const MINUTE_MS = 60_000

/** An instant some minutes later, or earlier with a minus. */
export const minutesFrom = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString()

/** Whole minutes until an instant, at least 1. */
export const minutesUntil = (from: string, to: string): number =>
  Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / MINUTE_MS))

export const unixSecondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)
