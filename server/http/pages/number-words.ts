import type { Figure } from '../../../analysis/finding.ts'

const minus = '−'

/** 10860 → "10,860". */
export const countWords = (count: number): string => count.toLocaleString('en-GB')

/** 1 point, 2 points. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${countWords(count)} ${count === 1 ? one : many}`

const rounded = (value: number): string => {
  const fixed = (Math.abs(value) * 100).toFixed(1)
  return value < 0 && fixed !== '0.0' ? `${minus}${fixed}` : fixed
}

/** A share of 0–1 as "37.2%". Percentages exist only on pages. */
export const percentWords = (share: number): string => `${rounded(share)}%`

/** A difference of shares as percentage points: 0.235 → "23.5". */
export const pointsWords = (difference: number): string => rounded(difference)

const valueWords = (value: number, unit: Figure['unit']): string => {
  if (unit === 'share') return percentWords(value)
  if (unit === 'difference') return `${value > 0 ? '+' : ''}${rounded(value)} points`
  if (unit === 'ratio') return value.toFixed(1)
  if (unit === 'days') return countOf(Math.round(value), 'day')
  return countWords(value)
}

/** The figure's value, or null where there is none. */
export const figureWords = ({ value, unit }: Figure): string | null => (value === null ? null : valueWords(value, unit))

/** "24.4 to 42.2%", or null where the figure has no range. */
export const rangeWords = ({ low, high, unit }: Figure): string | null => {
  if (low === null || high === null || low === high) return null
  if (unit === 'share') return `${rounded(low)} to ${percentWords(high)}`
  if (unit === 'difference') return `${rounded(low)} to ${rounded(high)} percentage points`
  if (unit === 'ratio') return `${low.toFixed(1)} to ${high.toFixed(1)}`
  return `${countWords(Math.round(low))} to ${valueWords(high, unit)}`
}

/** "34 of 104", or the numerator alone, or null. */
export const ofWords = ({ numerator, denominator }: Figure): string | null => {
  if (numerator === null) return null
  return denominator === null ? countWords(numerator) : `${countWords(numerator)} of ${countWords(denominator)}`
}
