import { countText, plural } from '../sentences/wording.ts'
import type { Count } from './count-units.ts'
import { onlyWithEarlierPlan } from './earlier-plan.ts'
import type { Indicator } from './indicator.ts'
import { isTakenUp } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'

const COUNTS = {
  'already-planned-share': { isInBase: isTakenUp, isHit: unit => unit.outcome === 'already-planned' },
} satisfies Record<string, Count>

/** How much of what is in the decision was coming anyway? */
export const alreadyPlannedShare: Indicator = {
  card: {
    number: 'L3',
    id: 'already-planned-share',
    name: 'Already in the plan',
    question: 'How much of it was coming anyway?',
    formula: 'already planned ÷ taken up',
    unit: 'share of points taken up',
    denominator: 'Points taken up in full or in part.',
    complaint: 'A nugget, if aligned to the plan',
    doesNotShow: 'It does not show bad faith. People may agree with a plan.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry =>
    onlyWithEarlierPlan(
      inquiry,
      measurePointShare(inquiry, {
        key: 'already-planned-share',
        label: 'Points in the decision that the plan already had',
        count: COUNTS['already-planned-share'],
        sentence: figure =>
          `Of ${countText(figure.denominator ?? 0)} points in the decision, ${countText(figure.numerator ?? 0)} ` +
          `${plural(figure.numerator ?? 0, 'was', 'were')} already in the plan.`,
      }),
    ),
}
