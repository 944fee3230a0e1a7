/**
 * A share in words (pages.md 3.2): all, nearly all from 90%, most above 55%, about half 45–55%, none. null: say the number. Under
 * 30 numbers stand alone. Both counts are whole and `ofCount` ≥ `count`.
 */
export const shareWord = (count: number, ofCount: number): string | null => {
  if (count === 0) return 'none'
  if (count === ofCount) return 'all'
  if (ofCount < 30) return null
  const share = count / ofCount
  if (share >= 0.9) return 'nearly all'
  if (share > 0.55) return 'most'
  return share >= 0.45 ? 'about half' : null
}
