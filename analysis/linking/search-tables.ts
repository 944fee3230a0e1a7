import { STAGES } from '../../data/model/document.ts'
import { COUNCIL_CONCEPTS } from '../text/council-words.ts'
import { DIMENSIONS, type VectorTables } from '../text/word-vectors.ts'
import { BM25_B, BM25_K1, COMMON_FLOOR, COMMON_SHARE, HEADING_SHARE } from './constants.ts'
import { eachGram, layConcepts, layHeadings, layPairs, layWords, type LaidWords } from './lay-passages.ts'
import { writeMeanVector } from './mean-vector.ts'
import { invertLists, type IdLists } from './packed-lists.ts'
import { createPairTable, type PairTable } from './pair-table.ts'
import type { PassageIndex } from './passage-index.ts'
import type { ReadTexts } from './read-texts.ts'
import { sharedBytes, sharedFloats, sharedInts } from './shared-arrays.ts'
import type { TermFacts } from './term-facts.ts'

/** Passages that hold each term, with what each holding is worth. */
export interface WordPostings extends IdLists {
  /** BM25's part of the count, 0–(k1 + 1). */
  readonly impacts: Float32Array
  /** 1, or less where only the heading has it. */
  readonly held: Float32Array
}

/**
 * Everything a search needs of the passages, as numbers in memory that threads share: made once from a PassageIndex and then only read.
 * Made again after passages were added: linear, without reading a text again.
 */
export interface SearchTables {
  readonly passageCount: number
  /** Terms and grams known when the tables were made: of those met since, no passage holds one. */
  readonly termCount: number
  readonly gramCount: number
  readonly texts: ReadTexts
  readonly facts: TermFacts
  readonly vectors: VectorTables | null
  /** By passage: its stage as a place in STAGES, its document as a number; 1 where it holds a number. */
  readonly stageOf: Uint8Array
  readonly documentOf: Int32Array
  readonly hasNumber: Uint8Array
  readonly stagesHeld: readonly number[]
  readonly wordLists: WordPostings
  readonly pairLists: IdLists
  readonly conceptLists: IdLists
  /** Only of grams that few passages hold: common ones are passed over. */
  readonly gramLists: IdLists
  readonly pairs: PairTable
  readonly wordIdf: Float32Array
  readonly pairIdf: Float32Array
  readonly gramIdf: Float32Array
  readonly conceptIdf: Float32Array
  /** idf of what no passage holds: the most telling words of a point may be among these. */
  readonly absentIdf: number
  /** Passages from which a gram or an alike word is too common to be looked up. */
  readonly commonestCount: number
  /** Words of each passage, with idf × share held. */
  readonly words: IdLists
  readonly worths: Float32Array
  readonly headings: IdLists
  readonly pairsHeld: IdLists
  /** Sums over what a passage holds, by passage: what a perfect match would share with it. */
  readonly wordSum: Float32Array
  readonly pairSum: Float32Array
  readonly conceptSum: Float32Array
  readonly gramNorm: Float32Array
  readonly inverseGramNorm: Float32Array
  /** Mean word vectors one after another, DIMENSIONS each; zeros where a passage has none. */
  readonly meanVectors: Float32Array
}

/** Robertson's idf, kept above 0: ln(1 + (N − n + ½)/(n + ½)). */
export const idfOf = (passageCount: number, holdingCount: number): number =>
  Math.log(1 + (passageCount - holdingCount + 0.5) / (holdingCount + 0.5))

const idfsOf = ({ starts }: IdLists, passageCount: number): Float32Array => {
  const idfs = sharedFloats(starts.length - 1)
  for (let key = 0; key < idfs.length; key += 1) idfs[key] = idfOf(passageCount, starts[key + 1]! - starts[key]!)
  return idfs
}

/** By list: the sum of `worths` of its things. */
const sumsOf = ({ starts, ids }: IdLists, worthOf: (place: number, id: number) => number): Float32Array => {
  const sums = sharedFloats(starts.length - 1)
  for (let list = 0; list < sums.length; list += 1) {
    let sum = 0
    for (let i = starts[list]!; i < starts[list + 1]!; i += 1) sum += worthOf(i, ids[i]!)
    sums[list] = sum
  }
  return sums
}

const heldShare = (count: number): number => (count === 0 ? HEADING_SHARE : 1)
const weightOf = (count: number): number => (count === 0 ? HEADING_SHARE : count)

/** Postings of words. A long passage is discounted: k1·(1 − b + b·length/mean). */
const postWords = (words: LaidWords, termCount: number): WordPostings => {
  const { starts, ids, places } = invertLists(words, termCount)
  const lengths = sumsOf(words, place => weightOf(words.counts[place]!))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const impacts = sharedFloats(ids.length)
  const held = sharedFloats(ids.length)
  for (let i = 0; i < ids.length; i += 1) {
    const count = words.counts[places[i]!]!
    const norm = BM25_K1 * (1 - BM25_B + (BM25_B * lengths[ids[i]!]!) / Math.max(1, mean))
    impacts[i] = (weightOf(count) * (BM25_K1 + 1)) / (weightOf(count) + norm)
    held[i] = heldShare(count)
  }
  return { starts, ids, impacts, held }
}

/** Postings of grams held by few, idf of all, and each passage's norm. */
const postGrams = (words: LaidWords, facts: TermFacts, gramCount: number, commonestCount: number) => {
  const passageCount = words.starts.length - 1
  const counts = new Int32Array(gramCount)
  eachGram(words, facts, gramCount, (_, gram) => (counts[gram]! += 1))
  const gramIdf = sharedFloats(gramCount)
  const starts = sharedInts(gramCount + 1)
  for (let gram = 0; gram < gramCount; gram += 1) {
    gramIdf[gram] = idfOf(passageCount, counts[gram]!)
    starts[gram + 1] = starts[gram]! + (counts[gram]! <= commonestCount ? counts[gram]! : 0)
  }
  const ids = sharedInts(starts[gramCount]!)
  const next = starts.slice()
  const squares = new Float64Array(passageCount)
  eachGram(words, facts, gramCount, (at, gram) => {
    squares[at]! += gramIdf[gram]! * gramIdf[gram]!
    if (counts[gram]! <= commonestCount) ids[next[gram]!++] = at
  })
  const gramNorm = sharedFloats(passageCount)
  const inverseGramNorm = sharedFloats(passageCount)
  for (let at = 0; at < passageCount; at += 1) {
    gramNorm[at] = Math.sqrt(squares[at]!)
    inverseGramNorm[at] = 1 / (gramNorm[at]! + 1e-9)
  }
  return { gramIdf, gramLists: { starts, ids }, gramNorm, inverseGramNorm }
}

const layVectors = ({ vectors, facts }: PassageIndex, { starts, ids, counts }: LaidWords): Float32Array => {
  const laid = sharedFloats(vectors === null ? 0 : (starts.length - 1) * DIMENSIONS)
  if (vectors === null) return laid
  const weights = Float32Array.from(counts, weightOf)
  for (let at = 0; at + 1 < starts.length; at += 1)
    writeMeanVector(vectors, facts, ids, starts[at]!, starts[at + 1]!, weights, laid, at * DIMENSIONS)
  return laid
}

/** Only the numbers: a thread has no use for the words. */
const vectorTablesOf = ({ vectors, neighbourIds, neighbourCosines }: VectorTables): VectorTables => ({
  vectors,
  neighbourIds,
  neighbourCosines,
})

/** What is known of the passages without reading their words. */
const placePassages = ({ passages, facts }: PassageIndex, words: LaidWords) => {
  const numberOf = new Map<string, number>()
  const placed = {
    stageOf: sharedBytes(passages.length),
    documentOf: sharedInts(passages.length),
    hasNumber: sharedBytes(passages.length),
  }
  passages.forEach(({ stage, document }, at) => {
    placed.stageOf[at] = STAGES.indexOf(stage)
    placed.documentOf[at] = numberOf.get(document) ?? numberOf.size
    numberOf.set(document, placed.documentOf[at]!)
    for (let i = words.starts[at]!; i < words.starts[at + 1]!; i += 1)
      if (facts.isNumber.values[words.ids[i]!] === 1) placed.hasNumber[at] = 1
  })
  return { ...placed, stagesHeld: [...STAGES.keys()].filter(stage => placed.stageOf.includes(stage)) }
}

/** Words of the passages: their postings, their idf, and what each holding is worth. */
const weighWords = (words: LaidWords, termCount: number) => {
  const wordLists = postWords(words, termCount)
  const wordIdf = idfsOf(wordLists, words.starts.length - 1)
  const worths = sharedFloats(words.ids.length)
  for (let i = 0; i < worths.length; i += 1) worths[i] = heldShare(words.counts[i]!) * wordIdf[words.ids[i]!]!
  return {
    wordLists,
    wordIdf,
    words: { starts: words.starts, ids: words.ids },
    worths,
    wordSum: sumsOf(words, place => worths[place]!),
  }
}

/** Postings, idf and sums of things that passages hold or do not: pairs, concepts. */
const weighHeld = (held: IdLists, keyCount: number) => {
  const { starts, ids } = invertLists(held, keyCount)
  const idf = idfsOf({ starts, ids }, held.starts.length - 1)
  return { lists: { starts, ids }, idf, sums: sumsOf(held, (_, key) => idf[key]!) }
}

export const makeSearchTables = (index: PassageIndex): SearchTables => {
  const { texts, facts, vectors } = index
  const passageCount = index.passages.length
  const termCount = facts.vectorRow.length
  const gramCount = index.gramIds.size
  const commonestCount = Math.max(COMMON_FLOOR, COMMON_SHARE * passageCount)
  const words = layWords(texts, passageCount, termCount)
  const pairs = createPairTable()
  const pairsHeld = layPairs(texts, passageCount, pairs)
  const ofPairs = weighHeld(pairsHeld, pairs.count)
  const ofConcepts = weighHeld(layConcepts(texts, passageCount), COUNCIL_CONCEPTS.length)
  return {
    ...{ passageCount, termCount, gramCount, texts, facts, commonestCount, pairs, pairsHeld },
    vectors: vectors === null ? null : vectorTablesOf(vectors),
    absentIdf: Math.fround(idfOf(passageCount, 0)),
    ...placePassages(index, words),
    ...weighWords(words, termCount),
    ...{ pairLists: ofPairs.lists, pairIdf: ofPairs.idf, pairSum: ofPairs.sums },
    ...{ conceptLists: ofConcepts.lists, conceptIdf: ofConcepts.idf, conceptSum: ofConcepts.sums },
    ...postGrams(words, facts, gramCount, commonestCount),
    headings: layHeadings(texts, passageCount, termCount),
    meanVectors: layVectors(index, words),
  }
}
