import { DELIVERY_STATUSES } from '../../data/model/commitment.ts'
import type { DeliveryStatus } from '../outcomes/counted-unit.ts'
import { countIn } from '../outcomes/tally-units.ts'
import { countText, kOfN } from '../sentences/wording.ts'
import type { Count } from './count-units.ts'
import { onlyWithEarlierPlan } from './earlier-plan.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nothingCollected } from './record-share.ts'
import { isNew } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'

const LABELS: Readonly<Record<DeliveryStatus, string>> = {
  'no-evidence': 'No evidence either way',
  'not-started': 'Not started',
  limited: 'Limited',
  substantial: 'Substantial',
  complete: 'Complete',
}
const isDone = (status: DeliveryStatus | null): boolean => status === 'substantial' || status === 'complete'
const having = (status: DeliveryStatus): Count => ({
  isInBase: isNew,
  isHit: unit => unit.delivery === status,
  couldBeInBase: () => false,
})

const COUNTS = {
  delivery: { isInBase: isNew, isHit: unit => isDone(unit.delivery), couldBeInBase: () => false },
  'delivery-no-evidence': having('no-evidence'),
  'delivery-not-started': having('not-started'),
  'delivery-limited': having('limited'),
  'delivery-substantial': having('substantial'),
  'delivery-complete': having('complete'),
} satisfies Record<string, Count>

const LABEL = 'Points taken up as new that are done or largely done'

/** Without a check or an update nobody has looked: that is our gap, and no "not done". */
const isLookedFor = ({ record, index }: Inquiry): boolean =>
  record.deliveryChecks.length > 0 || (index.heldOfficial.get('delivery') ?? []).length > 0

/** Was it done? */
export const delivery: Indicator = {
  card: {
    number: 'L24',
    id: 'delivery',
    name: 'Was it done?',
    question: 'Was it done?',
    formula:
      '(substantial + complete) ÷ points taken up as new; scale: no evidence, not started, limited, substantial, complete',
    unit: 'share of points taken up as new',
    denominator: 'Points adopted or partly adopted.',
    complaint: 'Years on, still waiting',
    doesNotShow: 'It does not show quality.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry => {
    if (!isLookedFor(inquiry)) return nothingCollected('delivery', LABEL)
    return onlyWithEarlierPlan(
      inquiry,
      measurePointShare(inquiry, {
        key: 'delivery',
        label: LABEL,
        count: COUNTS.delivery,
        companions: DELIVERY_STATUSES.map(status => ({
          key: `delivery-${status}`,
          label: LABELS[status],
          count: COUNTS[`delivery-${status}`],
        })),
        sentence: figure =>
          `${kOfN(figure)} points taken up as new are done or largely done. For ` +
          `${countText(countIn(inquiry.byPoint, unit => unit.delivery === 'no-evidence'))}, we found no evidence either way.`,
      }),
    )
  },
}
