import type { Action } from '../../data/model/commitment.ts'
import { kOfN } from '../sentences/wording.ts'
import { exactFigure, missingFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'

const isResidentLed = ({ lead }: Action): boolean => lead === 'community' || lead === 'joint'
const amountOf = (actions: readonly Action[]): number => actions.reduce((sum, action) => sum + (action.amount ?? 0), 0)

/** Money only where every action has an amount: a share of the known part would flatter. */
const moneyFigure = (actions: readonly Action[]) => {
  const name = { key: 'who-acts-money', label: 'Money in actions led or co-led by residents' }
  const total = amountOf(actions)
  const isWhole = actions.every(action => action.amount !== null)
  return isWhole && total > 0
    ? exactFigure(name, amountOf(actions.filter(isResidentLed)), total)
    : missingFigure(name, 'share', 'not-collected')
}

/** Who acts on what was decided? */
export const whoActs: Indicator = {
  card: {
    number: 'L26',
    id: 'who-acts',
    name: 'Who acts?',
    question: 'Who acts?',
    formula: 'actions led by the community or jointly ÷ actions decided; money too',
    unit: 'share of actions',
    denominator: 'Actions decided, those of unknown lead included.',
    complaint: 'Saviours, or gifts and skills',
    doesNotShow: 'It does not show what law forbids to hand over.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record: { actions } }) =>
    measureCount({
      key: 'who-acts',
      label: 'Actions led or co-led by residents',
      hitCount: actions.filter(isResidentLed).length,
      totalCount: actions.length,
      isCollected: actions.length > 0,
      companions: [moneyFigure(actions)],
      items: actions.map(({ text, lead, passageId }) => ({ text, state: lead, on: null, days: null, passageId })),
      sentence: figure => `${kOfN(figure)} actions are led or co-led by residents.`,
    }),
}
