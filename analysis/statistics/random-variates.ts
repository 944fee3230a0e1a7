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
