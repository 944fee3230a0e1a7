import { STAGES } from '../../data/model/document.ts'
import { createBestList, offer, sortBest, type BestList } from './best-list.ts'
import { CANDIDATES_PER_STAGE, FIRST_LOOK_FLOOR } from './constants.ts'
import { FEATURES, readFeatures } from './features.ts'
import { createGathered, gather, type Gathered } from './gather.ts'
import { createQuery, type PointQuery } from './point-query.ts'
import type { SearchTables } from './search-tables.ts'
import { FITTED_OFFSET, FITTED_SLOPE, WEIGHT_ROW } from './weights.ts'

/** What one thread needs to score points one after another. */
export interface Scorer {
  readonly tables: SearchTables
  readonly query: PointQuery
  readonly sums: Gathered
  /** By stage, in the order of STAGES: candidates of the point scored last, best first, with the odds its own words give (0–1). */
  readonly found: readonly BestList[]
  /** By stage: a first look below this cannot be among its candidates any more. */
  readonly bars: Float64Array
  readonly row: Float64Array
}

export const createScorer = (tables: SearchTables): Scorer => ({
  tables,
  query: createQuery(),
  sums: createGathered(tables.passageCount),
  found: STAGES.map(() => createBestList(CANDIDATES_PER_STAGE)),
  bars: new Float64Array(STAGES.length),
  row: new Float64Array(FEATURES.length),
})

/** The weighted sum of a row of features as odds (0–1). */
export const scoreOfRow = (row: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += row[i]! * WEIGHT_ROW[i]!
  return 1 / (1 + Math.exp(-(FITTED_SLOPE * sum + FITTED_OFFSET)))
}

/** Where nothing is left out. */
const NONE = -1

/** What a search leaves out: a passage looked up elsewhere leaves out its own document and stage. */
export interface LeftOut {
  readonly document: number
  readonly stage: number
}
const NOTHING_LEFT_OUT: LeftOut = { document: NONE, stage: NONE }

/** Cheap first look at every passage, from gathered sums alone: the best of each stage are the candidates. */
const lookFirst = (scorer: Scorer, { document, stage: without }: LeftOut): void => {
  const { tables, query, found, bars } = scorer
  const { bm25, shared, alike, pairs, concepts, grams } = scorer.sums
  const { inverseGramNorm, stageOf, documentOf, passageCount } = tables
  const perWord = 1 / (query.wordSum + 1e-9)
  const perGram = 2 / (query.gramNorm + 1e-9)
  bars.fill(Number.MIN_VALUE)
  if (without !== NONE) bars[without] = Infinity
  for (const kept of found) kept.length = 0
  for (let at = 0; at < passageCount; at += 1) {
    const value =
      (bm25[at]! + 2 * (shared[at]! + alike[at]!) + 0.5 * pairs[at]! + 0.3 * concepts[at]!) * perWord +
      perGram * grams[at]! * inverseGramNorm[at]!
    const stage = stageOf[at]!
    if (value < bars[stage]! || documentOf[at] === document) continue
    const kept = found[stage]!
    offer(kept, at, value)
    const worst = kept.length === kept.limit ? kept.value[0]! : 0
    bars[stage] = Math.max(bars[stage]!, worst, FIRST_LOOK_FLOOR * value)
  }
}

/**
 * Scores the query that was read into the scorer against every passage: leaves in `found` the best candidates of each stage by their
 * own words.
 */
export const scoreQuery = (
  scorer: Scorer,
  limit: number = CANDIDATES_PER_STAGE,
  leftOut: LeftOut = NOTHING_LEFT_OUT,
): void => {
  const { tables, query, sums, found, bars, row } = scorer
  for (const kept of found) kept.limit = limit
  gather(tables, query, sums)
  lookFirst(scorer, leftOut)
  for (let stage = 0; stage < found.length; stage += 1) {
    const kept = found[stage]!
    let count = 0
    for (let i = 0; i < kept.length; i += 1) {
      if (kept.value[i]! < bars[stage]!) continue
      const at = kept.at[i]!
      readFeatures(tables, query, sums, at, row)
      kept.at[count] = at
      kept.value[count] = scoreOfRow(row)
      count += 1
    }
    kept.length = count
    sortBest(kept)
  }
}
