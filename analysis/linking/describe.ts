import { STAGES, type Stage } from '../../data/model/document.ts'
import type { LinkKind } from '../../data/model/link.ts'
import { createBestList, type BestList } from './best-list.ts'
import type { CandidateRow } from './candidate-rows.ts'
import { numbersFound } from './features.ts'
import { gradeOf, type Grade } from './grade.ts'
import {
  createPointMarks,
  createWordMatch,
  markPoint,
  matchWords,
  type PointMarks,
  type WordMatch,
} from './match-words.ts'

import { readSentences } from './passage-sentences.ts'
import { createQuery, readWords, type PointQuery } from './point-query.ts'
import type { Direction } from './polarity/judge-clause.ts'
import type { SentenceVerdict } from './polarity/judge-sentence.ts'
import { directionOf } from './polarity/direction.ts'
import { wordsOfText, type ReadTexts, type TextWords } from './read-texts.ts'
import { verdictsOfPassage, type Searcher } from './searcher.ts'
import type { Spread } from './spread.ts'
import { suggestKind } from './suggest-kind.ts'
import type { Explanation, NothingFound, PointInput, Suggestion } from './suggestion.ts'

/** The point being described, and what is kept from one to the next. */
export interface Description {
  readonly marks: PointMarks
  readonly query: PointQuery
  /** Words met by the passage judged last. */
  readonly match: WordMatch
  /** By stage, in the order of STAGES: the passages to be described. */
  readonly bests: readonly BestList[]
  /** One bit for each pair of the index: whether the point has it. */
  readonly hasPair: Uint32Array
  point: PointInput
  words: TextWords
  direction: Direction
  row: CandidateRow
  /** The passage being judged, and what its sentences do with the point: made once, for a function costs more than a judgement. */
  passage: number
  readonly verdicts: () => readonly SentenceVerdict[]
}

const NOBODY: PointInput = { id: '', text: '' }
const NO_WORDS: TextWords = { terms: new Int32Array(0), starts: new Int32Array(0), ends: new Int32Array(0) }
const NO_ROW: CandidateRow = {
  passages: new Int32Array(0),
  scores: new Float32Array(0),
  chances: new Float32Array(0),
}

/** Suggestions of each stage. */
const DEFAULT_TOP = 10

export const createDescription = (searcher: Searcher, top = DEFAULT_TOP): Description => {
  const description: Description = {
    marks: createPointMarks(),
    query: createQuery(),
    match: createWordMatch(),
    bests: STAGES.map(() => createBestList(top)),
    hasPair: new Uint32Array((searcher.tables.pairs.count >>> 5) + 1),
    point: NOBODY,
    words: NO_WORDS,
    direction: 'for',
    row: NO_ROW,
    passage: 0,
    verdicts: () => verdictsOfPassage(searcher, description.passage, description.direction),
  }
  return description
}

/** Takes up the point at `at` of those read, before its suggestions are described. */
export const startPoint = (
  { tables }: Searcher,
  description: Description,
  point: PointInput,
  texts: ReadTexts,
  at: number,
  row: CandidateRow,
): void => {
  const { query, hasPair, marks } = description
  for (const pair of query.pairs) hasPair[pair >>> 5] = 0
  description.point = point
  description.words = wordsOfText(texts, at)
  description.direction = directionOf(point.text, point.stance ?? null)
  description.row = row
  readWords(tables, query, description.words.terms)
  for (const pair of query.pairs) hasPair[pair >>> 5]! |= 1 << (pair & 31)
  markPoint(tables, marks, description.words)
}

/** Share of the point's words that were met, each by its rarity. */
const coverageOf = ({ tables }: Searcher, { words, query, match }: Description): number => {
  if (query.wordSum === 0) return 0
  let sum = 0
  for (let i = 0; i < match.count; i += 1) {
    const term = words.terms[match.ofPoint[i]!]!
    let isFirst = true
    for (let j = 0; j < i; j += 1) if (words.terms[match.ofPoint[j]!] === term) isFirst = false
    if (isFirst) sum += tables.wordIdf[term] ?? tables.absentIdf
  }
  return Math.min(1, sum / query.wordSum)
}

const pairsShared = ({ tables }: Searcher, { hasPair, query }: Description, at: number) => {
  const { starts, ids } = tables.pairsHeld
  const end = starts[at + 1]!
  let count = 0
  for (let i = starts[at]!; i < end; i += 1) count += (hasPair[ids[i]! >>> 5]! >>> (ids[i]! & 31)) & 1
  const ofPoint = Math.max(1, query.termCount - 1)
  return { count, share: Math.max(count / ofPoint, count / Math.max(1, end - starts[at]!)) }
}

const hasOtherNumbers = ({ tables }: Searcher, { query }: Description, at: number): boolean =>
  query.numbers.length > 0 && tables.hasNumber[at] === 1 && numbersFound(tables, query.numbers, at) === 0

const ownScore = ({ passages, scores }: CandidateRow, at: number): number => {
  const place = passages.indexOf(at)
  return place < 0 ? 0 : scores[place]!
}

const nameOf = ({ passages }: Searcher, at: number): string => `${passages[at]!.document}#${passages[at]!.passage}`

const VIA_SHOWN = 3

/** Passages over which another was reached: those of the point's own candidates that are tied to it. */
const viaOf = (searcher: Searcher, spread: Spread, row: CandidateRow, at: number): readonly string[] => {
  const scored: [number, number][] = []
  const { starts, ids, values } = spread.graph
  for (let i = starts[at]!; i < starts[at + 1]!; i += 1) {
    const place = row.passages.indexOf(ids[i]!)
    if (place >= 0) scored.push([ids[i]!, row.chances[place]! * values[i]!])
  }
  return scored
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, VIA_SHOWN)
    .map(([other]) => nameOf(searcher, other))
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000

const spansOf = (starts: Int32Array, ends: Int32Array, words: Int32Array): (readonly [number, number])[] =>
  Array.from(words, word => [starts[word]!, ends[word]!] as const)

const explain = (
  searcher: Searcher,
  spread: Spread,
  { words, row, match }: Description,
  at: number,
  score: number,
): Explanation => {
  const placed = wordsOfText(searcher.tables.texts, at)
  const sentences = readSentences(searcher.sentences, at, searcher.passages[at]!.text)
  const sentence = match.sentence < 0 ? undefined : sentences[match.sentence]
  return {
    offsets: {
      inPoint: spansOf(words.starts, words.ends, match.ofPoint.subarray(0, match.count)),
      inPassage: spansOf(placed.starts, placed.ends, match.ofPassage.subarray(0, match.count)),
    },
    sentence: sentence === undefined ? null : [sentence.start, sentence.end],
    parts: { ownWords: rounded(ownScore(row, at)), wholeRoad: rounded(score) },
    via: viaOf(searcher, spread, row, at),
  }
}

const wordsShown = ({ point, words, match }: Description, passage: string, placed: TextWords): Suggestion['matched'] =>
  Array.from(match.ofPoint.subarray(0, match.count), (a, i) => {
    const b = match.ofPassage[i]!
    return [point.text.slice(words.starts[a], words.ends[a]), passage.slice(placed.starts[b], placed.ends[b])] as const
  })

/** Grade and kind of a passage for the point taken up; leaves in `match` the words that met. */
export const judgePassage = (
  searcher: Searcher,
  description: Description,
  at: number,
  score: number,
): { readonly grade: Grade; readonly kind: LinkKind } => {
  const { stage, text } = searcher.passages[at]!
  const { sentences } = searcher
  const { marks, match, direction, verdicts } = description
  description.passage = at
  if (sentences.counts[at]! < 0) readSentences(sentences, at, text)
  matchWords(marks, sentences, at, match)
  const pairs = pairsShared(searcher, description, at)
  const kind = suggestKind({
    stage,
    passageText: text,
    verdicts,
    sentence: match.sentence,
    direction,
    score,
    coverageShare: coverageOf(searcher, description),
    hasOtherNumbers: hasOtherNumbers(searcher, description, at),
  })
  return { grade: gradeOf(score, pairs.count, pairs.share), kind }
}

export const describeSuggestion = (
  searcher: Searcher,
  spread: Spread,
  description: Description,
  at: number,
  rank: number,
  score: number,
  isExplained: boolean,
): Suggestion => {
  const { document, stage, passage, text } = searcher.passages[at]!
  const { grade, kind } = judgePassage(searcher, description, at, score)
  return {
    point: description.point.id,
    document,
    stage,
    passage,
    rank,
    score: rounded(score),
    grade,
    kind,
    matched: wordsShown(description, text, wordsOfText(searcher.tables.texts, at)),
    ...(isExplained ? { explanation: explain(searcher, spread, description, at, score) } : {}),
  }
}

export const describeNothing = (
  searcher: Searcher,
  { point, row, query }: Description,
  stage: Stage,
  isExplained: boolean,
): NothingFound => {
  const found = { point: point.id, stage, rank: 0, grade: 'nothing-found' } as const
  if (!isExplained) return found
  const { passages, terms } = searcher
  const inStage = passages.filter(passage => passage.stage === stage)
  const near = [...row.passages].find(at => passages[at]!.stage === stage)
  return {
    ...found,
    search: {
      documents: [...new Set(inStage.map(({ document }) => document))],
      terms: [...query.terms.subarray(0, query.termCount)].map(term => terms[term]!),
      nearMiss: near === undefined ? null : nameOf(searcher, near),
    },
  }
}
