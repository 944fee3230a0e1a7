import type { GroupCounts } from '../finding.ts'

/** How many of ten points were answered, as ten marks show it. */
export interface OfTen {
  /** Marks of what was answered, 0 to 10. */
  readonly count: number
  /** `nearly-all`: all ten marks, and yet some have no answer. `hardly-any`: no mark, and yet some were answered. */
  readonly limit: 'nearly-all' | 'hardly-any' | null
}

const order = ({ count, limit }: OfTen): number => {
  // A little less than ten stands before ten, a little more than none after none.
  if (limit === 'nearly-all') return count - 0.5
  return limit === 'hardly-any' ? count + 0.5 : count
}

/**
 * Ten marks are shared out by largest remainder, so that a few points may have no mark of their own. Words must not round them away:
 * "10 of every 10" is said only where every decided point has an answer, "0" only where none has. `noAnswerMarks`: how many of the
 * ten marks are drawn for "No answer found".
 */
export const answeredOfTen = (
  { answered, noAnswer }: Pick<GroupCounts, 'answered' | 'noAnswer'>,
  noAnswerMarks: number,
): OfTen => {
  const count = 10 - noAnswerMarks
  if (count === 10 && noAnswer > 0) return { count, limit: 'nearly-all' }
  return { count, limit: count === 0 && answered > 0 ? 'hardly-any' : null }
}

/** Each number once, smallest first: what the consultations of a body are said to span. */
export const spanOfTen = (all: readonly OfTen[]): readonly OfTen[] =>
  all
    .filter((one, place) => all.findIndex(other => order(other) === order(one)) === place)
    .toSorted((a, b) => order(a) - order(b))
