/**
 * The value below which the given share of sorted values lies, interpolated between neighbours (Hyndman, R. J. and Fan, Y.
 * (1996), The American Statistician 50: 361–365, definition 7). `sorted` ascending and not empty.
 */
export const percentile = (sorted: ArrayLike<number>, share: number): number => {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (place - below) * (high - low)
}
