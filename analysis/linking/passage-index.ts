// The index is one record grown by one function and refreshed by another; over 150 lines because its parts (words, pairs,
// grams, concepts, vectors) are filled in one pass over a passage.
import type { Stage } from '../../data/model/document.ts'
import { createConceptTable, conceptsIn, type ConceptTable } from '../text/concepts.ts'
import { gramsOfWord } from '../text/grams.ts'
import { detectLanguage, type Language } from '../text/language.ts'
import { createLexicon, NO_TERM, termOf, type Lexicon } from '../text/lexicon.ts'
import { tokensOf } from '../text/tokens.ts'
import { DIMENSIONS, type WordVectors } from '../text/word-vectors.ts'
import { HEADING_SHARE } from './constants.ts'
import { addToPair, createPairChains, internPair, pairKey, type PairChains } from './pair-chains.ts'
import { addPosting, type PostingLists } from './postings.ts'

/** A passage as the linker takes it: names are the caller's and come back in the suggestions. */
export interface PassageInput {
  readonly document: string
  readonly stage: Stage
  readonly passage: string
  readonly text: string
  readonly heading: string | null
}

/** Weighted terms of a passage: its own words count 1 each time, those of its heading less. */
export interface PassageWords {
  readonly terms: Int32Array
  readonly weights: Float32Array
  readonly headingTerms: Int32Array
  readonly pairs: Int32Array
  readonly grams: Int32Array
  readonly concepts: Int32Array
  readonly vector: Float32Array | null
}

export interface PassageIndex {
  readonly lexicon: Lexicon
  readonly conceptTable: ConceptTable
  readonly vectors: WordVectors | null
  /** Language taken for texts whose own cannot be told. */
  readonly mainLanguage: Language
  readonly passages: PassageInput[]
  readonly words: PassageWords[]
  readonly lengths: number[]
  readonly wordLists: PostingLists
  readonly pairs: PairChains
  readonly gramLists: PostingLists
  readonly conceptLists: PostingLists
  readonly gramIds: Map<string, number>
  /** Grams of each term, by term. */
  readonly gramsOfTerm: (Int32Array | undefined)[]
  /** Row of each term in the word vectors, or -1; and back. */
  readonly vectorOfTerm: number[]
  readonly termOfVector: Int32Array
}

export const createPassageIndex = (vectors: WordVectors | null, mainLanguage: Language): PassageIndex => {
  const lexicon = createLexicon()
  return {
    lexicon,
    conceptTable: createConceptTable(lexicon),
    vectors,
    mainLanguage,
    passages: [],
    words: [],
    lengths: [],
    wordLists: [],
    pairs: createPairChains(),
    gramLists: [],
    conceptLists: [],
    gramIds: new Map(),
    gramsOfTerm: [],
    vectorOfTerm: [],
    termOfVector: new Int32Array(vectors?.stems.length ?? 0).fill(NO_TERM),
  }
}

/** Ties terms that are new to the lexicon to their vectors. */
const tieVectors = (index: PassageIndex): void => {
  for (let term = index.vectorOfTerm.length; term < index.lexicon.terms.length; term += 1) {
    const row = index.vectors?.idOf.get(index.lexicon.terms[term] ?? '') ?? -1
    index.vectorOfTerm.push(row)
    if (row >= 0) index.termOfVector[row] = term
  }
}

/** The content words of a text in order, as terms of the index. */
export const termsOfText = (index: PassageIndex, text: string, language: Language): number[] => {
  const terms: number[] = []
  for (const form of tokensOf(text).forms) {
    const term = termOf(index.lexicon, form, language)
    if (term !== NO_TERM) terms.push(term)
  }
  tieVectors(index)
  return terms
}

export const languageOf = (index: PassageIndex, text: string): Language => {
  const detected = detectLanguage(text)
  return detected === 'und' ? index.mainLanguage : detected
}

export const gramsOf = (index: PassageIndex, term: number): Int32Array => {
  const known = index.gramsOfTerm[term]
  if (known !== undefined) return known
  const made = Int32Array.from(gramsOfWord(index.lexicon.terms[term] ?? ''), gram => {
    const id = index.gramIds.get(gram) ?? index.gramIds.size
    index.gramIds.set(gram, id)
    return id
  })
  index.gramsOfTerm[term] = made
  return made
}

/** Rank in the vector table at which a word weighs half (SIF's a/(a+p), Arora et al. 2017, with p taken from the rank). */
const HALF_WEIGHT_RANK = 600

/** Mean of the vectors of the terms, rare words weighing more; unit length. Null where no term has a vector. */
export const vectorOf = (index: PassageIndex, terms: Int32Array, weights: Float32Array): Float32Array | null => {
  const { vectors } = index
  if (vectors === null) return null
  const sum = new Float32Array(DIMENSIONS)
  for (let at = 0; at < terms.length; at += 1) {
    const row = index.vectorOfTerm[terms[at]!]!
    if (row < 0) continue
    const weight = (weights[at]! * row) / (row + HALF_WEIGHT_RANK)
    const base = row * DIMENSIONS
    for (let i = 0; i < DIMENSIONS; i += 1) sum[i]! += weight * vectors.vectors[base + i]!
  }
  let square = 0
  for (let i = 0; i < DIMENSIONS; i += 1) square += sum[i]! * sum[i]!
  if (square === 0) return null
  const scale = 1 / Math.sqrt(square)
  for (let i = 0; i < DIMENSIONS; i += 1) sum[i]! *= scale
  return sum
}

const weighTerms = (own: readonly number[], heading: readonly number[]) => {
  const weights = new Map<number, number>()
  for (const term of own) weights.set(term, (weights.get(term) ?? 0) + 1)
  for (const term of heading) if ((weights.get(term) ?? 0) < 1) weights.set(term, HEADING_SHARE)
  return weights
}

const wordsOfPassage = (index: PassageIndex, input: PassageInput): PassageWords => {
  const language = languageOf(index, input.text)
  const own = termsOfText(index, input.text, language)
  const heading = termsOfText(index, input.heading ?? '', language)
  const weights = weighTerms(own, heading)
  const terms = Int32Array.from(weights.keys())
  const values = Float32Array.from(weights.values())
  const pairs = new Set<number>()
  for (let at = 1; at < own.length; at += 1) {
    pairs.add(internPair(index.pairs, pairKey(own[at - 1]!, own[at]!)))
  }
  const grams = new Set<number>()
  for (const term of [...own, ...heading]) for (const gram of gramsOf(index, term)) grams.add(gram)
  return {
    terms,
    weights: values,
    headingTerms: Int32Array.from(new Set(heading)),
    pairs: Int32Array.from(pairs),
    grams: Int32Array.from(grams),
    concepts: Int32Array.from(
      new Set([...conceptsIn(index.conceptTable, own), ...conceptsIn(index.conceptTable, heading)]),
    ),
    vector: vectorOf(index, terms, values),
  }
}

/** Adds one passage. What is in the index stays as it is; weights that depend on the whole are renewed by `weighIndex`. */
export const addPassage = (index: PassageIndex, input: PassageInput): void => {
  const at = index.passages.length
  const words = wordsOfPassage(index, input)
  index.passages.push(input)
  index.words.push(words)
  let length = 0
  words.terms.forEach((term, i) => {
    addPosting(index.wordLists, term, at, words.weights[i]!)
    length += words.weights[i]!
  })
  index.lengths.push(length)
  for (const pair of words.pairs) addToPair(index.pairs, pair, at)
  for (const gram of words.grams) addPosting(index.gramLists, gram, at, 1)
  for (const concept of words.concepts) addPosting(index.conceptLists, concept, at, 1)
}
