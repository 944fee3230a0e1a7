import { NONE_ODDS_POINT, SHARPNESS } from './constants.ts'
import { chancesOf } from './passage-graph.ts'
import type { Candidate } from './score-point.ts'

/** Candidates of each stage kept of a point for the road (the first are shown; the others may rise). */
export const KEPT_PER_STAGE = 24

/**
 * One point's candidates of all stages: passages, their own-words scores (0–1), and their chances (0–1) within their stage,
 * where "none of these" has its part. Typed arrays: 10,000 points stay under 20 MB, and a worker can send them.
 */
export interface CandidateRow {
  readonly passages: Int32Array
  readonly scores: Float32Array
  readonly chances: Float32Array
}

export const toRow = (stages: readonly (readonly Candidate[])[]): CandidateRow => {
  const kept = stages.map(candidates => candidates.slice(0, KEPT_PER_STAGE))
  const all = kept.flat()
  return {
    passages: Int32Array.from(all, one => one.at),
    scores: Float32Array.from(all, one => one.score),
    chances: Float32Array.from(kept.flatMap(candidates => chancesOf(candidates, NONE_ODDS_POINT, SHARPNESS))),
  }
}
