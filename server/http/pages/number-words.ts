import type { Figure } from '../../../analysis/finding.ts'
import { isCountOfRecords } from '../../../analysis/indicators/figure.ts'
import type { Strings } from '../strings/strings.ts'

const valueWords = (t: Strings, value: number, unit: Figure['unit']): string => {
  if (unit === 'share') return t.percent(value)
  if (unit === 'difference') return t.figures.difference(value > 0 ? '+' : '', t.percentagePoints(value))
  if (unit === 'ratio') return t.decimal(value, 1)
  if (unit === 'days') return t.figures.days(Math.round(value))
  return t.count(value)
}

/** The figure's value, or null where there is none. */
export const figureWords = (t: Strings, figure: Figure): string | null => {
  if (figure.value === null) return null
  return isCountOfRecords(figure) ? ofWords(t, figure) : valueWords(t, figure.value, figure.unit)
}

/** "24.4 to 42.2%", or null where the figure has no range. */
export const rangeWords = (t: Strings, { low, high, unit }: Figure): string | null => {
  if (low === null || high === null || low === high) return null
  if (unit === 'share') return t.figures.range(t.percentagePoints(low), t.percent(high))
  if (unit === 'difference') return t.figures.pointsRange(t.percentagePoints(low), t.percentagePoints(high))
  if (unit === 'ratio') return t.figures.range(t.decimal(low, 1), t.decimal(high, 1))
  return t.figures.range(t.count(Math.round(low)), valueWords(t, high, unit))
}

/** "34 of 104", or the numerator alone, or null. */
export const ofWords = (t: Strings, { numerator, denominator }: Figure): string | null => {
  if (numerator === null) return null
  return denominator === null ? t.count(numerator) : t.figures.of(t.count(numerator), t.count(denominator))
}

/** A figure off the page of all numbers: one of fewer than 30 stands as its counts alone, without share or range. */
export const wordsElsewhere = (
  t: Strings,
  figure: Figure,
): { readonly count: string; readonly value: string; readonly range: string } => {
  const count = ofWords(t, figure) ?? ''
  if (isCountOfRecords(figure)) return { count, value: '', range: '' }
  if (!figure.isSmall) return { count, value: figureWords(t, figure) ?? '', range: rangeWords(t, figure) ?? '' }
  const { against } = figure
  const counts = against === null ? count : t.indicators.against(count, against.numerator, against.denominator)
  return { count: counts, value: '', range: '' }
}
