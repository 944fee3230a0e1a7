import type { Relation } from '../finding.ts'
import type { CountedUnit } from '../outcomes/counted-unit.ts'
import { compareShares, type Count } from './count-units.ts'
import { onlyWithEarlierPlan } from './earlier-plan.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { isNew, isResolved, isTakenUp } from './outcome-bases.ts'
import { fractionText, gapText, measurePointDifference, shareText } from './point-difference.ts'

const related = (relations: readonly Relation[], isHit: (unit: CountedUnit) => boolean): Count => ({
  isInBase: unit => isResolved(unit) && relations.includes(unit.relation),
  isHit,
  couldBeInBase: unit => relations.includes(unit.relation) || unit.relation === 'unknown',
})

const COUNTS = {
  'taken-up-with-plan': related(['consistent'], isNew),
  'taken-up-against-plan': related(['challenges'], isNew),
  'taken-up-with-plan-or-in-it': related(['contains', 'contains-part', 'consistent'], isTakenUp),
} satisfies Record<string, Count>

/** For the method note: with points the plan already contained, a gap is true by construction. */
const withContains = (inquiry: Inquiry) =>
  compareShares(
    inquiry,
    inquiry.byPoint,
    {
      key: 'cherry-picking-gap-with-contains',
      label: 'Method note: with points the plan contained, which makes a gap by construction',
    },
    {
      ...COUNTS['taken-up-with-plan-or-in-it'],
      name: { key: 'taken-up-with-plan-or-in-it', label: 'In line with the plan or in it' },
    },
    { ...related(['challenges'], isTakenUp), name: { key: 'taken-up-against-plan-all', label: 'Against the plan' } },
  ).difference

/** Were points that agree with the plan taken up more often than points that argue against it? */
export const cherryPickingGap: Indicator = {
  card: {
    number: 'L4',
    id: 'cherry-picking-gap',
    name: 'With or against the plan',
    question: 'Were points that agree with the plan taken up more often?',
    formula: 'new and resolved share among points consistent with the plan − the same among points that challenge it',
    unit: 'percentage points',
    denominator: 'Resolved points in each group. Points the plan already contained, in full or in part, are left out.',
    complaint: 'A nugget, if aligned to the plan',
    doesNotShow:
      'It does not show that points were chosen because they fit the plan. Points against a plan may cost more, be barred by law ' +
      'or have less support (Font and others 2018, European Journal of Political Research 57(3)).',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry => {
    const measured = measurePointDifference(inquiry, {
      key: 'cherry-picking-gap',
      label: 'Taken up as new: in line with the plan against arguing against it',
      first: { key: 'taken-up-with-plan', label: 'In line with the plan', count: COUNTS['taken-up-with-plan'] },
      second: { key: 'taken-up-against-plan', label: 'Against the plan', count: COUNTS['taken-up-against-plan'] },
      hasOddsRatio: true,
      sentence: ({ first, second, difference }) =>
        `Points in line with the plan were taken up ${shareText(first)} of the time (${fractionText(first)}). ` +
        `For points that argue against it, it was ${shareText(second)} (${fractionText(second)}). The gap is ${gapText(difference)}. ` +
        'This takes no account of cost and legal limits.',
      zeroSentence: ({ first, second }) =>
        `The records do not show a difference in take-up between points with the plan (${fractionText(first)}) and against it ` +
        `(${fractionText(second)}).`,
    })
    return onlyWithEarlierPlan(inquiry, { ...measured, companions: [...measured.companions, withContains(inquiry)] })
  },
}
