/**
 * Marks by largest remainder: as many marks as asked for, shared out by count. For pictures only; the number beside them
 * is the count itself.
 */
export const apportion = (counts: readonly number[], markCount: number): readonly number[] => {
  const total = counts.reduce((a, b) => a + b, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map(count => (count * markCount) / total)
  const marks = exact.map(Math.floor)
  const left = markCount - marks.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
  for (const { place } of byRemainder.slice(0, left)) marks[place] = (marks[place] ?? 0) + 1
  return marks
}
