import { NONE_ODDS_POINT, SHARPNESS } from './constants.ts'
import type { PackedLists } from './packed-lists.ts'
import { chancesOf } from './passage-graph.ts'
import type { Candidate } from './score-point.ts'

/** Candidates of each stage kept of a point for the road (the first are shown; the others may rise). */
export const KEPT_PER_STAGE = 24

/**
 * One point's candidates of all stages: passages, their own-words scores (0–1), and their chances (0–1) within their stage,
 * where "none of these" has its part.
 */
export interface CandidateRow {
  readonly passages: Int32Array
  readonly scores: Float32Array
  readonly chances: Float32Array
}

/** The rows of many points, one after another: values are chances. */
export interface CandidateRows extends PackedLists {
  readonly scores: Float32Array
}

export const toRow = (stages: readonly (readonly Candidate[])[]): CandidateRow => {
  const kept = stages.map(candidates => candidates.slice(0, KEPT_PER_STAGE))
  const size = kept.reduce((sum, candidates) => sum + candidates.length, 0)
  const row = { passages: new Int32Array(size), scores: new Float32Array(size), chances: new Float32Array(size) }
  let next = 0
  for (const candidates of kept) {
    row.chances.set(chancesOf(candidates, NONE_ODDS_POINT, SHARPNESS), next)
    for (const { at, score } of candidates) {
      row.passages[next] = at
      row.scores[next] = score
      next += 1
    }
  }
  return row
}

export const packRows = (rows: readonly CandidateRow[]): CandidateRows => {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ passages }, i) => {
    starts[i + 1] = starts[i]! + passages.length
  })
  const size = starts[rows.length]!
  const packed = { starts, ids: new Int32Array(size), values: new Float32Array(size), scores: new Float32Array(size) }
  rows.forEach(({ passages, scores, chances }, i) => {
    packed.ids.set(passages, starts[i])
    packed.scores.set(scores, starts[i])
    packed.values.set(chances, starts[i])
  })
  return packed
}

/** Rows of points that follow one another, found in parts. */
export const joinRows = (parts: readonly CandidateRows[]): CandidateRows =>
  packRows(parts.flatMap(part => Array.from({ length: part.starts.length - 1 }, (_, point) => rowAt(part, point))))

/** The row of one point, without a copy. */
export const rowAt = ({ starts, ids, values, scores }: CandidateRows, point: number): CandidateRow => ({
  passages: ids.subarray(starts[point]!, starts[point + 1]!),
  scores: scores.subarray(starts[point]!, starts[point + 1]!),
  chances: values.subarray(starts[point]!, starts[point + 1]!),
})
