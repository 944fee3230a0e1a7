import { NO_TERM } from '../text/lexicon.ts'
import { NEIGHBOURS } from '../text/word-vectors.ts'
import { BM25_K1, COMMON_FLOOR, COMMON_SHARE, MIN_COSINE, NEIGHBOURS_SEARCHED } from './constants.ts'
import type { IndexWeights } from './index-weights.ts'
import type { PassageIndex } from './passage-index.ts'
import type { PointQuery } from './point-query.ts'
import type { Postings } from './postings.ts'

/** Sums by passage for one query, gathered along the postings. Kept between queries; cleared by `touched`. */
export interface Gathered {
  readonly bm25: Float32Array
  /** idf of words in common; of words in common or alike; of pairs, grams (squared), concepts in common. */
  readonly shared: Float32Array
  readonly alike: Float32Array
  readonly pairs: Float32Array
  readonly grams: Float32Array
  readonly concepts: Float32Array
  /** Passages with any sum, in the order met. */
  readonly touched: Int32Array
  touchedCount: number
  /** Which word of the query last counted a passage: a passage counts its best alike word once. */
  readonly lastWord: Int32Array
  readonly isTouched: Uint8Array
  /** By term: likeness (0–1) of the query's most alike word; cleared by `likeTerms`. */
  likeness: Float32Array
  readonly likeTerms: number[]
}

export const createGathered = (passageCount: number): Gathered => ({
  bm25: new Float32Array(passageCount),
  shared: new Float32Array(passageCount),
  alike: new Float32Array(passageCount),
  pairs: new Float32Array(passageCount),
  grams: new Float32Array(passageCount),
  concepts: new Float32Array(passageCount),
  touched: new Int32Array(passageCount),
  touchedCount: 0,
  lastWord: new Int32Array(passageCount).fill(-1),
  isTouched: new Uint8Array(passageCount),
  likeness: new Float32Array(1024),
  likeTerms: [],
})

const clear = (sums: Gathered): void => {
  for (let i = 0; i < sums.touchedCount; i += 1) {
    const at = sums.touched[i]!
    sums.bm25[at] = 0
    sums.shared[at] = 0
    sums.alike[at] = 0
    sums.pairs[at] = 0
    sums.grams[at] = 0
    sums.concepts[at] = 0
    sums.lastWord[at] = -1
    sums.isTouched[at] = 0
  }
  sums.touchedCount = 0
  for (const term of sums.likeTerms) sums.likeness[term] = 0
  sums.likeTerms.length = 0
}

const touch = (sums: Gathered, at: number): void => {
  if (sums.isTouched[at] !== 0) return
  sums.isTouched[at] = 1
  sums.touched[sums.touchedCount] = at
  sums.touchedCount += 1
}

const noteLikeness = (sums: Gathered, term: number, likeness: number): void => {
  const before = sums.likeness[term]!
  if (before === 0) sums.likeTerms.push(term)
  if (likeness > before) sums.likeness[term] = likeness
}

/** The word itself: BM25, and the words in common. A heading's word counts by its share. */
const gatherWord = (
  index: PassageIndex,
  weights: IndexWeights,
  sums: Gathered,
  term: number,
  idf: number,
  word: number,
) => {
  const list = index.wordLists[term]
  noteLikeness(sums, term, 1)
  if (list === undefined) return
  const { passages, counts, length } = list
  const { bm25, shared, alike, lastWord } = sums
  const { lengthNorm } = weights
  for (let i = 0; i < length; i += 1) {
    const at = passages[i]!
    const count = counts[i]!
    const held = count < 1 ? count : 1
    touch(sums, at)
    bm25[at]! += (idf * count * (BM25_K1 + 1)) / (count + lengthNorm[at]!)
    shared[at]! += idf * held
    alike[at]! += idf * held
    if (held === 1) lastWord[at] = word
  }
}

/** A gram, or a word only like the one asked, that more passages hold is passed over: it costs most and tells least. */
const commonestOf = (passageCount: number): number => Math.max(COMMON_FLOOR, COMMON_SHARE * passageCount)

const addAlike = (sums: Gathered, { passages, counts, length }: Postings, worth: number, word: number): void => {
  const { alike, lastWord } = sums
  for (let i = 0; i < length; i += 1) {
    const at = passages[i]!
    if (lastWord[at] === word) continue
    lastWord[at] = word
    touch(sums, at)
    alike[at]! += worth * Math.min(1, counts[i]!)
  }
}

/** Words like it, most alike first. A passage counts the most alike word it holds. */
const gatherNeighbours = (index: PassageIndex, sums: Gathered, term: number, idf: number, word: number): void => {
  const { vectors } = index
  const row = index.vectorOfTerm[term] ?? -1
  if (vectors === null || row < 0) return
  const { neighbourCosines, neighbourIds } = vectors
  const commonest = commonestOf(index.passages.length)
  const end = row * NEIGHBOURS + NEIGHBOURS_SEARCHED
  for (let n = row * NEIGHBOURS; n < end; n += 1) {
    const cosine = neighbourCosines[n]! / 255
    if (cosine < MIN_COSINE) break
    const near: number = index.termOfVector[neighbourIds[n]!]!
    if (near === NO_TERM) continue
    const likeness = (cosine - MIN_COSINE) / (1 - MIN_COSINE)
    noteLikeness(sums, near, likeness)
    const list: Postings | undefined = index.wordLists[near]
    if (list !== undefined && list.length <= commonest) addAlike(sums, list, idf * likeness, word)
  }
}

const gatherPairs = (index: PassageIndex, weights: IndexWeights, sums: Gathered, pairs: readonly number[]): void => {
  const { firstOf, nextOf, passageOf } = index.pairs
  for (const pair of pairs)
    for (let i = firstOf[pair]!; i >= 0; i = nextOf[i]!) {
      touch(sums, passageOf[i]!)
      sums.pairs[passageOf[i]!]! += weights.pairIdf[pair]!
    }
}

const gatherList = (
  lists: PassageIndex['gramLists'],
  sums: Gathered,
  into: Float32Array,
  keys: Iterable<number>,
  idfs: Float32Array,
  power: 1 | 2,
  commonest: number,
): void => {
  for (const key of keys) {
    const list = lists[key]
    if (list === undefined || key >= idfs.length || list.length > commonest) continue
    const worth = power === 2 ? idfs[key]! * idfs[key]! : idfs[key]!
    const { passages, length } = list
    for (let i = 0; i < length; i += 1) {
      const at = passages[i]!
      touch(sums, at)
      into[at]! += worth
    }
  }
}

/** Gathers all sums of one query. Cost: the postings of its words, of the words like them, and of its grams. */
export const gather = (index: PassageIndex, weights: IndexWeights, query: PointQuery, sums: Gathered): void => {
  clear(sums)
  if (sums.likeness.length < index.lexicon.terms.length)
    sums.likeness = new Float32Array(2 * index.lexicon.terms.length)
  for (let word = 0; word < query.terms.length; word += 1) {
    gatherWord(index, weights, sums, query.terms[word]!, query.idfs[word]!, word)
    gatherNeighbours(index, sums, query.terms[word]!, query.idfs[word]!, word)
  }
  gatherPairs(index, weights, sums, query.pairs)
  gatherList(index.gramLists, sums, sums.grams, query.grams, weights.gramIdf, 2, commonestOf(index.passages.length))
  gatherList(index.conceptLists, sums, sums.concepts, query.concepts, weights.conceptIdf, 1, Infinity)
}
