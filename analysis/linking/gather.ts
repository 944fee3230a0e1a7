import { NO_TERM } from '../text/lexicon.ts'
import { NEIGHBOURS } from '../text/word-vectors.ts'
import { MIN_COSINE, NEIGHBOURS_SEARCHED } from './constants.ts'
import type { IdLists } from './packed-lists.ts'
import type { PointQuery } from './point-query.ts'
import type { SearchTables } from './search-tables.ts'

/**
 * Sums by passage for one query, gathered along the postings. Kept between queries and cleared whole: that costs less than to note
 * which passages were met.
 */
export interface Gathered {
  readonly bm25: Float32Array
  /** idf of words in common; of words only alike; of pairs, grams (squared), concepts in common. */
  readonly shared: Float32Array
  readonly alike: Float32Array
  readonly pairs: Float32Array
  readonly grams: Float32Array
  readonly concepts: Float32Array
  /** Which word of the query (from 1) last counted a passage: a passage counts its best alike word once. */
  readonly lastWord: Int32Array
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
  lastWord: new Int32Array(passageCount),
  likeness: new Float32Array(1024),
  likeTerms: [],
})

const clear = (sums: Gathered, termCount: number): void => {
  sums.bm25.fill(0)
  sums.shared.fill(0)
  sums.alike.fill(0)
  sums.pairs.fill(0)
  sums.grams.fill(0)
  sums.concepts.fill(0)
  sums.lastWord.fill(0)
  for (const term of sums.likeTerms) sums.likeness[term] = 0
  sums.likeTerms.length = 0
  if (sums.likeness.length < termCount) sums.likeness = new Float32Array(2 * termCount)
}

const noteLikeness = (sums: Gathered, term: number, likeness: number): void => {
  const before = sums.likeness[term]!
  if (before === 0) sums.likeTerms.push(term)
  if (likeness > before) sums.likeness[term] = likeness
}

/** The word itself: BM25, and the words in common. A heading's word counts by its share. */
const gatherWord = (tables: SearchTables, sums: Gathered, term: number, idf: number, word: number): void => {
  noteLikeness(sums, term, 1)
  if (term >= tables.termCount) return
  const { starts, ids, impacts, held } = tables.wordLists
  const { bm25, shared, lastWord } = sums
  const end = starts[term + 1]!
  for (let i = starts[term]!; i < end; i += 1) {
    const at = ids[i]!
    const share = held[i]!
    bm25[at]! += idf * impacts[i]!
    shared[at]! += idf * share
    if (share === 1) lastWord[at] = word
  }
}

const addAlike = (tables: SearchTables, sums: Gathered, term: number, worth: number, word: number): void => {
  const { starts, ids, held } = tables.wordLists
  const { alike, lastWord } = sums
  const end = starts[term + 1]!
  for (let i = starts[term]!; i < end; i += 1) {
    const at = ids[i]!
    if (lastWord[at] === word) continue
    lastWord[at] = word
    alike[at]! += worth * held[i]!
  }
}

/** Words like it, most alike first. A passage counts the most alike word it holds; words that many hold are passed over. */
const gatherNeighbours = (tables: SearchTables, sums: Gathered, term: number, idf: number, word: number): void => {
  const { vectors, facts, commonestCount, termCount } = tables
  const row = facts.vectorRow.values[term]!
  if (vectors === null || row < 0) return
  const { neighbourCosines, neighbourIds } = vectors
  const { starts } = tables.wordLists
  const end = row * NEIGHBOURS + NEIGHBOURS_SEARCHED
  for (let n = row * NEIGHBOURS; n < end; n += 1) {
    const cosine = neighbourCosines[n]! / 255
    if (cosine < MIN_COSINE) break
    const near = facts.termOfVector[neighbourIds[n]!]!
    if (near === NO_TERM || near >= termCount) continue
    const likeness = (cosine - MIN_COSINE) / (1 - MIN_COSINE)
    noteLikeness(sums, near, likeness)
    if (starts[near + 1]! - starts[near]! <= commonestCount) addAlike(tables, sums, near, idf * likeness, word)
  }
}

const addToAll = ({ starts, ids }: IdLists, key: number, into: Float32Array, worth: number): void => {
  const end = starts[key + 1]!
  for (let i = starts[key]!; i < end; i += 1) into[ids[i]!]! += worth
}

/** Gathers all sums of one query. Cost: the postings of its words, of the words like them, and of its grams. */
export const gather = (tables: SearchTables, query: PointQuery, sums: Gathered): void => {
  clear(sums, tables.facts.vectorRow.length)
  for (let i = 0; i < query.termCount; i += 1) {
    gatherWord(tables, sums, query.terms[i]!, query.idfs[i]!, i + 1)
    gatherNeighbours(tables, sums, query.terms[i]!, query.idfs[i]!, i + 1)
  }
  for (const pair of query.pairs) addToAll(tables.pairLists, pair, sums.pairs, tables.pairIdf[pair]!)
  for (const concept of query.concepts)
    addToAll(tables.conceptLists, concept, sums.concepts, tables.conceptIdf[concept]!)
  for (let i = 0; i < query.gramCount; i += 1) {
    const gram = query.grams[i]!
    if (gram >= tables.gramCount) continue
    const idf = tables.gramIdf[gram]!
    addToAll(tables.gramLists, gram, sums.grams, idf * idf)
  }
}
