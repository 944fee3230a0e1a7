/**
 * How many independent voices unequal clusters are worth: (Σ size)² / Σ size². Kish, L. (1965), Survey Sampling, 11.7. 24 cards of
 * one campaign and 12 single letters are worth 36² / (24² + 12) = 2.2 voices. 0 for no clusters.
 */
export const effectiveCount = (sizes: readonly number[]): number => {
  const sum = sizes.reduce((total, size) => total + size, 0)
  const squares = sizes.reduce((total, size) => total + size * size, 0)
  return squares === 0 ? 0 : (sum * sum) / squares
}
