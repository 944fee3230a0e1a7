import { DIMENSIONS } from '../text/word-vectors.ts'
import { COUNCIL_CONCEPTS } from '../text/council-words.ts'
import { BM25_B, BM25_K1 } from './constants.ts'
import type { PassageIndex } from './passage-index.ts'
import type { PostingLists } from './postings.ts'

/** Weights that depend on all passages. Renewed after passages were added: linear, without reading a text again. */
export interface IndexWeights {
  readonly passageCount: number
  readonly wordIdf: Float32Array
  readonly pairIdf: Float32Array
  readonly gramIdf: Float32Array
  readonly conceptIdf: Float32Array
  /** idf of what no passage holds: the most telling words of a point may be among these. */
  readonly absentIdf: number
  /** BM25's length part, k1·(1 − b + b·length/mean), by passage. */
  readonly lengthNorm: Float32Array
  /** Sums over what a passage holds, by passage: what a perfect match would share with it. */
  readonly wordSum: Float32Array
  readonly pairSum: Float32Array
  readonly gramNorm: Float32Array
  readonly inverseGramNorm: Float32Array
  readonly conceptSum: Float32Array
  /** Words of all passages one after another, from `wordStart` of a passage to that of the next, with idf × share held. */
  readonly wordStart: Int32Array
  readonly words: Int32Array
  readonly worths: Float32Array
  /** Mean word vectors one after another, DIMENSIONS each; zeros where a passage has none. */
  readonly vectors: Float32Array
  /** 1 where a passage holds a number. */
  readonly hasNumber: Uint8Array
}

/** Robertson's idf, kept above 0: ln(1 + (N − n + ½)/(n + ½)). */
export const idfOf = (passageCount: number, holdingCount: number): number =>
  Math.log(1 + (passageCount - holdingCount + 0.5) / (holdingCount + 0.5))

const idfsOf = (lists: PostingLists, size: number, passageCount: number): Float32Array => {
  const idfs = new Float32Array(size)
  for (let key = 0; key < size; key += 1) idfs[key] = idfOf(passageCount, lists[key]?.length ?? 0)
  return idfs
}

const sumsOf = (count: number, sum: (at: number) => number): Float32Array => {
  const sums = new Float32Array(count)
  for (let at = 0; at < count; at += 1) sums[at] = sum(at)
  return sums
}

const total = (keys: Int32Array, idfs: Float32Array): number => {
  let sum = 0
  for (const key of keys) sum += idfs[key]!
  return sum
}

const squareTotal = (keys: Int32Array, idfs: Float32Array): number => {
  let sum = 0
  for (const key of keys) sum += idfs[key]! * idfs[key]!
  return Math.sqrt(sum)
}

/** Lays the words of all passages end to end: scoring reads them some thousand times a point. */
const layWords = (index: PassageIndex, wordIdf: Float32Array) => {
  const size = index.words.reduce((sum, { terms }) => sum + terms.length, 0)
  const wordStart = new Int32Array(index.words.length + 1)
  const words = new Int32Array(size)
  const worths = new Float32Array(size)
  let next = 0
  index.words.forEach(({ terms, weights }, at) => {
    for (let i = 0; i < terms.length; i += 1) {
      words[next] = terms[i]!
      worths[next] = Math.min(1, weights[i]!) * wordIdf[terms[i]!]!
      next += 1
    }
    wordStart[at + 1] = next
  })
  return { wordStart, words, worths }
}

const layVectors = (index: PassageIndex): Float32Array => {
  const vectors = new Float32Array(index.words.length * DIMENSIONS)
  index.words.forEach(({ vector }, at) => {
    if (vector !== null) vectors.set(vector, at * DIMENSIONS)
  })
  return vectors
}

const isNumberTerm = (term: string): boolean => term.charCodeAt(0) >= 48 && term.charCodeAt(0) <= 57

export const weighIndex = (index: PassageIndex): IndexWeights => {
  const count = index.passages.length
  const mean = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count)
  const wordIdf = idfsOf(index.wordLists, index.lexicon.terms.length, count)
  const pairIdf = Float32Array.from({ length: index.pairs.idOf.size }, (_, pair) =>
    idfOf(count, index.pairs.countOf[pair]!),
  )
  const gramIdf = idfsOf(index.gramLists, index.gramIds.size, count)
  const conceptIdf = idfsOf(index.conceptLists, COUNCIL_CONCEPTS.length, count)
  const laid = layWords(index, wordIdf)
  const gramNorm = sumsOf(count, at => squareTotal(index.words[at]!.grams, gramIdf))
  return {
    passageCount: count,
    wordIdf,
    pairIdf,
    gramIdf,
    conceptIdf,
    absentIdf: Math.fround(idfOf(count, 0)),
    lengthNorm: sumsOf(count, at => BM25_K1 * (1 - BM25_B + (BM25_B * (index.lengths[at] ?? 0)) / Math.max(1, mean))),
    ...laid,
    vectors: layVectors(index),
    hasNumber: Uint8Array.from(index.words, ({ terms }) =>
      terms.some(term => isNumberTerm(index.lexicon.terms[term]!)) ? 1 : 0,
    ),
    wordSum: sumsOf(count, at => {
      let sum = 0
      for (let i = laid.wordStart[at]!; i < laid.wordStart[at + 1]!; i += 1) sum += laid.worths[i]!
      return sum
    }),
    pairSum: sumsOf(count, at => total(index.words[at]!.pairs, pairIdf)),
    gramNorm,
    inverseGramNorm: gramNorm.map(norm => 1 / (norm + 1e-9)),
    conceptSum: sumsOf(count, at => total(index.words[at]!.concepts, conceptIdf)),
  }
}
