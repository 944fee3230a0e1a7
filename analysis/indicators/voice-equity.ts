import type { NamedFigure, Relation } from '../finding.ts'
import { tallyPoints, type Tally } from '../outcomes/tally-units.ts'
import { mantelHaenszel } from '../statistics/mantel-haenszel.ts'
import { countShareAlone, includesZero, type Count } from './count-units.ts'
import { differenceFigure, exactFigure, missingFigure, oddsRatioFigure, type TwoGroups } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import {
  isDue,
  isGivenReason,
  isNew,
  isResolved,
  isResolvedOrOutOfScope,
  isSilent,
  isTakenUp,
} from './outcome-bases.ts'
import { PEOPLE_ATTRIBUTES, shownGroups, type PeopleAttribute, type ShownGroup } from './people-groups.ts'
import { fractionText, gapText, shareText } from './point-difference.ts'
import { measuredNull, nothingCollected } from './record-share.ts'

const NAME = { key: 'voice-equity', label: 'In the decision: the two largest groups compared' }

interface Shown {
  readonly key: string
  readonly label: string
  readonly count: Count
  readonly needsPlan: boolean
}
const REACH: Shown = {
  key: 'reach',
  label: 'in the decision',
  count: { isInBase: isResolved, isHit: isTakenUp },
  needsPlan: false,
}
const MEASURES: readonly Shown[] = [
  REACH,
  { key: 'influence', label: 'new in the decision', count: { isInBase: isResolved, isHit: isNew }, needsPlan: true },
  {
    key: 'answered-with-reason',
    label: 'told why',
    count: { isInBase: unit => isResolvedOrOutOfScope(unit) && !isTakenUp(unit), isHit: isGivenReason },
    needsPlan: false,
  },
  {
    key: 'silence',
    label: 'without an answer we could find',
    count: { isInBase: isDue, isHit: isSilent },
    needsPlan: false,
  },
]

/** Ranges here ignore ideas: they compare groups of people within one consultation, and say so by their method. */
const shareIn = (inquiry: Inquiry, group: TalliedGroup, attribute: PeopleAttribute, shown: Shown): NamedFigure =>
  countShareAlone(
    inquiry,
    group.tally,
    { key: `equity-${attribute}-${shown.key}-${group.label}`, label: `${group.label}: ${shown.label}` },
    shown.count,
  )

interface TalliedGroup extends ShownGroup {
  readonly tally: Tally
}

/** Everybody else, by taking the group's counts off the total: no second count of all points. */
const againstRest = (own: NamedFigure, all: readonly NamedFigure[]): NamedFigure => {
  const sum = (count: (figure: NamedFigure) => number | null): number =>
    all.reduce((total, figure) => total + (count(figure) ?? 0), 0)
  const { numerator, denominator } = own
  return differenceFigure(
    { key: `${own.key}-against-rest`, label: `${own.label}, against the rest` },
    {
      hits1: numerator ?? 0,
      total1: denominator ?? 0,
      hits2: sum(figure => figure.numerator) - (numerator ?? 0),
      total2: sum(figure => figure.denominator) - (denominator ?? 0),
    },
  )
}

const twoGroups = (first: NamedFigure, second: NamedFigure): TwoGroups => ({
  hits1: first.numerator ?? 0,
  total1: first.denominator ?? 0,
  hits2: second.numerator ?? 0,
  total2: second.denominator ?? 0,
})

const figuresOf = (
  inquiry: Inquiry,
  attribute: PeopleAttribute,
  groups: readonly TalliedGroup[],
): readonly NamedFigure[] => {
  const people = groups.reduce((sum, group) => sum + group.peopleCount, 0)
  const shares = groups.map(group =>
    exactFigure(
      { key: `equity-${attribute}-people-${group.label}`, label: `${group.label}: share of contributors` },
      group.peopleCount,
      people,
    ),
  )
  const measured = MEASURES.filter(shown => !shown.needsPlan || inquiry.index.baseline !== null).flatMap(shown => {
    const all = groups.map(group => shareIn(inquiry, group, attribute, shown))
    return all.flatMap(own => [own, againstRest(own, all)])
  })
  return [...shares, ...measured]
}

const RELATIONS: readonly Relation[] = ['contains', 'contains-part', 'consistent', 'challenges', 'none', 'unknown']

/** The two groups within each relation to the plan, put together without adding up (Mantel–Haenszel). */
const stratified = (first: ShownGroup, second: ShownGroup): NamedFigure => {
  const name = {
    key: 'voice-equity-stratified',
    label: 'The same, within each relation to the plan: odds ratio (Mantel–Haenszel)',
  }
  const countOf = (group: ShownGroup, relation: Relation, isHit: Count['isHit']): number =>
    group.units.filter(unit => unit.relation === relation && isResolved(unit) && isHit(unit)).length
  const found = mantelHaenszel(
    RELATIONS.map(relation => ({
      hits1: countOf(first, relation, isTakenUp),
      total1: countOf(first, relation, () => true),
      hits2: countOf(second, relation, isTakenUp),
      total2: countOf(second, relation, () => true),
    })),
  )
  const missing = missingFigure(name, 'ratio', 'too-few')
  return found === null
    ? missing
    : {
        ...missing,
        nullReason: null,
        value: found.ratio,
        low: found.low,
        high: found.high,
        rangeMethod: 'mantel-haenszel-rbg',
      }
}

const sentenceOf = (
  a: ShownGroup,
  b: ShownGroup,
  first: NamedFigure,
  second: NamedFigure,
  difference: NamedFigure,
): string =>
  includesZero(difference)
    ? `The records do not show a difference between ${a.label} and ${b.label}.`
    : `Of points from ${a.label}, ${shareText(first)} (${fractionText(first)}) were taken up. Of those from ${b.label}, ` +
      `${shareText(second)} (${fractionText(second)}) were. The gap is ${gapText(difference)}.`

interface Broken {
  readonly attribute: PeopleAttribute
  /** Empty where none of them may be shown. */
  readonly groups: readonly TalliedGroup[]
}

/** Every attribute people gave, in groups that may be shown. */
const breakDown = (inquiry: Inquiry): readonly Broken[] =>
  PEOPLE_ATTRIBUTES.flatMap(attribute => {
    const counts = MEASURES.map(shown => shown.count)
    const groups = shownGroups(inquiry.points, attribute, counts)
    return groups === undefined
      ? []
      : [{ attribute, groups: (groups ?? []).map(group => ({ ...group, tally: tallyPoints(group.units) })) }]
  })

/** One figure that stands for all of an attribute of which nothing may be shown. */
const hiddenFigure = (attribute: PeopleAttribute): NamedFigure =>
  missingFigure({ key: `equity-${attribute}-hidden`, label: `By ${attribute}` }, 'share', 'suppressed')

/** The two largest groups of the first attribute that has two with a name of their own: not merged, and given. */
const pairToCompare = (broken: readonly Broken[]) =>
  broken
    .map(({ attribute, groups }) => {
      const [a, b] = groups.filter(({ values }) => values.length === 1 && values[0] !== '')
      return a && b ? { attribute, a, b } : null
    })
    .find(pair => pair !== null) ?? null

const comparePair = (
  inquiry: Inquiry,
  { attribute, a, b }: { readonly attribute: PeopleAttribute; readonly a: TalliedGroup; readonly b: TalliedGroup },
  companions: readonly NamedFigure[],
): Measured => {
  const first = shareIn(inquiry, a, attribute, REACH)
  const second = shareIn(inquiry, b, attribute, REACH)
  const groups = twoGroups(first, second)
  const byPoint = differenceFigure({ ...NAME, label: `In the decision: ${a.label} against ${b.label}` }, groups)
  const ratio = oddsRatioFigure({ key: 'voice-equity-odds-ratio', label: 'The same, odds ratio' }, groups)
  const all = [ratio, stratified(a, b), ...companions]
  if (byPoint.value === null) return measuredNull(byPoint, all)
  return {
    ...measuredNull(byPoint, all),
    sentence: sentenceOf(a, b, first, second, byPoint),
    nullSentence: null,
    isZero: includesZero(byPoint),
    comparedGroups: [a.label, b.label],
  }
}

const measure = (inquiry: Inquiry): Measured => {
  const found = breakDown(inquiry)
  if (found.length === 0) return nothingCollected(NAME.key, NAME.label, 'difference')
  const open = found.filter(({ groups }) => groups.length > 0)
  const companions = found.flatMap(({ attribute, groups }) =>
    groups.length === 0 ? [hiddenFigure(attribute)] : figuresOf(inquiry, attribute, groups),
  )
  const pair = pairToCompare(open)
  if (pair) return comparePair(inquiry, pair, companions)
  return measuredNull(missingFigure(NAME, 'difference', open.length === 0 ? 'suppressed' : 'too-few'), companions)
}

/** Whose points got somewhere? */
export const voiceEquity: Indicator = {
  card: {
    number: 'L27',
    id: 'voice-equity',
    name: 'Whose points got somewhere?',
    question: 'Whose points got somewhere?',
    formula:
      'In the decision, New in the decision, Told why and No answer found, by area, group, channel and contributor type, each against the ' +
      'rest and within each relation to the plan',
    unit: 'percentage points',
    denominator:
      'Points of each group, in the base of each indicator; ten contributors a group, smaller ones merged or hidden.',
    complaint: 'Human and equal',
    doesNotShow:
      'It does not show that people were treated unequally: topics differ. It does not show what the public thinks: who takes part is not the public. Shares of the population are not on record here.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure,
}
