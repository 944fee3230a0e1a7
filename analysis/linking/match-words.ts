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

/** By term: the token of the point it meets (+1), and the idf of that word. Kept between calls, cleared by `terms`. */
export interface PointMarks {
  tokenOf: Int32Array
  worth: Float32Array
  readonly terms: number[]
}

export const createPointMarks = (): PointMarks => ({
  tokenOf: new Int32Array(1024),
  worth: new Float32Array(1024),
  terms: [],
})

const mark = (marks: PointMarks, term: number, token: number, worth: number): void => {
  if (marks.worth[term]! >= worth) return
  if (marks.tokenOf[term] === 0) marks.terms.push(term)
  marks.tokenOf[term] = token + 1
  marks.worth[term] = worth
}

/** Marks the point's words, and the words alike enough to be shown as a reason. */
export const markPoint = (index: PassageIndex, weights: IndexWeights, marks: PointMarks, point: PlacedTokens): void => {
  for (const term of marks.terms) {
    marks.tokenOf[term] = 0
    marks.worth[term] = 0
  }
  marks.terms.length = 0
  if (marks.tokenOf.length < index.lexicon.terms.length) {
    marks.tokenOf = new Int32Array(2 * index.lexicon.terms.length)
    marks.worth = new Float32Array(2 * index.lexicon.terms.length)
  }
  point.terms.forEach((term, token) => {
    if (term === NO_TERM) return
    const idf = weights.wordIdf[term] ?? weights.absentIdf
    mark(marks, term, token, idf)
    const row = index.vectorOfTerm[term] ?? -1
    if (index.vectors === null || row < 0) return
    for (let n = row * NEIGHBOURS; n < (row + 1) * NEIGHBOURS; n += 1) {
      const cosine = index.vectors.neighbourCosines[n]! / 255
      if (cosine < MIN_COSINE_SHOWN) break
      const near = index.termOfVector[index.vectors.neighbourIds[n]!]!
      if (near !== NO_TERM) mark(marks, near, token, idf * cosine * 0.5)
    }
  })
}

const bestSentence = (sums: Float64Array): number => {
  let best = -1
  sums.forEach((sum, sentence) => {
    if (sum > 0 && (best < 0 || sum > sums[best]!)) best = sentence
  })
  return best
}

/** Words shown for one suggestion. */
const MAX_PAIRS = 12

/** Words of a passage that meet the marked point, each word of the point once. */
export const matchWords = (marks: PointMarks, passage: PlacedTokens): WordMatch => {
  const best = new Map<number, { token: number; worth: number }>()
  const sums = new Float64Array(Math.max(1, passage.sentences.length))
  for (let token = 0; token < passage.terms.length; token += 1) {
    const term = passage.terms[token]!
    if (term === NO_TERM) continue
    const ofPoint = (marks.tokenOf[term] ?? 0) - 1
    if (ofPoint < 0) continue
    const worth = marks.worth[term]!
    sums[passage.sentenceOf[token]!]! += worth
    const before = best.get(ofPoint)
    if (before === undefined || worth > before.worth) best.set(ofPoint, { token, worth })
  }
  const pairs = [...best].sort((a, b) => b[1].worth - a[1].worth || a[0] - b[0]).slice(0, MAX_PAIRS)
  return { pairs: pairs.map(([ofPoint, { token }]) => [ofPoint, token] as const), sentence: bestSentence(sums) }
}
