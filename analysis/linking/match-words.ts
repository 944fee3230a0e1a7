import { NO_TERM } from '../text/lexicon.ts'
import { NEIGHBOURS } from '../text/word-vectors.ts'
import { MIN_COSINE_SHOWN } from './constants.ts'
import type { IndexWeights } from './index-weights.ts'
import type { PassageIndex } from './passage-index.ts'
import type { PlacedTokens } from './passage-tokens.ts'

/** Why a passage was suggested: words of the point and the words of the passage they met, best first. */
export interface WordMatch {
  /** Token numbers: [of the point, of the passage]. */
  readonly pairs: readonly (readonly [number, number])[]
  /** Sentence of the passage that holds most of what matched; -1 where no word did. */
  readonly sentence: number
}

/** What is kept between calls. By term: the token of the point it meets (+1) and that word's idf; cleared by `terms`. */
export interface PointMarks {
  tokenOf: Int32Array
  worth: Float32Array
  readonly terms: number[]
  /** By token of the point: the token of the passage it meets (+1) and how well; cleared by `met`. */
  metBy: Int32Array
  metWorth: Float32Array
  readonly met: number[]
  /** By sentence of the passage: the worth of what it matched. */
  sentenceSums: Float64Array
}

const FIRST_SIZE = 1024

export const createPointMarks = (): PointMarks => ({
  tokenOf: new Int32Array(FIRST_SIZE),
  worth: new Float32Array(FIRST_SIZE),
  terms: [],
  metBy: new Int32Array(FIRST_SIZE),
  metWorth: new Float32Array(FIRST_SIZE),
  met: [],
  sentenceSums: new Float64Array(FIRST_SIZE),
})

const mark = (marks: PointMarks, term: number, token: number, worth: number): void => {
  if (marks.worth[term]! >= Math.fround(worth)) return
  if (marks.tokenOf[term] === 0) marks.terms.push(term)
  marks.tokenOf[term] = token + 1
  marks.worth[term] = worth
}

const clearMarks = (marks: PointMarks, termCount: number, tokenCount: number): void => {
  for (const term of marks.terms) {
    marks.tokenOf[term] = 0
    marks.worth[term] = 0
  }
  marks.terms.length = 0
  if (marks.tokenOf.length < termCount) {
    marks.tokenOf = new Int32Array(2 * termCount)
    marks.worth = new Float32Array(2 * termCount)
  }
  if (marks.metBy.length < tokenCount) {
    marks.metBy = new Int32Array(2 * tokenCount)
    marks.metWorth = new Float32Array(2 * tokenCount)
  }
}

/** Marks the point's words, and the words alike enough to be shown as a reason. */
export const markPoint = (index: PassageIndex, weights: IndexWeights, marks: PointMarks, point: PlacedTokens): void => {
  clearMarks(marks, index.lexicon.terms.length, point.terms.length)
  const { vectors } = index
  point.terms.forEach((term, token) => {
    if (term === NO_TERM) return
    const idf = weights.wordIdf[term] ?? weights.absentIdf
    mark(marks, term, token, idf)
    const row = index.vectorOfTerm[term] ?? -1
    if (vectors === null || row < 0) return
    for (let n = row * NEIGHBOURS; n < (row + 1) * NEIGHBOURS; n += 1) {
      const cosine = vectors.neighbourCosines[n]! / 255
      if (cosine < MIN_COSINE_SHOWN) break
      const near = index.termOfVector[vectors.neighbourIds[n]!]!
      if (near !== NO_TERM) mark(marks, near, token, idf * cosine * 0.5)
    }
  })
}

const bestSentence = (sums: Float64Array, count: number): number => {
  let best = -1
  for (let sentence = 0; sentence < count; sentence += 1)
    if (sums[sentence]! > 0 && (best < 0 || sums[sentence]! > sums[best]!)) best = sentence
  return best
}

/** Words shown for one suggestion. */
const MAX_PAIRS = 12

const meet = (marks: PointMarks, passage: PlacedTokens): void => {
  const { tokenOf, worth, metBy, metWorth, met, sentenceSums } = marks
  const { contentTerms, contentTokens, sentenceOf } = passage
  for (let i = 0; i < contentTerms.length; i += 1) {
    const term = contentTerms[i]!
    const ofPoint = (tokenOf[term] ?? 0) - 1
    if (ofPoint < 0) continue
    const token = contentTokens[i]!
    sentenceSums[sentenceOf[token]!]! += worth[term]!
    if (metBy[ofPoint] === 0) met.push(ofPoint)
    else if (worth[term]! <= metWorth[ofPoint]!) continue
    metBy[ofPoint] = token + 1
    metWorth[ofPoint] = worth[term]!
  }
}

/** Words of a passage that meet the marked point, each word of the point once. */
export const matchWords = (marks: PointMarks, passage: PlacedTokens): WordMatch => {
  const sentenceCount = Math.max(1, passage.sentences.length)
  if (marks.sentenceSums.length < sentenceCount) marks.sentenceSums = new Float64Array(2 * sentenceCount)
  marks.sentenceSums.fill(0, 0, sentenceCount)
  meet(marks, passage)
  const { metBy, metWorth, met } = marks
  met.sort((a, b) => metWorth[b]! - metWorth[a]! || a - b)
  const pairs = met.slice(0, MAX_PAIRS).map(ofPoint => [ofPoint, metBy[ofPoint]! - 1] as const)
  for (const ofPoint of met) metBy[ofPoint] = 0
  met.length = 0
  return { pairs, sentence: bestSentence(marks.sentenceSums, sentenceCount) }
}
