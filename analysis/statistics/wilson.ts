import { Z_95 } from './normal.ts'
import type { Range } from './range.ts'

/**
 * 95% score range of a share (0–1). Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical
 * inference", JASA 22: 209–212. Unlike the textbook p ± 1.96 se it never leaves 0–1 and holds for small numbers.
 * Worked example (Newcombe 1998, Statistics in Medicine 17: 857–872, table I, method 3): 81 of 263 gives 0.2553–0.3662.
 * null when there is nothing to divide by.
 */
export const wilson = (hitCount: number, totalCount: number): Range | null => {
  if (totalCount <= 0) return null
  const share = hitCount / totalCount
  const z2 = Z_95 * Z_95
  const middle = (share + z2 / (2 * totalCount)) / (1 + z2 / totalCount)
  const half =
    (Z_95 * Math.sqrt((share * (1 - share)) / totalCount + z2 / (4 * totalCount * totalCount))) / (1 + z2 / totalCount)
  return {
    low: hitCount === 0 ? 0 : Math.max(0, middle - half),
    high: hitCount === totalCount ? 1 : Math.min(1, middle + half),
  }
}
