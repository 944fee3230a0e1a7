import { STATED_CODES, type StatedCode } from '../../data/model/stated-outcome.ts'
import type { Outcome, StatedView } from '../finding.ts'
import { RESOLVED, SILENT, TAKEN_UP } from '../outcomes/outcome-groups.ts'
import type { StatedPoint } from './stated-points.ts'

const REFUSALS: ReadonlySet<Outcome> = new Set<Outcome>([
  'declined-with-reason',
  'declined-no-reason',
  'contradicted',
  'out-of-scope',
])

/** Which outcomes bear out which word. A bare "noted", "considering" or "answered" is borne out by what it says, no more. */
const BORNE_OUT: Readonly<Record<StatedCode, (outcome: Outcome) => boolean>> = {
  'says-taken-up': outcome => TAKEN_UP.has(outcome),
  'says-taken-up-part': outcome => TAKEN_UP.has(outcome),
  'says-done': outcome => TAKEN_UP.has(outcome),
  'says-refused': outcome => REFUSALS.has(outcome),
  'says-out-of-scope': outcome => outcome === 'out-of-scope',
  'says-later': outcome => outcome === 'deferred' || outcome === 'pending',
  'says-considering': outcome => outcome === 'pending' || outcome === 'deferred' || outcome === 'noted',
  'says-noted': outcome => outcome === 'noted',
  'says-answered': outcome => !SILENT.has(outcome),
  'says-nothing': outcome => SILENT.has(outcome),
}

const isChecked = (outcome: Outcome): boolean =>
  RESOLVED.has(outcome) || outcome === 'out-of-scope' || outcome === 'pending'

const rowOf = (code: StatedCode, points: readonly StatedPoint[]): StatedView['byCode'][number] => {
  const checked = points.filter(({ finding }) => finding.isConfirmed && isChecked(finding.outcome))
  const agree = checked.filter(({ finding }) => BORNE_OUT[code](finding.outcome))
  return {
    code,
    rawStates: [...new Set(points.flatMap(({ stated }) => (stated ? [stated.rawState] : [])))].sort(),
    pointCount: points.length,
    checkedCount: checked.length,
    agreeCount: agree.length,
    differCount: checked.length - agree.length,
  }
}

/** Points by what the body says, and how far the records agree. Points of which nothing is said are `says-nothing`. */
export const countStatedCodes = (points: readonly StatedPoint[]): StatedView['byCode'] => {
  const byCode = new Map<StatedCode, StatedPoint[]>()
  for (const point of points) {
    const code = point.stated?.code ?? 'says-nothing'
    const group = byCode.get(code)
    if (group) group.push(point)
    else byCode.set(code, [point])
  }
  return STATED_CODES.flatMap(code => {
    const group = byCode.get(code)
    return group ? [rowOf(code, group)] : []
  })
}
