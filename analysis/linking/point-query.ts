import { conceptsIn } from '../text/concepts.ts'
import type { Language } from '../text/language.ts'
import type { IndexWeights } from './index-weights.ts'
import { pairKey } from './pair-chains.ts'
import { gramsOf, termsOfText, vectorOf, type PassageIndex } from './passage-index.ts'

/** A text's words read against an index, and the sums a perfect match would reach. */
export interface QueryWords {
  readonly terms: Int32Array
  /** idf of each term. */
  readonly idfs: Float32Array
  readonly wordSum: number
  readonly numbers: readonly number[]
  readonly pairs: readonly number[]
  readonly pairSum: number
}

/** A point (or any text) as everything it looks for. */
export interface PointQuery extends QueryWords {
  readonly grams: Int32Array
  readonly gramNorm: number
  readonly concepts: readonly number[]
  readonly conceptSum: number
  readonly vector: Float32Array | null
}

/** Terms of one text that are scored: a text of several hundred words is matched by its rarest so many. */
const MAX_QUERY_TERMS = 96
/** Neighbouring words of one text that are looked at. */
const MAX_PAIRS = 1_000

const isNumberTerm = (term: string): boolean => term.charCodeAt(0) >= 48 && term.charCodeAt(0) <= 57

const idfAt = (idfs: Float32Array, at: number, absent: number): number => (at < idfs.length ? idfs[at]! : absent)

const knownPairs = (index: PassageIndex, sequence: readonly number[]): { pairs: Set<number>; absentCount: number } => {
  const pairs = new Set<number>()
  let absentCount = 0
  for (let at = 1; at < sequence.length; at += 1) {
    const pair = index.pairs.idOf.get(pairKey(sequence[at - 1]!, sequence[at]!))
    if (pair === undefined) absentCount += 1
    else pairs.add(pair)
  }
  return { pairs, absentCount }
}

/** Grams of terms, with what a passage holding all of them would score. */
const gramsOfTerms = (index: PassageIndex, weights: IndexWeights, terms: Int32Array) => {
  const grams = new Set<number>()
  for (const term of terms) for (const gram of gramsOf(index, term)) grams.add(gram)
  let square = 0
  for (const gram of grams) square += idfAt(weights.gramIdf, gram, weights.absentIdf) ** 2
  return { grams: Int32Array.from(grams), gramNorm: Math.sqrt(square) }
}

/**
 * Different terms of a text, in order; of a long text the rarest, for common ones cost most and tell least. Equally rare ones
 * stay in order: numbers of terms differ between workers.
 */
const termsToSeek = (weights: IndexWeights, sequence: readonly number[], maxTerms: number): Int32Array => {
  const terms = [...new Set(sequence)]
  if (terms.length <= maxTerms) return Int32Array.from(terms)
  const idf = (term: number): number => idfAt(weights.wordIdf, term, weights.absentIdf)
  return Int32Array.from(terms.sort((a, b) => idf(b) - idf(a)).slice(0, maxTerms))
}

const numbersAmong = (index: PassageIndex, terms: Int32Array): readonly number[] => {
  const numbers: number[] = []
  for (const term of terms) if (isNumberTerm(index.lexicon.terms[term]!)) numbers.push(term)
  return numbers
}

const wordsOfSequence = (
  index: PassageIndex,
  weights: IndexWeights,
  sequence: readonly number[],
  maxTerms: number,
): QueryWords => {
  const terms = termsToSeek(weights, sequence, maxTerms)
  const idfs = Float32Array.from(terms, term => idfAt(weights.wordIdf, term, weights.absentIdf))
  const { pairs, absentCount } = knownPairs(index, sequence.slice(0, MAX_PAIRS))
  return {
    terms,
    idfs,
    wordSum: idfs.reduce((sum, idf) => sum + idf, 0),
    numbers: numbersAmong(index, terms),
    pairs: [...pairs],
    pairSum: [...pairs].reduce((sum, pair) => sum + weights.pairIdf[pair]!, absentCount * weights.absentIdf),
  }
}

/** Only the words of a text, given as its content words in order: what describing a suggestion needs. */
export const queryWordsOf = (index: PassageIndex, weights: IndexWeights, sequence: readonly number[]): QueryWords =>
  wordsOfSequence(index, weights, sequence, MAX_QUERY_TERMS)

/** Reads a text as a query of the index. */
export const readQuery = (
  index: PassageIndex,
  weights: IndexWeights,
  text: string,
  language: Language,
  maxTerms = MAX_QUERY_TERMS,
): PointQuery => queryOf(index, weights, termsOfText(index, text, language), maxTerms)

/** The same from a text's content words in order. */
export const queryOf = (
  index: PassageIndex,
  weights: IndexWeights,
  sequence: readonly number[],
  maxTerms = MAX_QUERY_TERMS,
): PointQuery => {
  const words = wordsOfSequence(index, weights, sequence, maxTerms)
  const concepts = conceptsIn(index.conceptTable, sequence)
  return {
    ...words,
    ...gramsOfTerms(index, weights, words.terms),
    concepts,
    conceptSum: concepts.reduce((sum, concept) => sum + weights.conceptIdf[concept]!, 0),
    vector: vectorOf(index, words.terms, new Float32Array(words.terms.length).fill(1)),
  }
}
