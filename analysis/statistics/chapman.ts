import { Z_95 } from './normal.ts'
import type { Range } from './range.ts'

/**
 * How many there were in all, from two lists and what they share. Chapman, D. G. (1951), "Some properties of the hypergeometric
 * distribution with applications to zoological sample censuses", University of California Publications in Statistics 1: 131–160;
 * variance of Seber, G. A. F. (1970), Biometrics 26: 13–22; range: estimate ± 1.96 standard errors. Supposes that the lists are independent: minutes and
 * note-takers are not, so only the range is shown. Worked example: lists of 73 and 52 with 31 shared give 122 (102–141).
 */
export const chapman = (count1: number, count2: number, sharedCount: number): Range & { readonly total: number } => {
  const total = ((count1 + 1) * (count2 + 1)) / (sharedCount + 1) - 1
  const variance =
    ((count1 + 1) * (count2 + 1) * (count1 - sharedCount) * (count2 - sharedCount)) /
    ((sharedCount + 1) ** 2 * (sharedCount + 2))
  const half = Z_95 * Math.sqrt(variance)
  return { total, low: total - half, high: total + half }
}
