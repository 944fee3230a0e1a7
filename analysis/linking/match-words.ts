import { NO_TERM } from '../text/lexicon.ts'
import { NEIGHBOURS } from '../text/word-vectors.ts'
import { MIN_COSINE_SHOWN } from './constants.ts'
import type { PassageSentences } from './passage-sentences.ts'
import type { TextWords } from './read-texts.ts'
import type { SearchTables } from './search-tables.ts'

/** Words shown for one suggestion. */
const MAX_PAIRS = 12

/** Why a passage was suggested: words of the point and the words of the passage they met, best first. Kept, and filled again. */
export interface WordMatch {
  /** Numbers of words, of which the first `count` are in use. */
  readonly ofPoint: Int32Array
  readonly ofPassage: Int32Array
  count: number
  /** Sentence of the passage that holds most of what matched; -1 where no word did. */
  sentence: number
}

export const createWordMatch = (): WordMatch => ({
  ofPoint: new Int32Array(MAX_PAIRS),
  ofPassage: new Int32Array(MAX_PAIRS),
  count: 0,
  sentence: -1,
})

/** What is kept between calls. By term: the word of the point it meets (+1) and that word's idf; cleared by `terms`. */
export interface PointMarks {
  wordOf: Int32Array
  worth: Float32Array
  readonly terms: number[]
  /** By word of the point: the word of the passage it meets (+1) and how well; cleared by `met`. */
  metBy: Int32Array
  metWorth: Float32Array
  readonly met: number[]
  /** By sentence of the passage: the worth of what it matched. */
  sentenceSums: Float64Array
}

const FIRST_SIZE = 1024

export const createPointMarks = (): PointMarks => ({
  wordOf: new Int32Array(FIRST_SIZE),
  worth: new Float32Array(FIRST_SIZE),
  terms: [],
  metBy: new Int32Array(FIRST_SIZE),
  metWorth: new Float32Array(FIRST_SIZE),
  met: [],
  sentenceSums: new Float64Array(FIRST_SIZE),
})

const mark = (marks: PointMarks, term: number, word: number, worth: number): void => {
  if (marks.worth[term]! >= Math.fround(worth)) return
  if (marks.wordOf[term] === 0) marks.terms.push(term)
  marks.wordOf[term] = word + 1
  marks.worth[term] = worth
}

const clearMarks = (marks: PointMarks, termCount: number, wordCount: number): void => {
  for (const term of marks.terms) {
    marks.wordOf[term] = 0
    marks.worth[term] = 0
  }
  marks.terms.length = 0
  if (marks.wordOf.length < termCount) {
    marks.wordOf = new Int32Array(2 * termCount)
    marks.worth = new Float32Array(2 * termCount)
  }
  if (marks.metBy.length < wordCount) {
    marks.metBy = new Int32Array(2 * wordCount)
    marks.metWorth = new Float32Array(2 * wordCount)
  }
}

/** Marks the words alike enough to be shown as a reason. */
const markAlike = ({ facts, vectors }: SearchTables, marks: PointMarks, term: number, word: number, idf: number) => {
  const row = facts.vectorRow.values[term]!
  if (vectors === null || row < 0) return
  for (let n = row * NEIGHBOURS; n < (row + 1) * NEIGHBOURS; n += 1) {
    const cosine = vectors.neighbourCosines[n]! / 255
    if (cosine < MIN_COSINE_SHOWN) break
    const near = facts.termOfVector[vectors.neighbourIds[n]!]!
    if (near !== NO_TERM) mark(marks, near, word, idf * cosine * 0.5)
  }
}

/** Marks the point's words, and the words like them. */
export const markPoint = (tables: SearchTables, marks: PointMarks, { terms }: TextWords): void => {
  clearMarks(marks, tables.facts.vectorRow.length, terms.length)
  for (let word = 0; word < terms.length; word += 1) {
    const idf = tables.wordIdf[terms[word]!] ?? tables.absentIdf
    mark(marks, terms[word]!, word, idf)
    markAlike(tables, marks, terms[word]!, word, idf)
  }
}

const bestSentence = (sums: Float64Array, count: number): number => {
  let best = -1
  for (let sentence = 0; sentence < count; sentence += 1)
    if (sums[sentence]! > 0 && (best < 0 || sums[sentence]! > sums[best]!)) best = sentence
  return best
}

const meet = (marks: PointMarks, { texts, sentenceOf }: PassageSentences, at: number): void => {
  const { wordOf, worth, metBy, metWorth, met, sentenceSums } = marks
  const terms = texts.terms.values
  const from = texts.headingEnd.values[at]!
  const to = texts.begin.values[at + 1]!
  for (let i = from; i < to; i += 1) {
    const term = terms[i]!
    const ofPoint = wordOf[term]! - 1
    if (ofPoint < 0) continue
    sentenceSums[sentenceOf[i]!]! += worth[term]!
    if (metBy[ofPoint] === 0) met.push(ofPoint)
    else if (worth[term]! <= metWorth[ofPoint]!) continue
    metBy[ofPoint] = i - from + 1
    metWorth[ofPoint] = worth[term]!
  }
}

/** Puts a word of the point among the best, best first, of equal ones the earlier, unless there are better ones enough. */
const keepBest = ({ metWorth, metBy }: PointMarks, match: WordMatch, word: number): void => {
  const { ofPoint, ofPassage } = match
  const worth = metWorth[word]!
  let to = match.count
  while (to > 0) {
    const other = ofPoint[to - 1]!
    if (metWorth[other]! > worth || (metWorth[other] === worth && other < word)) break
    if (to < MAX_PAIRS) {
      ofPoint[to] = other
      ofPassage[to] = ofPassage[to - 1]!
    }
    to -= 1
  }
  if (to >= MAX_PAIRS) return
  ofPoint[to] = word
  ofPassage[to] = metBy[word]! - 1
  if (match.count < MAX_PAIRS) match.count += 1
}

/** Words of the passage at `at`, whose sentences were read, that meet the marked point; each word of the point once. */
export const matchWords = (marks: PointMarks, sentences: PassageSentences, at: number, match: WordMatch): void => {
  const sentenceCount = Math.max(1, sentences.counts[at]!)
  if (marks.sentenceSums.length < sentenceCount) marks.sentenceSums = new Float64Array(2 * sentenceCount)
  for (let i = 0; i < sentenceCount; i += 1) marks.sentenceSums[i] = 0
  meet(marks, sentences, at)
  match.count = 0
  for (const word of marks.met) keepBest(marks, match, word)
  for (const word of marks.met) marks.metBy[word] = 0
  marks.met.length = 0
  match.sentence = bestSentence(marks.sentenceSums, sentenceCount)
}
