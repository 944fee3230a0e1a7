import type { Audit } from './finding.ts'
import { THRESHOLDS } from './indicators/thresholds.ts'
import type { PointUnit } from './outcomes/counted-unit.ts'

/** A fifth of an outcome is at least one point from this many on: below, no stratum can be asked for. */
const STRATUM_MIN_COUNT = 5

const unseenStrata = (units: readonly PointUnit[]): readonly string[] => {
  const strata = new Map<string, { total: number; twice: number }>()
  for (const unit of units) {
    if (unit.outcome === 'unchecked') continue
    const stratum = strata.get(unit.outcome) ?? { total: 0, twice: 0 }
    stratum.total += 1
    if (unit.isCheckedTwice) stratum.twice += 1
    strata.set(unit.outcome, stratum)
  }
  return [...strata].flatMap(([outcome, { total, twice }]) =>
    total >= STRATUM_MIN_COUNT && twice === 0 ? [`No point with the outcome "${outcome}" is checked twice.`] : [],
  )
}

const needTwice = (count: number): number =>
  Math.max(Math.ceil(count * THRESHOLDS.gateCheckedTwiceShare), Math.min(count, THRESHOLDS.gateCheckedTwiceCount))

/** indicators.md 1.5: what must be so before a headline names a body, and what is missing. Under 50 points all are checked twice. */
export const openHeadlineGate = (units: readonly PointUnit[], alpha: number | null): Audit['headlineGate'] => {
  const confirmed = units.filter(unit => unit.isConfirmed).length
  const twice = units.filter(unit => unit.isCheckedTwice).length
  const reasons = [
    ...(confirmed < units.length * THRESHOLDS.gateCheckedShare
      ? [`People have checked ${confirmed} of the ${units.length} points; 9 in 10 are needed.`]
      : []),
    ...(twice < needTwice(units.length)
      ? [`${twice} points are checked twice; ${needTwice(units.length)} are needed.`]
      : []),
    ...unseenStrata(units),
    ...(alpha !== null && alpha < THRESHOLDS.alphaLeast
      ? [`Coders agree too little: Krippendorff's alpha is ${alpha.toFixed(2)}, ${THRESHOLDS.alphaLeast} is needed.`]
      : []),
  ]
  return { isMet: units.length > 0 && reasons.length === 0, reasons }
}
