import type { BestList } from './best-list.ts'
import { NONE_ODDS_POINT, SHARPNESS } from './constants.ts'
import { joinLists, type PackedLists } from './packed-lists.ts'
import { sharedFloats, sharedInts } from './shared-arrays.ts'

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

/** Odds to chances within one stage, with room for "none of these". Writes to `into` from `offset`. */
export const writeChances = (
  candidates: BestList,
  count: number,
  noneOdds: number,
  sharpness: number,
  into: Float32Array | Float64Array,
  offset: number,
): void => {
  let sum = noneOdds
  for (let i = 0; i < count; i += 1) {
    const score = candidates.value[i]!
    const odds = (score / (1 - score + 1e-9)) ** sharpness
    into[offset + i] = odds
    sum += odds
  }
  for (let i = 0; i < count; i += 1) into[offset + i]! /= sum
}

/** The row of the point scored last. */
export const toRow = (stages: readonly BestList[]): CandidateRow => {
  let size = 0
  for (const { length } of stages) size += length
  const row = { passages: new Int32Array(size), scores: new Float32Array(size), chances: new Float32Array(size) }
  let next = 0
  for (const kept of stages) {
    writeChances(kept, kept.length, NONE_ODDS_POINT, SHARPNESS, row.chances, next)
    for (let i = 0; i < kept.length; i += 1) {
      row.passages[next] = kept.at[i]!
      row.scores[next] = kept.value[i]!
      next += 1
    }
  }
  return row
}

export const packRows = (rows: readonly CandidateRow[]): CandidateRows => {
  const starts = sharedInts(rows.length + 1)
  rows.forEach(({ passages }, i) => {
    starts[i + 1] = starts[i]! + passages.length
  })
  const size = starts[rows.length]!
  const packed = { starts, ids: sharedInts(size), values: sharedFloats(size), scores: sharedFloats(size) }
  rows.forEach(({ passages, scores, chances }, i) => {
    packed.ids.set(passages, starts[i])
    packed.scores.set(scores, starts[i])
    packed.values.set(chances, starts[i])
  })
  return packed
}

/** The row of one point, without a copy. */
export const rowAt = ({ starts, ids, values, scores }: CandidateRows, point: number): CandidateRow => ({
  passages: ids.subarray(starts[point]!, starts[point + 1]!),
  scores: scores.subarray(starts[point]!, starts[point + 1]!),
  chances: values.subarray(starts[point]!, starts[point + 1]!),
})

/** Rows of points that follow one another, found in parts. */
export const joinRows = (parts: readonly CandidateRows[]): CandidateRows => {
  const lists = joinLists(parts)
  const scores = sharedFloats(lists.ids.length)
  let next = 0
  for (const part of parts) {
    scores.set(part.scores, next)
    next += part.scores.length
  }
  return { ...lists, scores }
}
