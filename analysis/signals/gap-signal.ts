import type { NamedFigure } from '../finding.ts'
import type { Random } from '../statistics/random.ts'
import { drawShare } from '../statistics/random-variates.ts'
import { compareSharesAlone, type Compared } from '../indicators/count-units.ts'
import type { Inquiry } from '../indicators/inquiry.ts'
import { isNew, isResolved } from '../indicators/outcome-bases.ts'
import { fractionText } from '../indicators/point-difference.ts'
import { THRESHOLDS } from '../indicators/thresholds.ts'
import { countIn, type Tally } from '../outcomes/tally-units.ts'
import { rangeText } from '../sentences/wording.ts'
import { clamp, exactly, NOT_DEMONSTRATED, present, type Component, type Found, type Signal } from './signal.ts'
import { SIGNAL_THRESHOLDS } from './signal-thresholds.ts'

const compare = (inquiry: Inquiry, tally: Tally) =>
  compareSharesAlone(
    inquiry,
    tally,
    { key: 'gap', label: '' },
    {
      isInBase: unit => isResolved(unit) && unit.relation === 'consistent',
      isHit: isNew,
      name: { key: 'with', label: '' },
    },
    {
      isInBase: unit => isResolved(unit) && unit.relation === 'challenges',
      isHit: isNew,
      name: { key: 'against', label: '' },
    },
  )

/** Points whose relation nobody judged could change it; while they are more than one in ten, there are not enough records. */
const isMostlyJudged = ({ byIdea }: Inquiry): boolean => {
  const unknown = countIn(byIdea, unit => unit.relation === 'unknown' || unit.outcome === 'unchecked')
  return unknown <= byIdea.units.length * (1 - THRESHOLDS.gateCheckedShare)
}

/** Why there is no plan to compare with: the body keeps or lacks what it should have, or we have not got it yet. */
const withoutPlan = ({ record }: Inquiry): Found['component'] => {
  const isBodysGap = record.documents.some(
    ({ stage, holding }) => stage === 'plan' && (holding === 'refused' || holding === 'not-held'),
  )
  return isBodysGap ? NOT_DEMONSTRATED : null
}

/** A group under ten points: the body's records do not demonstrate that there was no gap. */
const gapComponent = ({ difference, first, second }: Compared): Component => {
  if (difference.value === null) return NOT_DEMONSTRATED
  const { gapFullShare } = SIGNAL_THRESHOLDS
  const drawOf = (figure: NamedFigure, random: Random): number =>
    drawShare(random, figure.numerator ?? 0, figure.denominator ?? 0)
  return {
    ...exactly(difference.value / gapFullShare),
    draw: random => clamp((drawOf(first, random) - drawOf(second, random)) / gapFullShare),
  }
}

const find = (inquiry: Inquiry): Found => {
  if (inquiry.index.baseline === null)
    return { state: 'not-enough-records', evidence: 'no earlier plan on record', component: withoutPlan(inquiry) }
  const byPoint = compare(inquiry, inquiry.byPoint)
  const { difference, first, second } = compare(inquiry, inquiry.byIdea)
  const component = gapComponent(byPoint)
  const counts = `${fractionText(first)} ideas with the plan, ${fractionText(second)} against it`
  const smaller = Math.min(first.denominator ?? 0, second.denominator ?? 0)
  if (
    difference.value === null ||
    difference.low === null ||
    smaller < THRESHOLDS.groupHeadlineMinCount ||
    !isMostlyJudged(inquiry)
  )
    return { state: 'not-enough-records', evidence: counts, component }
  const isPresent = difference.low > 0 && difference.value >= SIGNAL_THRESHOLDS.gapLeastShare
  return { state: present(isPresent), evidence: `${counts}: ${rangeText(difference)} percentage points`, component }
}

export const gapSignal: Signal = {
  letter: 'B',
  name: 'Points with the plan taken up more often than points against it',
  indicatorNumber: 'L4',
  threshold: 'The gap is 15 percentage points or more, and its range leaves out 0.',
  innocent: 'Points against a plan may cost more, be barred by law, or have less support.',
  find,
}
