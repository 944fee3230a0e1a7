import type { Figure } from '../../../analysis/finding.ts'

/** A figure on its scale, 100 units wide: a share from 0 to 100, a difference from −100 to 100. The range is always drawn. */
export interface Strip {
  readonly isShown: boolean
  readonly x: string
  readonly width: string
  readonly middle: string
  readonly zero: string
  readonly left: string
  readonly right: string
}

/** Narrower than this a range would not be seen. */
const leastWidth = 0.6

export const drawStrip = ({ value, low, high, unit }: Figure): Strip => {
  const isDifference = unit === 'difference'
  const hasScale = isDifference || unit === 'share'
  const isShown = hasScale && value !== null && low !== null && high !== null
  const at = (share: number): number => Math.min(100, Math.max(0, isDifference ? (share + 1) * 50 : share * 100))
  const text = (place: number): string => String(Math.round(place * 10) / 10)
  return {
    isShown,
    x: isShown ? text(at(low)) : '0',
    width: isShown ? text(Math.max(leastWidth, at(high) - at(low))) : '0',
    middle: isShown ? text(at(value)) : '0',
    zero: text(at(0)),
    left: isDifference ? '−100' : '0',
    right: isDifference ? '+100' : '100%',
  }
}
