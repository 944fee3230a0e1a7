/** Power with which `costs` grow with `sizes`: the slope of a straight line through their logarithms (least squares). 1 = linear. */
export const exponentOf = (sizes: readonly number[], costs: readonly number[]): number => {
  const x = sizes.map(Math.log)
  const y = costs.map(Math.log)
  const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length
  const [middleX, middleY] = [mean(x), mean(y)]
  const along = x.reduce((sum, one, i) => sum + (one - middleX) * (y[i]! - middleY), 0)
  return along / x.reduce((sum, one) => sum + (one - middleX) ** 2, 0)
}
