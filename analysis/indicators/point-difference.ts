import { countText, percentText, rangeText } from '../sentences/wording.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import type { NamedFigure } from '../finding.ts'
import type { Tally } from '../outcomes/tally-units.ts'
import { basisMixOf, compareShares, flagCountsOf, includesZero, type Compared, type Count } from './count-units.ts'
import { oddsRatioFigure } from './figure.ts'
import type { Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { rowsOf } from './point-share.ts'

export interface ComparedGroup {
  readonly key: string
  readonly label: string
  readonly count: Count
}

export interface PointDifference {
  readonly key: string
  readonly label: string
  readonly first: ComparedGroup
  readonly second: ComparedGroup
  readonly hasOddsRatio?: boolean
  /** Printed when the range leaves out 0. */
  readonly sentence: (compared: Compared) => string
  /** Printed alone when it does not. */
  readonly zeroSentence: (compared: Compared) => string
}

const compareIn = (inquiry: Inquiry, tally: Tally, suffix: string, words: string, given: PointDifference): Compared =>
  compareShares(
    inquiry,
    tally,
    { key: `${given.key}${suffix}`, label: `${given.label}${words}` },
    {
      ...given.first.count,
      name: {
        key: `${given.first.key}${suffix}`,
        label: `${given.first.label}${words}`,
        rows: suffix === '' ? rowsOf(given.first.key) : null,
      },
    },
    {
      ...given.second.count,
      name: {
        key: `${given.second.key}${suffix}`,
        label: `${given.second.label}${words}`,
        rows: suffix === '' ? rowsOf(given.second.key) : null,
      },
    },
  )

const ratioOf = (compared: Compared, key: string, label: string): NamedFigure =>
  oddsRatioFigure(
    { key, label },
    {
      hits1: compared.first.numerator ?? 0,
      total1: compared.first.denominator ?? 0,
      hits2: compared.second.numerator ?? 0,
      total2: compared.second.denominator ?? 0,
    },
  )

/** "7/20" */
export const fractionText = ({ numerator, denominator }: NamedFigure): string =>
  `${countText(numerator ?? 0)}/${countText(denominator ?? 0)}`
/** "35.0 percentage points (15.3 to 56.7)" */
export const gapText = (figure: NamedFigure): string =>
  `${percentText(figure.value ?? 0)} percentage points (${rangeText(figure)})`
/** "35.0%", or the count where there are too few for a rate. */
export const shareText = (figure: NamedFigure): string =>
  figure.value === null ? 'no rate' : `${percentText(figure.value)}%`

const twin = ({ difference, first, second }: Compared): string | null =>
  difference.value === null ? null : `${fractionText(first)} against ${fractionText(second)}, ${gapText(difference)}.`

/** Two shares of points compared, by point and by idea. Only the zero sentence is printed when either range includes 0. */
export const measurePointDifference = (inquiry: Inquiry, given: PointDifference): Measured => {
  const byPoint = compareIn(inquiry, inquiry.byPoint, '', '', given)
  const byIdea = compareIn(inquiry, inquiry.byIdea, '-by-idea', ', by idea', given)
  const isZero = includesZero(byPoint.difference) || includesZero(byIdea.difference)
  const isInBase: Count['isInBase'] = unit => given.first.count.isInBase(unit) || given.second.count.isInBase(unit)
  const isNull = byPoint.difference.value === null
  const ratios = given.hasOddsRatio
    ? [
        ratioOf(byPoint, `${given.key}-odds-ratio`, `${given.label}, odds ratio`),
        ratioOf(byIdea, `${given.key}-odds-ratio-by-idea`, `${given.label}, odds ratio, by idea`),
      ]
    : []
  return {
    byPoint: byPoint.difference,
    byIdea: byIdea.difference,
    companions: [byPoint.first, byPoint.second, byIdea.first, byIdea.second, ...ratios],
    sentence: isNull ? null : isZero ? given.zeroSentence(byPoint) : given.sentence(byPoint),
    twin: isNull || isZero ? null : twin(byIdea),
    nullSentence: isNull ? nullSentence(byPoint.difference) : null,
    isZero: !isNull && isZero,
    basisMix: basisMixOf(inquiry.byPoint, isInBase),
    flagCounts: flagCountsOf(inquiry.byPoint, isInBase),
  }
}
