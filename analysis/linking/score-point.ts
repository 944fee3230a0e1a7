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

/** Keeps the best `size` of a stream, as a heap with the worst on top. */
interface Best {
  readonly at: Int32Array
  readonly value: Float64Array
  length: number
  /** How many are kept, at most the length of the arrays. */
  limit: number
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
  if (best.length < best.limit) {
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
  readonly stagesHeld: readonly number[]
  readonly best: readonly Best[]
  readonly row: Float64Array
}

export const createScorer = (index: PassageIndex, weights: IndexWeights, sums: Gathered): Scorer => ({
  stagesHeld: [...STAGES.keys()].filter(stage => index.passages.some(passage => passage.stage === STAGES[stage])),
  index,
  weights,
  sums,
  stageOf: Uint8Array.from(index.passages, passage => STAGES.indexOf(passage.stage)),
  best: STAGES.map(() => ({
    at: new Int32Array(CANDIDATES_PER_STAGE),
    value: new Float64Array(CANDIDATES_PER_STAGE),
    length: 0,
    limit: CANDIDATES_PER_STAGE,
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
 * Cheap first look at every passage met, from gathered sums alone: the best of each stage are the candidates. `without` leaves
 * a document out: a passage looked up against its own.
 */
const lookFirst = (
  { index, weights, sums, stageOf, best }: Scorer,
  query: PointQuery,
  without: string | null,
): void => {
  const { bm25, alike, pairs, concepts, grams, touched, touchedCount } = sums
  const { inverseGramNorm } = weights
  const perWord = 1 / (query.wordSum + 1e-9)
  const perGram = 2 / (query.gramNorm + 1e-9)
  for (const kept of best) kept.length = 0
  for (let i = 0; i < touchedCount; i += 1) {
    const at = touched[i]!
    const value =
      (bm25[at]! + 2 * alike[at]! + 0.5 * pairs[at]! + 0.3 * concepts[at]!) * perWord +
      perGram * grams[at]! * inverseGramNorm[at]!
    const kept = best[stageOf[at]!]!
    if (kept.length === kept.limit && value < kept.value[0]!) continue
    if (without === null || index.passages[at]!.document !== without) offer(kept, at, value)
  }
}

/** Scores one query against every passage: per stage, in the order of STAGES, its best candidates by their own words. */
export const scorePoint = (
  scorer: Scorer,
  query: PointQuery,
  without: string | null = null,
  limit: number = CANDIDATES_PER_STAGE,
): readonly (readonly Candidate[])[] => {
  const { index, weights, sums, best, row } = scorer
  for (const kept of best) kept.limit = limit
  gather(index, weights, query, sums)
  lookFirst(scorer, query, without)
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
