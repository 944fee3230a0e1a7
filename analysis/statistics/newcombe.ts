import type { Range } from './range.ts'
import { wilson } from './wilson.ts'

/**
 * 95% range of the difference of two independent shares, first − second (−1–1). Newcombe, R. G. (1998), "Interval
 * estimation for the difference between independent proportions", Statistics in Medicine 17: 873–890, method 10.
 * Worked example (its table II, a): 56/70 − 48/80 gives 0.0524–0.3339. null when a group is empty.
 */
export const newcombe = (hits1: number, total1: number, hits2: number, total2: number): Range | null => {
  const range1 = wilson(hits1, total1)
  const range2 = wilson(hits2, total2)
  if (!range1 || !range2) return null
  const share1 = hits1 / total1
  const share2 = hits2 / total2
  const difference = share1 - share2
  return {
    low: difference - Math.hypot(share1 - range1.low, range2.high - share2),
    high: difference + Math.hypot(range1.high - share1, share2 - range2.low),
  }
}
