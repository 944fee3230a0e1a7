import type { NamedFigure, PointFinding, StatedView } from '../finding.ts'
import { differenceFigure, oddsRatioFigure, shareFigure, type TwoGroups } from '../indicators/figure.ts'
import type { RecordIndex } from '../outcomes/record-index.ts'
import { breakStatedDown } from './stated-breakdowns.ts'
import { countStatedCodes } from './stated-codes.ts'
import { isAccepted, isByOfficer, isSaid, statedPoints, type StatedPoint } from './stated-points.ts'
import { readStatedReasons } from './stated-reasons.ts'
import { findUnequalAnswers } from './unequal-answers.ts'

const acceptedFigure = (key: string, label: string, points: readonly StatedPoint[]): NamedFigure =>
  shareFigure({ key, label }, points.filter(isAccepted).length, points.length)

/** Points the body wrote itself against all others: why officer-written points are left out of every other rate. */
const compareOfficers = (points: readonly StatedPoint[]): StatedView['officersAgainstRest'] => {
  const officers = points.filter(isByOfficer)
  const rest = points.filter(one => !isByOfficer(one))
  if (officers.length === 0 || rest.length === 0) return null
  const groups: TwoGroups = {
    hits1: officers.filter(isAccepted).length,
    total1: officers.length,
    hits2: rest.filter(isAccepted).length,
    total2: rest.length,
  }
  const label = 'Officer-written points against the rest'
  return {
    difference: differenceFigure({ key: 'stated-officers-difference', label }, groups),
    oddsRatio: oddsRatioFigure({ key: 'stated-officers-odds-ratio', label: `${label}, odds ratio` }, groups),
  }
}

/**
 * What the body itself says happened, over all points, those of which it says nothing included. Ranges ignore clustering.
 * "Accepted" is its own word: not checked, not delivery, in no headline.
 */
export const stateView = (index: RecordIndex, findings: readonly PointFinding[]): StatedView => {
  const points = statedPoints(index, findings)
  const saidCount = points.filter(isSaid).length
  return {
    statedCount: saidCount,
    nothingSaidCount: points.length - saidCount,
    byCode: countStatedCodes(points),
    accepted: acceptedFigure('stated-accepted', 'Accepted, as the body says', points),
    acceptedWithoutOfficers: acceptedFigure(
      'stated-accepted-without-officers',
      'Accepted, as the body says, without points its own officers wrote',
      points.filter(one => !isByOfficer(one)),
    ),
    officersAgainstRest: compareOfficers(points),
    breakdowns: saidCount === 0 ? [] : breakStatedDown(points),
    reasons: readStatedReasons(points),
    unequalAnswers: findUnequalAnswers(points),
  }
}
