import { counted, kOfN, rateText } from '../sentences/wording.ts'
import type { Count } from './count-units.ts'
import { onlyWithEarlierPlan } from './earlier-plan.ts'
import type { Indicator } from './indicator.ts'
import { isNew, isResolved } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'

const COUNTS = {
  influence: { isInBase: isResolved, isHit: isNew },
  'influence-outside-plan': {
    isInBase: unit => isResolved(unit) && unit.relation !== 'contains',
    isHit: isNew,
    couldBeInBase: unit => unit.relation !== 'contains',
  },
} satisfies Record<string, Count>

/** How many of the points were not in the plan before, and are in the decision now? */
export const influence: Indicator = {
  card: {
    number: 'L2',
    id: 'influence',
    name: 'New in the decision',
    question: 'How many were not in the plan before?',
    formula:
      'adopted or partly adopted ÷ resolved points (N / R); beside it: ÷ resolved points the plan did not contain',
    unit: 'share of points',
    denominator: 'Points with a decision or an answer to look at: outcomes 6 to 15 of the tree.',
    complaint: 'A nugget, if aligned to the plan',
    doesNotShow:
      'It does not show cause. Others may have asked for the same. There may be drafts that we have not seen.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry =>
    onlyWithEarlierPlan(
      inquiry,
      measurePointShare(inquiry, {
        key: 'influence',
        label: 'Points in the decision and not in the plan before',
        count: COUNTS.influence,
        companions: [
          {
            key: 'influence-outside-plan',
            label: 'Of the points the plan did not contain',
            count: COUNTS['influence-outside-plan'],
          },
        ],
        sentence: figure =>
          `${kOfN(figure)} points${rateText(figure)} are in the decision and were not in the plan before. ` +
          `That plan was published ${counted(inquiry.index.baseline?.daysBeforeFirstEvent ?? 0, 'day', 'days')} before the first event. ` +
          'We found no earlier record of them.',
      }),
    ),
}
