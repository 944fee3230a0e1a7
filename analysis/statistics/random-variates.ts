import type { Random } from './random.ts'

/** Standard normal draw. Box, G. E. P. and Muller, M. E. (1958), Annals of Mathematical Statistics 29: 610–611. */
export const drawNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/**
 * Gamma draw of scale 1. Marsaglia, G. and Tsang, W. W. (2000), ACM TOMS 26: 363–372; a shape under 1 is drawn at shape + 1 and
 * brought down. `shape` > 0. Mean and variance are both `shape`.
 */
export const drawGamma = (random: Random, shape: number): number => {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Beta draw, 0–1. */
export const drawBeta = (random: Random, a: number, b: number): number => {
  const first = drawGamma(random, a)
  return first / (first + drawGamma(random, b))
}

/** What is known of a share after counting, with Jeffreys' prior (½, ½). Jeffreys, H. (1946), Proc. Royal Society A 186: 453–461. */
export const drawShare = (random: Random, hitCount: number, totalCount: number): number =>
  drawBeta(random, hitCount + 0.5, totalCount - hitCount + 0.5)

/** Weights that add up to 1. */
export const drawDirichlet = (random: Random, shapes: readonly number[]): readonly number[] => {
  const draws = shapes.map(shape => drawGamma(random, shape))
  const sum = draws.reduce((total, draw) => total + draw, 0)
  return draws.map(draw => draw / sum)
}

/** ln n!: a sum below 10, Stirling's series from there (error under 1e-10). */
export const logFactorial = (n: number): number => {
  if (n < 10) {
    let product = 1
    for (let factor = 2; factor <= n; factor += 1) product *= factor
    return Math.log(product)
  }
  const x = n + 1
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
}

/** Walks up the distribution from 0. Devroye, L. (1986), Non-Uniform Random Variate Generation, X.4. For a mean under 10. */
const drawByInversion = (random: Random, trialCount: number, share: number): number => {
  const odds = share / (1 - share)
  let chance = (1 - share) ** trialCount
  let left = random()
  let count = 0
  while (left > chance && count < trialCount) {
    left -= chance
    count += 1
    chance *= (odds * (trialCount - count + 1)) / count
  }
  return count
}

/** Transformed rejection with squeeze (BTRS). Hörmann, W. (1993), J. Statistical Computation and Simulation 46: 101–110. */
const drawByRejection = (random: Random, trialCount: number, share: number): number => {
  const spread = Math.sqrt(trialCount * share * (1 - share))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * share
  const mode = Math.floor((trialCount + 1) * share)
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + trialCount * share + 0.5)
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return count
    if (count < 0 || count > trialCount) continue
    const chance =
      logFactorial(mode) +
      logFactorial(trialCount - mode) -
      logFactorial(count) -
      logFactorial(trialCount - count) +
      (count - mode) * Math.log(share / (1 - share))
    if (Math.log((v * (2.83 + 5.1 / b) * spread) / (a / (us * us) + b)) <= chance) return count
  }
}

/** How many of `trialCount` trials succeed when each does with chance `share` (0–1). */
export const drawBinomial = (random: Random, trialCount: number, share: number): number => {
  if (trialCount <= 0 || share <= 0) return 0
  if (share >= 1) return trialCount
  if (share > 0.5) return trialCount - drawBinomial(random, trialCount, 1 - share)
  return trialCount * share < 10
    ? drawByInversion(random, trialCount, share)
    : drawByRejection(random, trialCount, share)
}
