import { DIMENSIONS } from '../text/word-vectors.ts'
import { writeMeanVector } from './mean-vector.ts'
import { pairOf } from './pair-table.ts'
import type { SearchTables } from './search-tables.ts'

/** A point (or any text) as everything it looks for, and the sums a perfect match would reach. Kept, and filled again for each. */
export interface PointQuery {
  readonly terms: Int32Array
  /** idf of each term. */
  readonly idfs: Float32Array
  termCount: number
  wordSum: number
  readonly numbers: number[]
  readonly pairs: number[]
  pairSum: number
  grams: Int32Array
  gramCount: number
  gramNorm: number
  concepts: Int32Array
  conceptSum: number
  /** Zeros where no term has a vector. */
  readonly vector: Float32Array
  /** Which query last had a term, pair or gram: each counts once. */
  readonly seen: { readonly terms: Stamps; readonly pairs: Stamps; readonly grams: Stamps }
}

/** By number of a thing: the last round in which it was met. */
interface Stamps {
  marks: Int32Array
  round: number
}

/** Terms of one text that are scored: a text of several hundred words is matched by its rarest so many. */
const MAX_QUERY_TERMS = 96
/** Neighbouring words of one text that are looked at. */
const MAX_PAIRS = 1_000
const FIRST_SIZE = 1024

const createStamps = (): Stamps => ({ marks: new Int32Array(FIRST_SIZE), round: 0 })

export const createQuery = (): PointQuery => ({
  terms: new Int32Array(MAX_QUERY_TERMS),
  idfs: new Float32Array(MAX_QUERY_TERMS),
  termCount: 0,
  wordSum: 0,
  numbers: [],
  pairs: [],
  pairSum: 0,
  grams: new Int32Array(FIRST_SIZE),
  gramCount: 0,
  gramNorm: 0,
  concepts: new Int32Array(0),
  conceptSum: 0,
  vector: new Float32Array(DIMENSIONS),
  seen: { terms: createStamps(), pairs: createStamps(), grams: createStamps() },
})

/** Begins a round over things numbered below `size`. */
const startRound = (stamps: Stamps, size: number): void => {
  if (stamps.marks.length < size) stamps.marks = new Int32Array(2 * size)
  stamps.round += 1
}

const isNew = (stamps: Stamps, id: number): boolean => {
  if (stamps.marks[id] === stamps.round) return false
  stamps.marks[id] = stamps.round
  return true
}

const idfAt = (idfs: Float32Array, at: number, absent: number): number => (at < idfs.length ? idfs[at]! : absent)

/**
 * Different terms of a text, in order; of a long text the rarest, for common ones cost most and tell least. Equally rare ones
 * stay in order.
 */
const seekTerms = (tables: SearchTables, query: PointQuery, sequence: Int32Array, maxTerms: number): void => {
  const { seen } = query
  startRound(seen.terms, tables.facts.vectorRow.length)
  let terms = sequence.filter(term => isNew(seen.terms, term))
  if (terms.length > maxTerms) {
    const idf = (term: number): number => idfAt(tables.wordIdf, term, tables.absentIdf)
    terms = Int32Array.from([...terms].sort((a, b) => idf(b) - idf(a)).slice(0, maxTerms))
  }
  query.terms.set(terms)
  query.termCount = terms.length
  query.wordSum = 0
  query.numbers.length = 0
  for (let i = 0; i < terms.length; i += 1) {
    query.idfs[i] = idfAt(tables.wordIdf, terms[i]!, tables.absentIdf)
    query.wordSum += query.idfs[i]!
    if (tables.facts.isNumber.values[terms[i]!] === 1) query.numbers.push(terms[i]!)
  }
}

const seekPairs = (tables: SearchTables, query: PointQuery, sequence: Int32Array): void => {
  const { pairs, seen } = query
  startRound(seen.pairs, tables.pairs.count)
  pairs.length = 0
  query.pairSum = 0
  const end = Math.min(sequence.length, MAX_PAIRS)
  for (let at = 1; at < end; at += 1) {
    const pair = pairOf(tables.pairs, sequence[at - 1]!, sequence[at]!)
    if (pair < 0) query.pairSum += tables.absentIdf
    else if (isNew(seen.pairs, pair)) {
      pairs.push(pair)
      query.pairSum += tables.pairIdf[pair]!
    }
  }
}

/** Grams of the terms, with what a passage holding all of them would score. */
const seekGrams = (tables: SearchTables, query: PointQuery): void => {
  const { gramStart, grams } = tables.facts
  const { seen } = query
  startRound(seen.grams, Math.max(tables.gramCount, grams.length))
  let count = 0
  let square = 0
  for (let i = 0; i < query.termCount; i += 1) {
    const end = gramStart.values[query.terms[i]! + 1]!
    for (let g = gramStart.values[query.terms[i]!]!; g < end; g += 1) {
      const gram = grams.values[g]!
      if (!isNew(seen.grams, gram)) continue
      if (count === query.grams.length) {
        const larger = new Int32Array(2 * count)
        larger.set(query.grams)
        query.grams = larger
      }
      query.grams[count] = gram
      count += 1
      const idf = idfAt(tables.gramIdf, gram, tables.absentIdf)
      square += idf * idf
    }
  }
  query.gramCount = count
  query.gramNorm = Math.sqrt(square)
}

/** Only the words of a text, given as its content words in order: what describing a suggestion needs. */
export const readWords = (
  tables: SearchTables,
  query: PointQuery,
  sequence: Int32Array,
  maxTerms = MAX_QUERY_TERMS,
): void => {
  seekTerms(tables, query, sequence, maxTerms)
  seekPairs(tables, query, sequence)
}

/** Reads a text as a query, from its content words in order and the concepts it names. */
export const readQuery = (
  tables: SearchTables,
  query: PointQuery,
  sequence: Int32Array,
  concepts: Int32Array,
  maxTerms = MAX_QUERY_TERMS,
): void => {
  readWords(tables, query, sequence, maxTerms)
  seekGrams(tables, query)
  query.concepts = concepts
  query.conceptSum = 0
  for (const concept of concepts) query.conceptSum += tables.conceptIdf[concept]!
  if (tables.vectors !== null)
    writeMeanVector(tables.vectors, tables.facts, query.terms, 0, query.termCount, null, query.vector, 0)
}
