import { countText, rateText } from '../sentences/wording.ts'
import type { Count } from './count-units.ts'
import type { Indicator } from './indicator.ts'
import { isGivenReason, isResolvedOrOutOfScope, isStockRefusal, isTakenUp } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'

const isNotTakenUp: Count['isInBase'] = unit => isResolvedOrOutOfScope(unit) && !isTakenUp(unit)

const COUNTS = {
  'answered-with-reason': { isInBase: isNotTakenUp, isHit: isGivenReason },
  'answered-with-reason-whole': {
    isInBase: isResolvedOrOutOfScope,
    isHit: unit => isGivenReason(unit) || (isTakenUp(unit) && unit.hasReply),
  },
  'answered-with-reason-strict': {
    isInBase: isNotTakenUp,
    isHit: unit => isGivenReason(unit) && !isStockRefusal(unit),
  },
} satisfies Record<string, Count>

/** When it was no, did people learn why? A group reply counts for each point it covers. */
export const answeredWithReason: Indicator = {
  card: {
    number: 'L8',
    id: 'answered-with-reason',
    name: 'Told why',
    question: 'When it was no, did people learn why?',
    formula:
      '(declined with a reason + out of scope + put off) ÷ (resolved − taken up + out of scope); whole: adds taken-up points ' +
      'with a reply; strict: leaves out refusals whose wording was used for unlike points',
    unit: 'share of points not taken up',
    denominator: 'Points not taken up, those out of scope at launch included.',
    complaint: null,
    doesNotShow: 'It does not show that the reason is right.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry =>
    measurePointShare(inquiry, {
      key: 'answered-with-reason',
      label: 'Points not taken up that were given a specific reason',
      count: COUNTS['answered-with-reason'],
      companions: [
        {
          key: 'answered-with-reason-whole',
          label: 'With points taken up that got a reply',
          count: COUNTS['answered-with-reason-whole'],
        },
        {
          key: 'answered-with-reason-strict',
          label: 'Strict: without reasons used for unlike points',
          count: COUNTS['answered-with-reason-strict'],
        },
      ],
      sentence: figure =>
        `Of ${countText(figure.denominator ?? 0)} points not taken up, ${countText(figure.numerator ?? 0)}${rateText(figure)} were given a specific published reason.`,
    }),
}
