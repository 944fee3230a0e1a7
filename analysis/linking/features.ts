import { DIMENSIONS } from '../text/word-vectors.ts'
import type { Gathered } from './gather.ts'
import type { PointQuery } from './point-query.ts'
import type { SearchTables } from './search-tables.ts'

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

const cosine = (vector: Float32Array, vectors: Float32Array, base: number): number => {
  let even = 0
  let odd = 0
  for (let i = 0; i < DIMENSIONS; i += 2) {
    even += vector[i]! * vectors[base + i]!
    odd += vector[i + 1]! * vectors[base + i + 1]!
  }
  return even + odd
}

/** idf share of the passage's words that the point has, or has words like. */
const alikeOfPassage = ({ words, worths, wordSum }: SearchTables, { likeness }: Gathered, at: number): number => {
  const { starts, ids } = words
  const end = starts[at + 1]!
  let sum = 0
  for (let i = starts[at]!; i < end; i += 1) sum += likeness[ids[i]!]! * worths[i]!
  return share(sum, wordSum[at]!)
}

/** In idf, not as a share: "Town" of the heading "Town Plan" must not count as half a match. */
const headingFound = ({ headings, wordIdf, absentIdf }: SearchTables, { likeness }: Gathered, at: number): number => {
  const { starts, ids } = headings
  const end = starts[at + 1]!
  let sum = 0
  for (let i = starts[at]!; i < end; i += 1) sum += wordIdf[ids[i]!]! * likeness[ids[i]!]!
  return Math.min(2, sum / absentIdf)
}

/** Share of the query's numbers that the passage holds (0–1); 0 where the query has none. */
export const numbersFound = ({ words }: SearchTables, numbers: readonly number[], at: number): number => {
  if (numbers.length === 0) return 0
  let found = 0
  for (const number of numbers)
    for (let i = words.starts[at]!; i < words.starts[at + 1]!; i += 1)
      if (words.ids[i] === number) {
        found += 1
        break
      }
  return found / numbers.length
}

/** Writes the parts of the score of passage `at` for a gathered query into `row`. */
export const readFeatures = (
  tables: SearchTables,
  query: PointQuery,
  sums: Gathered,
  at: number,
  row: Float64Array,
): void => {
  const { numbers, wordSum, pairSum, conceptSum } = query
  const length = tables.words.starts[at + 1]! - tables.words.starts[at]!
  // BM25 of the point against itself is its idf sum: a word that is there once counts (k1 + 1)/(1 + k1).
  row[0] = Math.min(1.5, sums.bm25[at]! / Math.max(1e-9, wordSum))
  row[1] = share(sums.shared[at]!, wordSum)
  row[2] = share(sums.shared[at]!, tables.wordSum[at]!)
  row[3] = share(sums.pairs[at]!, pairSum)
  row[4] = share(sums.pairs[at]!, tables.pairSum[at]!)
  row[5] = share(sums.grams[at]!, query.gramNorm * tables.gramNorm[at]!)
  row[6] = share(sums.shared[at]! + sums.alike[at]!, wordSum)
  row[7] = alikeOfPassage(tables, sums, at)
  row[8] = tables.vectors === null ? 0 : cosine(query.vector, tables.meanVectors, at * DIMENSIONS)
  row[9] = share(sums.concepts[at]!, conceptSum)
  row[10] = share(sums.concepts[at]!, tables.conceptSum[at]!)
  row[11] = headingFound(tables, sums, at)
  row[12] = numbersFound(tables, numbers, at)
  row[13] = numbers.length > 0 && row[12] === 0 && tables.hasNumber[at] === 1 ? 1 : 0
  row[14] = Math.log((1 + length) / (1 + query.termCount))
  row[15] = Math.sqrt(row[6]! * row[7]!)
}
