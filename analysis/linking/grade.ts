import { LIKELY_SCORE } from './suggest-kind.ts'

export const GRADES = ['near-verbatim', 'likely', 'same-topic-only', 'nothing-found'] as const
export type Grade = (typeof GRADES)[number]

/** Share of neighbouring word pairs, of the point or of the passage, found in the other (0–1): from here near-verbatim. */
const VERBATIM_PAIR_SHARE = 0.5
/** … and at least so many pairs, for three words in common are no quotation. */
const VERBATIM_PAIR_COUNT = 4
/** Below this a candidate is not offered: chance that it is the right passage (0–1). */
export const NOTHING_SCORE = 0.002

/** near-verbatim: half of the word pairs; likely: score ≥ 0.5; same topic only: below; nothing found: no candidate ≥ 0.002. */
export const gradeOf = (score: number, pairCount: number, pairShare: number): Grade => {
  if (pairCount >= VERBATIM_PAIR_COUNT && pairShare >= VERBATIM_PAIR_SHARE) return 'near-verbatim'
  if (score >= LIKELY_SCORE) return 'likely'
  return score >= NOTHING_SCORE ? 'same-topic-only' : 'nothing-found'
}
