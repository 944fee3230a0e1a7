/** The values coders gave to one unit, one each; order does not matter. */
export type UnitCodings = readonly string[]

/**
 * Agreement of coders beyond chance, for names without order: 1 = always agreed, 0 = as chance would. Krippendorff, K. (2011),
 * "Computing Krippendorff's Alpha-Reliability", section C (nominal data, any number of coders, missing data). Units with fewer
 * than two codings say nothing and are left out. Worked example (its section A, binary): alpha = .095.
 * null when no unit has two codings, or when only one value was ever used (nothing could have been told apart).
 */
export const krippendorffAlpha = (units: readonly UnitCodings[]): number | null => {
  const totals = new Map<string, number>()
  let pairable = 0
  let disagreement = 0
  for (const values of units) {
    const m = values.length
    if (m < 2) continue
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    pairable += m
    let same = 0
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      same += count * (count - 1)
    }
    disagreement += (m * (m - 1) - same) / (m - 1)
  }
  let sameByChance = 0
  for (const count of totals.values()) sameByChance += count * (count - 1)
  const expected = pairable * (pairable - 1) - sameByChance
  return expected <= 0 ? null : 1 - ((pairable - 1) * disagreement) / expected
}
