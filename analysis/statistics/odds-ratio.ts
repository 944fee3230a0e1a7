import { Z_95 } from './normal.ts'
import type { Range } from './range.ts'

export interface OddsRatio extends Range {
  readonly ratio: number
  /** 0.5 was added to all four cells because one was 0 (Haldane 1956; Anscombe 1956): must be said beside it. */
  readonly isCorrected: boolean
}

/**
 * Odds ratio with its 95% range by the log method. Woolf, B. (1955), Annals of Human Genetics 19: 251–253; with a zero
 * cell 0.5 is added to all four (Haldane, J. B. S. (1956), Annals of Human Genetics 20: 309–311; Anscombe, F. J. (1956),
 * Biometrika 43: 461–464). Worked example: 7 of 20 against 0 of 34 gives 38.3 (2.0–719), corrected.
 * null when a group is empty.
 */
export const oddsRatio = (hits1: number, total1: number, hits2: number, total2: number): OddsRatio | null => {
  if (total1 <= 0 || total2 <= 0) return null
  const cells = [hits1, total1 - hits1, hits2, total2 - hits2]
  const isCorrected = cells.some(cell => cell === 0)
  const [a = 0, b = 0, c = 0, d = 0] = isCorrected ? cells.map(cell => cell + 0.5) : cells
  const logRatio = Math.log((a * d) / (b * c))
  const half = Z_95 * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
  return {
    ratio: Math.exp(logRatio),
    low: Math.exp(logRatio - half),
    high: Math.exp(logRatio + half),
    isCorrected,
  }
}
