import { DIMENSIONS } from '../text/word-vectors.ts'
import { BM25_K1 } from './constants.ts'
import type { Gathered } from './gather.ts'
import type { IndexWeights } from './index-weights.ts'
import type { PassageIndex } from './passage-index.ts'
import type { PointQuery } from './point-query.ts'

/** The parts of a score, in the order of the weights. All are shares of a perfect match (0–1) unless said otherwise. */
export const FEATURES = [
  'bm25', // against the point's score of itself
  'wordsOfPoint', // idf share of the point's words found in the passage
  'wordsOfPassage', // … of the passage's words found in the point
  'pairsOfPoint',
  'pairsOfPassage',
  'letters', // cosine of character grams
  'alikeOfPoint', // words found or alike
  'alikeOfPassage',
  'meaning', // cosine of the mean word vectors, −1–1
  'conceptsOfPoint',
  'conceptsOfPassage',
  'heading', // idf of the heading's words found or alike, in units of an absent word's idf, at most 2
  'numbers', // share of the point's numbers found
  'otherNumbers', // 1: both have numbers and share none
  'length', // ln of passage length over point length
  'allWays', // geometric mean of alikeOfPoint and alikeOfPassage
] as const
export type Feature = (typeof FEATURES)[number]

const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0)

const cosine = (vector: Float32Array | null, vectors: Float32Array, at: number): number => {
  if (vector === null) return 0
  const base = at * DIMENSIONS
  let sum = 0
  for (let i = 0; i < DIMENSIONS; i += 1) sum += vector[i]! * vectors[base + i]!
  return sum
}

/** idf share of the passage's words that the point has, or has words like. */
const alikeOfPassage = (weights: IndexWeights, sums: Gathered, at: number): number => {
  const { words, worths, wordStart } = weights
  const { likeness } = sums
  const end = wordStart[at + 1]!
  let sum = 0
  for (let i = wordStart[at]!; i < end; i += 1) sum += likeness[words[i]!]! * worths[i]!
  return share(sum, weights.wordSum[at]!)
}

/** In idf, not as a share: "Town" of the heading "Town Plan" must not count as half a match. */
const headingFound = (index: PassageIndex, weights: IndexWeights, sums: Gathered, at: number): number => {
  let sum = 0
  for (const term of index.words[at]!.headingTerms) sum += weights.wordIdf[term]! * sums.likeness[term]!
  return Math.min(2, sum / weights.absentIdf)
}

const numbersFound = (index: PassageIndex, query: PointQuery, at: number): number => {
  if (query.numbers.length === 0) return 0
  const { terms } = index.words[at]!
  return query.numbers.filter(number => terms.includes(number)).length / query.numbers.length
}

/** Writes the parts of the score of passage `at` for a gathered query into `row`. */
export const readFeatures = (
  index: PassageIndex,
  weights: IndexWeights,
  query: PointQuery,
  sums: Gathered,
  at: number,
  row: Float64Array,
): void => {
  const selfScore = query.wordSum * ((BM25_K1 + 1) / (1 + BM25_K1))
  row[0] = Math.min(1.5, sums.bm25[at]! / Math.max(1e-9, selfScore))
  row[1] = share(sums.shared[at]!, query.wordSum)
  row[2] = share(sums.shared[at]!, weights.wordSum[at]!)
  row[3] = share(sums.pairs[at]!, query.pairSum)
  row[4] = share(sums.pairs[at]!, weights.pairSum[at]!)
  row[5] = share(sums.grams[at]!, query.gramNorm * weights.gramNorm[at]!)
  row[6] = share(sums.alike[at]!, query.wordSum)
  row[7] = alikeOfPassage(weights, sums, at)
  row[8] = cosine(query.vector, weights.vectors, at)
  row[9] = share(sums.concepts[at]!, query.conceptSum)
  row[10] = share(sums.concepts[at]!, weights.conceptSum[at]!)
  row[11] = headingFound(index, weights, sums, at)
  row[12] = numbersFound(index, query, at)
  row[13] = query.numbers.length > 0 && row[12] === 0 && weights.hasNumber[at] === 1 ? 1 : 0
  row[14] = Math.log((1 + weights.wordStart[at + 1]! - weights.wordStart[at]!) / (1 + query.terms.length))
  row[15] = Math.sqrt(row[6]! * row[7]!)
}
