import type { NamedFigure } from '../finding.ts'

/** 1244 → "1,244". Whole numbers only. */
export const countText = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')

/** 0.327 → "32.7". One decimal, as in the tables of the method. */
export const percentText = (share: number): string => (share * 100).toFixed(1).replace('-', '−')

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "2026-06-30" → "30 June 2026". The date must be a valid ISO date. */
export const dateText = (isoDate: string): string => {
  const [year, month, day] = isoDate.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)
export const counted = (count: number, one: string, many: string): string =>
  `${countText(count)} ${plural(count, one, many)}`

/** "24.4–42.2%" of a share, "15.3 to 56.7" of a difference: a dash would hide a minus sign. */
export const rangeText = ({ low, high, unit }: Pick<NamedFigure, 'low' | 'high' | 'unit'>): string => {
  if (low === null || high === null) return 'no range'
  if (unit === 'difference') return `${percentText(low)} to ${percentText(high)}`
  if (unit === 'share') return `${percentText(low)}–${percentText(high)}%`
  return `${low.toFixed(1)}–${high.toFixed(1)}`
}

/** "(32.7%, 24.4–42.2%)"; under 30 it says "small numbers". Empty where there is no rate. */
export const rateText = (figure: NamedFigure): string =>
  figure.value === null
    ? ''
    : ` (${percentText(figure.value)}%, ${rangeText(figure)}${figure.isSmall ? ', small numbers' : ''})`

export const kOfN = (figure: NamedFigure): string =>
  `${countText(figure.numerator ?? 0)} of ${countText(figure.denominator ?? 0)}`

/** "17 of 68 (25.0%, 16.2–36.4%)." Its label, "By idea", stands before it or beside it. */
export const twinText = (figure: NamedFigure | null): string | null =>
  figure === null || figure.denominator === null || figure.denominator === 0
    ? null
    : `${kOfN(figure)}${rateText(figure)}.`
