import { chapman } from '../statistics/chapman.ts'
import { countIn } from '../outcomes/tally-units.ts'
import type { CountedUnit } from '../outcomes/counted-unit.ts'
import type { NamedFigure, Relation } from '../finding.ts'
import { counted, countText, rateText, twinText } from '../sentences/wording.ts'
import { basisMixOf, compareShares, countShare, includesZero, type Compared, type Count } from './count-units.ts'
import { missingFigure } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { gapText, shareText } from './point-difference.ts'
import { rowsOf } from './point-share.ts'
import { measuredNull, nothingCollected } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const ALIGNED: readonly Relation[] = ['contains', 'contains-part', 'consistent']
const noted = (isOf: (unit: CountedUnit) => boolean): Count => ({
  isInBase: unit => unit.isNoted && isOf(unit),
  isHit: unit => unit.isRecorded,
  couldBeInBase: () => false,
})

const COUNTS = {
  capture: noted(() => true),
  'capture-with-plan': noted(unit => ALIGNED.includes(unit.relation)),
  'capture-against-plan': noted(unit => unit.relation === 'challenges'),
  'capture-neither': noted(unit => unit.relation === 'none'),
} satisfies Record<string, Count>

const NAME = {
  key: 'capture',
  label: 'Points noted independently that are in the official record',
  rows: rowsOf('capture'),
}

/** A note-taker is a community document of the record: two lists by one hand would not be two lists. */
const noteTakerCount = ({ record, asOf }: Inquiry): number =>
  record.documents.filter(
    ({ stage, source, holding, publishedOn }) =>
      stage === 'record' && source === 'community' && holding === 'held' && (publishedOn ?? asOf) <= asOf,
  ).length

const gapOf = (inquiry: Inquiry, suffix: '' | '-by-idea'): Compared =>
  compareShares(
    inquiry,
    suffix === '' ? inquiry.byPoint : inquiry.byIdea,
    {
      key: `capture-gap${suffix}`,
      label: `Written down: with the plan against arguing against it${suffix === '' ? '' : ', by idea'}`,
    },
    { ...COUNTS['capture-with-plan'], name: { key: `capture-with-plan${suffix}`, label: 'With the plan' } },
    { ...COUNTS['capture-against-plan'], name: { key: `capture-against-plan${suffix}`, label: 'Against the plan' } },
  )

/** How many were raised in all, as a range only: minutes and note-takers are not independent. */
const raisedInAll = (inquiry: Inquiry): NamedFigure => {
  const found = chapman(
    countIn(inquiry.byPoint, unit => unit.isRecorded),
    countIn(inquiry.byPoint, unit => unit.isNoted),
    countIn(inquiry.byPoint, unit => unit.isNoted && unit.isRecorded),
  )
  const name = { key: 'raised-in-all', label: 'Points raised in all, if both lists were independent (a range only)' }
  return {
    ...missingFigure(name, 'count', 'not-collected'),
    nullReason: null,
    value: found.total,
    low: found.low,
    high: found.high,
    rangeMethod: 'chapman',
  }
}

const sentenceOf = (byPoint: NamedFigure, gap: Compared, isZero: boolean): string => {
  const start = `${counted(byPoint.denominator ?? 0, 'point was', 'points were')} noted independently. ${countText(byPoint.numerator ?? 0)}${rateText(byPoint)} of them are in the official record`
  if (gap.difference.value === null) return `${start}.`
  if (isZero) return `${start}. The records do not show that points against the plan were written down less often.`
  return (
    `${start}. So are ${shareText(gap.first)} of those with the plan and ${shareText(gap.second)} of those against it. ` +
    `The gap is ${gapText(gap.difference)}.`
  )
}

/** Too few noted points, or too few hands that noted them: the count stands, and no rate. */
const withoutRate = (byPoint: NamedFigure): Measured => {
  const { numerator, denominator } = byPoint
  return (denominator ?? 0) === 0
    ? nothingCollected(NAME.key, NAME.label)
    : measuredNull(missingFigure(NAME, 'share', 'too-few', { numerator, denominator }))
}

const companionsOf = (inquiry: Inquiry, gap: Compared, gapByIdea: Compared): readonly NamedFigure[] => {
  const key = 'capture-neither'
  const name = { key, label: 'Neither with nor against it', rows: rowsOf(key) }
  const neither = countShare(inquiry, inquiry.byPoint, name, COUNTS[key])
  return [gap.difference, gap.first, gap.second, neither, gapByIdea.difference, raisedInAll(inquiry)]
}

const measure = (inquiry: Inquiry): Measured => {
  const least = THRESHOLDS.captureMinCount
  const nameByIdea = { key: 'capture-by-idea', label: `${NAME.label}, by idea` }
  const byPoint = countShare(inquiry, inquiry.byPoint, NAME, COUNTS.capture, least)
  const byIdea = countShare(inquiry, inquiry.byIdea, nameByIdea, COUNTS.capture, least)
  const isByTooFew = noteTakerCount(inquiry) < THRESHOLDS.captureMinNoteTakers
  if (isByTooFew || byPoint.value === null) return withoutRate(byPoint)
  const gap = gapOf(inquiry, '')
  const gapByIdea = gapOf(inquiry, '-by-idea')
  const isZero = includesZero(gap.difference) || includesZero(gapByIdea.difference)
  return {
    byPoint,
    byIdea,
    companions: companionsOf(inquiry, gap, gapByIdea),
    sentence: sentenceOf(byPoint, gap, isZero),
    twin: twinText(byIdea),
    nullSentence: null,
    isZero,
    basisMix: basisMixOf(inquiry.byPoint, COUNTS.capture.isInBase),
  }
}

/** Did what was said enter the official record? */
export const capture: Indicator = {
  card: {
    number: 'L5',
    id: 'capture',
    name: 'Written down?',
    question: 'Did what was said enter the official record?',
    formula:
      'points in independent community notes that the official record also has ÷ points in those notes; gap: with the plan − against it',
    unit: 'share of points',
    denominator: 'Points that someone outside the body wrote down.',
    complaint: 'A nugget, if aligned to the plan',
    doesNotShow:
      'It does not show that anything was taken out. Minutes sum up, and people who take notes may favour objections. So the two lists are not independent.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure,
}
