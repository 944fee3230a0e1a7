import { nouns } from './nouns.ts'

/** Numbers put together: every page and picture writes them alike. */
export const figures = {
  range: (low: string, high: string) => `${low} to ${high}`,
  pointsRange: (low: string, high: string) => `${low} to ${high} percentage points`,
  difference: (sign: string, size: string) => `${sign}${size} points`,
  days: nouns.days,
  of: (part: string, whole: string) => `${part} of ${whole}`,
  until: (day: string) => `until ${day}`,
  from: (day: string) => `from ${day}`,
}
