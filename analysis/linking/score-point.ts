import { STAGES } from '../../data/model/document.ts'
import { CANDIDATES_PER_STAGE, FIRST_LOOK_FLOOR } from './constants.ts'
import { FEATURES, readFeatures } from './features.ts'
import { gather, type Gathered } from './gather.ts'
import type { IndexWeights } from './index-weights.ts'
import type { PassageIndex } from './passage-index.ts'
import type { PointQuery } from './point-query.ts'
import { FITTED_OFFSET, FITTED_SLOPE, WEIGHT_ROW } from './weights.ts'

/** A passage that may answer a point, with the odds its own words give (0–1). */
export interface Candidate {
  readonly at: number
  readonly score: number
}

/** Cheap first look, from gathered sums alone, by which the candidates of a stage are chosen. */
const firstLook = (weights: IndexWeights, query: PointQuery, sums: Gathered, at: number): number =>
  (sums.bm25[at]! + 2 * sums.alike[at]! + 0.5 * sums.pairs[at]! + 0.3 * sums.concepts[at]!) / (query.wordSum + 1e-9) +
  (2 * sums.grams[at]!) / (query.gramNorm * weights.gramNorm[at]! + 1e-9)

/** Keeps the best `size` of a stream, as a heap with the worst on top. */
interface Best {
  readonly at: Int32Array
  readonly value: Float64Array
  length: number
}

const isWorse = (best: Best, a: number, b: number): boolean =>
  best.value[a]! < best.value[b]! || (best.value[a] === best.value[b] && best.at[a]! > best.at[b]!)

const swap = (best: Best, a: number, b: number): void => {
  const at = best.at[a]!
  const value = best.value[a]!
  best.at[a] = best.at[b]!
  best.value[a] = best.value[b]!
  best.at[b] = at
  best.value[b] = value
}

const siftUp = (best: Best, from: number): void => {
  for (let child = from; child > 0;) {
    const parent = (child - 1) >> 1
    if (!isWorse(best, child, parent)) return
    swap(best, child, parent)
    child = parent
  }
}

const siftDown = (best: Best): void => {
  for (let parent = 0; ;) {
    let worst = parent
    for (const child of [2 * parent + 1, 2 * parent + 2])
      if (child < best.length && isWorse(best, child, worst)) worst = child
    if (worst === parent) return
    swap(best, parent, worst)
    parent = worst
  }
}

const offer = (best: Best, at: number, value: number): void => {
  if (best.length < best.at.length) {
    best.at[best.length] = at
    best.value[best.length] = value
    best.length += 1
    siftUp(best, best.length - 1)
    return
  }
  if (value < best.value[0]! || (value === best.value[0] && at > best.at[0]!)) return
  best.at[0] = at
  best.value[0] = value
  siftDown(best)
}

/** What one thread needs to score points one after another. */
export interface Scorer {
  readonly index: PassageIndex
  readonly weights: IndexWeights
  readonly sums: Gathered
  /** By passage: its stage as a place in STAGES. */
  readonly stageOf: Uint8Array
  readonly best: readonly Best[]
  readonly row: Float64Array
}

export const createScorer = (index: PassageIndex, weights: IndexWeights, sums: Gathered): Scorer => ({
  index,
  weights,
  sums,
  stageOf: Uint8Array.from(index.passages, passage => STAGES.indexOf(passage.stage)),
  best: STAGES.map(() => ({
    at: new Int32Array(CANDIDATES_PER_STAGE),
    value: new Float64Array(CANDIDATES_PER_STAGE),
    length: 0,
  })),
  row: new Float64Array(FEATURES.length),
})

/** The weighted sum of a row of features as odds (0–1). */
export const scoreOfRow = (row: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += row[i]! * WEIGHT_ROW[i]!
  return 1 / (1 + Math.exp(-(FITTED_SLOPE * sum + FITTED_OFFSET)))
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.at - b.at

/**
 * Scores one query against every passage: per stage, in the order of STAGES, its best candidates by their own words.
 * `isWanted` leaves passages out (a passage looked up against its own document).
 */
export const scorePoint = (
  scorer: Scorer,
  query: PointQuery,
  isWanted: ((at: number) => boolean) | null,
): readonly (readonly Candidate[])[] => {
  const { index, weights, sums, stageOf, best, row } = scorer
  gather(index, weights, query, sums)
  for (const kept of best) kept.length = 0
  for (let i = 0; i < sums.touchedCount; i += 1) {
    const at = sums.touched[i]!
    if (isWanted !== null && !isWanted(at)) continue
    offer(best[stageOf[at]!]!, at, firstLook(weights, query, sums, at))
  }
  return best.map(kept => {
    const candidates: Candidate[] = []
    let top = 0
    for (let i = 0; i < kept.length; i += 1) top = Math.max(top, kept.value[i]!)
    for (let i = 0; i < kept.length; i += 1) {
      if (kept.value[i]! < FIRST_LOOK_FLOOR * top) continue
      readFeatures(index, weights, query, sums, kept.at[i]!, row)
      candidates.push({ at: kept.at[i]!, score: scoreOfRow(row) })
    }
    return candidates.sort(byScore)
  })
}
