import { Z_95 } from './normal.ts'
import type { Range } from './range.ts'

/** One consultation (stratum): hits and total of the first group, hits and total of the second. */
export interface Stratum {
  readonly hits1: number
  readonly total1: number
  readonly hits2: number
  readonly total2: number
}

/**
 * One odds ratio over several two-by-two tables without adding them up. Mantel, N. and Haenszel, W. (1959), JNCI 22:
 * 719–748; 95% range after Robins, J., Breslow, N. and Greenland, S. (1986), Biometrics 42: 311–323.
 * Worked example: (7/20, 0/34), (15/34, 4/70), (16/22, 12/20) gives 6.94 (3.10–15.55). null when no stratum has a case of
 * both kinds, so that the ratio is 0, endless or undefined.
 */
export const mantelHaenszel = (strata: readonly Stratum[]): (Range & { readonly ratio: number }) | null => {
  let [sumR, sumS, sumPR, sumPSQR, sumQS] = [0, 0, 0, 0, 0]
  for (const { hits1: a, total1, hits2: c, total2 } of strata) {
    const total = total1 + total2
    if (total === 0) continue
    const b = total1 - a
    const d = total2 - c
    const p = (a + d) / total
    const q = (b + c) / total
    const r = (a * d) / total
    const s = (b * c) / total
    sumR += r
    sumS += s
    sumPR += p * r
    sumPSQR += p * s + q * r
    sumQS += q * s
  }
  if (sumR === 0 || sumS === 0) return null
  const logRatio = Math.log(sumR / sumS)
  const variance = sumPR / (2 * sumR * sumR) + sumPSQR / (2 * sumR * sumS) + sumQS / (2 * sumS * sumS)
  const half = Z_95 * Math.sqrt(variance)
  return { ratio: Math.exp(logRatio), low: Math.exp(logRatio - half), high: Math.exp(logRatio + half) }
}
