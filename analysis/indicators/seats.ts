import type { Consultation } from '../../data/model/consultation.ts'
import type { Seat } from '../../data/model/deciding.ts'
import type { IndicatorItem, NamedFigure } from '../finding.ts'
import { daysBetween, earliest } from '../outcomes/calendar.ts'
import { percentile } from '../statistics/percentile.ts'
import { counted, countText } from '../sentences/wording.ts'
import { decidingSeats } from './deciding-seats.ts'
import { missingFigure, plainFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { measureCount } from './record-share.ts'

/** Mean length of a Gregorian month. */
const DAYS_PER_MONTH = 30.436875
const POWER_WORDS = {
  advise: 'It advises.',
  recommend: 'It recommends.',
  'co-decide': 'It decides with others.',
  decide: 'It decides.',
}

const medianMonths = (seats: readonly Seat[], asOf: string) => {
  const name = { key: 'seats-median-months', label: 'Median months in a seat' }
  const months = seats
    .flatMap(({ fromOn, toOn }) => (fromOn === null ? [] : [daysBetween(fromOn, toOn ?? asOf) / DAYS_PER_MONTH]))
    .sort((a, b) => a - b)
  return months.length === 0
    ? missingFigure(name, 'count', 'not-collected')
    : plainFigure(name, 'count', percentile(months, 0.5))
}

/** Community voting seats, on any group on record, that began after the first promise was made. */
const transferred = ({ record, asOf }: Inquiry) => {
  const promisedOn = earliest(record.commitments.map(commitment => commitment.madeOn))
  const name = { key: 'seats-transferred', label: 'Community voting seats begun since the first promise on record' }
  if (promisedOn === null) return missingFigure(name, 'count', 'not-collected')
  const begun = record.seats.filter(
    ({ kind, isVoting, fromOn }) =>
      kind === 'community' && isVoting && fromOn !== null && fromOn > promisedOn && fromOn <= asOf,
  )
  return plainFigure(name, 'count', begun.length)
}

const countOf = (voting: readonly Seat[], ...kinds: readonly Seat['kind'][]): number =>
  voting.filter(seat => kinds.includes(seat.kind)).length

const companionsOf = (inquiry: Inquiry, voting: readonly Seat[]): readonly NamedFigure[] => [
  plainFigure({ key: 'seats-elected', label: 'Elected' }, 'count', countOf(voting, 'elected')),
  plainFigure(
    { key: 'seats-officers-and-partners', label: 'Officers and partners' },
    'count',
    countOf(voting, 'officer', 'partner'),
  ),
  transferred(inquiry),
  medianMonths(voting, inquiry.asOf),
]

const itemOf = ({ title, kind, fromOn }: Seat): IndicatorItem => ({
  text: title,
  state: kind,
  on: fromOn,
  days: null,
  passageId: null,
})

const sentenceOf = (voting: readonly Seat[], power: Consultation['decidingPower']): string =>
  `The group that decided had ${counted(voting.length, 'voting seat', 'voting seats')}. ` +
  `Elected members held ${countText(countOf(voting, 'elected'))}, officers and partners ` +
  `${countText(countOf(voting, 'officer', 'partner'))}, community representatives ${countText(countOf(voting, 'community'))}.` +
  (power === null ? '' : ` ${POWER_WORDS[power]}`)

/** Who has a seat at the table that decided? */
export const seats: Indicator = {
  card: {
    number: 'L21',
    id: 'seats',
    name: 'Who has a seat at the table?',
    question: 'Who has a seat at the table?',
    formula:
      'community voting seats ÷ voting seats of the body that took the decision; elected, officers and partners apart',
    unit: 'count of seats',
    denominator: 'Voting seats of the group that took the decision, on that day.',
    complaint: 'Seats too comfy to give up',
    doesNotShow: 'It does not show who has influence. Councillors speak for communities too.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: inquiry => {
    const voting = decidingSeats(inquiry)
    return measureCount({
      key: 'seats',
      label: 'Voting seats held by community representatives',
      hitCount: countOf(voting, 'community'),
      totalCount: voting.length,
      isCollected: voting.length > 0,
      isExact: true,
      companions: companionsOf(inquiry, voting),
      items: voting.map(itemOf),
      sentence: () => sentenceOf(voting, inquiry.record.consultation.decidingPower),
    })
  },
}
