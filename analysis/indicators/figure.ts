import type { Figure, NamedFigure, NullReason } from '../finding.ts'
import { newcombe } from '../statistics/newcombe.ts'
import { oddsRatio } from '../statistics/odds-ratio.ts'
import type { Range } from '../statistics/range.ts'
import { wilson } from '../statistics/wilson.ts'
import { THRESHOLDS } from './thresholds.ts'

export interface FigureName {
  readonly key: string
  readonly label: string
  readonly rows?: string | null
}

const EMPTY: Omit<NamedFigure, 'key' | 'label' | 'rows' | 'unit'> = {
  numerator: null,
  denominator: null,
  value: null,
  low: null,
  high: null,
  against: null,
  rangeMethod: null,
  simple: null,
  nullReason: null,
  isSmall: false,
  bounds: null,
}

const named = ({ key, label, rows = null }: FigureName) => ({ key, label, rows })

/** A figure that cannot be given, and why. Null is never 0. Counts may stand where the rate may not. */
export const missingFigure = (
  name: FigureName,
  unit: NamedFigure['unit'],
  nullReason: NullReason,
  counts: Partial<Pick<NamedFigure, 'numerator' | 'denominator' | 'bounds' | 'against'>> = {},
): NamedFigure => ({ ...EMPTY, ...named(name), ...counts, unit, nullReason })

/** A share (0–1) with Wilson's 95% range; under the least number only its counts, marked too-few. */
export const shareFigure = (
  name: FigureName,
  hitCount: number,
  totalCount: number,
  minCount: number = THRESHOLDS.shareMinCount,
): NamedFigure => {
  const range = totalCount < minCount ? null : wilson(hitCount, totalCount)
  const counts = { numerator: hitCount, denominator: totalCount }
  if (!range) return missingFigure(name, 'share', 'too-few', counts)
  return {
    ...EMPTY,
    ...named(name),
    ...counts,
    ...range,
    unit: 'share',
    value: hitCount / totalCount,
    rangeMethod: 'wilson',
    isSmall: totalCount < THRESHOLDS.smallBelowCount,
  }
}

/** A share that is complete by nature (seats, tests, documents): no range, no least number but the given. */
export const exactFigure = (name: FigureName, hitCount: number, totalCount: number, minCount = 1): NamedFigure =>
  totalCount < minCount
    ? missingFigure(name, 'share', 'too-few', { numerator: hitCount, denominator: totalCount })
    : {
        ...EMPTY,
        ...named(name),
        numerator: hitCount,
        denominator: totalCount,
        unit: 'share',
        value: hitCount / totalCount,
        low: hitCount / totalCount,
        high: hitCount / totalCount,
        rangeMethod: 'exact',
      }

/** Seats, tests, records, all of them counted: fewer than 30 are so many of so many, and no rate of anything. */
export const isCountOfRecords = ({ unit, rangeMethod, denominator }: Figure): boolean =>
  unit === 'share' && rangeMethod === 'exact' && denominator !== null && denominator < THRESHOLDS.smallBelowCount

export interface TwoGroups {
  readonly hits1: number
  readonly total1: number
  readonly hits2: number
  readonly total2: number
}

/**
@@
 */
export const differenceFigure = (
  name: FigureName,
  { hits1, total1, hits2, total2 }: TwoGroups,
  minCount: number = THRESHOLDS.groupMinCount,
): NamedFigure => {
  const counts = { numerator: hits1, denominator: total1, against: { numerator: hits2, denominator: total2 } }
  const range = Math.min(total1, total2) < minCount ? null : newcombe(hits1, total1, hits2, total2)
  if (!range) return missingFigure(name, 'difference', 'too-few', counts)
  return {
    ...EMPTY,
    ...named(name),
    ...counts,
    ...range,
    unit: 'difference',
    value: hits1 / total1 - hits2 / total2,
    rangeMethod: 'newcombe',
    isSmall: Math.min(total1, total2) < THRESHOLDS.smallBelowCount,
  }
}

/** The odds ratio of the same groups; the method says when 0.5 was added to all cells. */
export const oddsRatioFigure = (
  name: FigureName,
  { hits1, total1, hits2, total2 }: TwoGroups,
  minCount: number = THRESHOLDS.groupMinCount,
): NamedFigure => {
  const counts = { numerator: hits1, denominator: total1, against: { numerator: hits2, denominator: total2 } }
  const found = Math.min(total1, total2) < minCount ? null : oddsRatio(hits1, total1, hits2, total2)
  if (!found) return missingFigure(name, 'ratio', 'too-few', counts)
  return {
    ...EMPTY,
    ...named(name),
    ...counts,
    unit: 'ratio',
    value: found.ratio,
    low: found.low,
    high: found.high,
    rangeMethod: found.isCorrected ? 'log-odds+0.5' : 'log-odds',
    isSmall: Math.min(total1, total2) < THRESHOLDS.smallBelowCount,
  }
}

/** A number of days or of things, without a range. */
export const plainFigure = (name: FigureName, unit: 'days' | 'count' | 'share', value: number): NamedFigure => ({
  ...EMPTY,
  ...named(name),
  unit,
  value,
  low: value,
  high: value,
  rangeMethod: 'exact',
})

/** The same figure with a range that respects clustering; the one it had stays as `simple`. */
export const withClusteredRange = (figure: NamedFigure, range: Range | null, method: string): NamedFigure =>
  range === null || figure.low === null || figure.high === null
    ? figure
    : { ...figure, ...range, rangeMethod: method, simple: { low: figure.low, high: figure.high } }
