import type { Stage } from '../../data/model/document.ts'
import type { CandidateRow } from './candidate-rows.ts'
import { gradeOf } from './grade.ts'
import { placedPassage, scorerOf, verdictsOfPassage, type Linker, type PointTerms } from './linker.ts'
import { createPointMarks, markPoint, matchWords, type PointMarks, type WordMatch } from './match-words.ts'
import { placeTokens, type PlacedTokens } from './passage-tokens.ts'
import { queryWordsOf, type QueryWords } from './point-query.ts'
import type { Direction } from './polarity/judge-clause.ts'
import { directionOf } from './polarity/direction.ts'
import type { Spread } from './spread.ts'
import { suggestKind } from './suggest-kind.ts'
import type { Explanation, NothingFound, PointInput, Suggestion } from './suggestion.ts'

/** The point being described, and what is kept from one to the next. */
export interface Description {
  readonly marks: PointMarks
  point: PointInput | null
  placed: PlacedTokens | null
  query: QueryWords | null
  /** By pair of the index: 1 where the point has it. */
  hasPair: Uint8Array
  direction: Direction
  row: CandidateRow | null
}

export const createDescription = (): Description => ({
  marks: createPointMarks(),
  point: null,
  placed: null,
  query: null,
  hasPair: new Uint8Array(0),
  direction: 'for',
  row: null,
})

const markPairs = (linker: Linker, { hasPair, query }: Description, pairs: readonly number[]): Uint8Array => {
  const marks = hasPair.length === linker.index.pairs.idOf.size ? hasPair : new Uint8Array(linker.index.pairs.idOf.size)
  for (const pair of query?.pairs ?? []) marks[pair] = 0
  for (const pair of pairs) marks[pair] = 1
  return marks
}

/** Reads a point before its suggestions are described. */
export const startPoint = (
  linker: Linker,
  description: Description,
  point: PointInput,
  { language, sequence }: PointTerms,
  row: CandidateRow,
): void => {
  const { weights } = scorerOf(linker)
  const placed = placeTokens(linker.index, point.text, language, false)
  const query = queryWordsOf(linker.index, weights, sequence)
  markPoint(linker.index, weights, description.marks, placed)
  Object.assign(description, {
    point,
    placed,
    query,
    row,
    hasPair: markPairs(linker, description, query.pairs),
    direction: directionOf(point.text, point.stance ?? null),
  })
}

const wordsShown = (point: string, placed: PlacedTokens, passage: string, tokens: PlacedTokens, match: WordMatch) =>
  match.pairs.map(
    ([a, b]) =>
      [point.slice(placed.starts[a], placed.ends[a]), passage.slice(tokens.starts[b], tokens.ends[b])] as const,
  )

/** Share of the point's words that were met, each by its rarity. */
const coverageOf = (linker: Linker, description: Description, match: WordMatch): number => {
  const { weights } = scorerOf(linker)
  const { placed, query } = description
  if (placed === null || query === null || query.wordSum === 0) return 0
  let sum = 0
  match.pairs.forEach(([a], i) => {
    const term = placed.terms[a]!
    const isFirst = !match.pairs.some(([other], j) => j < i && placed.terms[other] === term)
    if (isFirst) sum += weights.wordIdf[term] ?? weights.absentIdf
  })
  return Math.min(1, sum / query.wordSum)
}

const pairsShared = (linker: Linker, description: Description, at: number): { count: number; share: number } => {
  const { pairs } = linker.index.words[at]!
  const { hasPair } = description
  let count = 0
  for (let i = 0; i < pairs.length; i += 1) count += hasPair[pairs[i]!]!
  const ofPoint = Math.max(1, (description.query?.terms.length ?? 0) - 1)
  return { count, share: Math.max(count / ofPoint, count / Math.max(1, pairs.length)) }
}

const hasOtherNumbers = (linker: Linker, description: Description, at: number): boolean => {
  const numbers = description.query?.numbers ?? []
  if (numbers.length === 0) return false
  const { terms } = linker.index.words[at]!
  if (scorerOf(linker).weights.hasNumber[at] === 0) return false
  return !numbers.some(one => terms.includes(one))
}

const ownScore = (row: CandidateRow | null, at: number): number => {
  const place = row?.passages.indexOf(at) ?? -1
  return place < 0 ? 0 : row!.scores[place]!
}

const VIA_SHOWN = 3

/** Passages over which another was reached: those of the point's own candidates that are tied to it. */
const viaOf = (linker: Linker, spread: Spread, row: CandidateRow | null, at: number): readonly string[] => {
  const scored: [number, number][] = []
  const { starts, ids, values } = spread.graph
  for (let i = starts[at]!; i < starts[at + 1]!; i += 1) {
    const place = row?.passages.indexOf(ids[i]!) ?? -1
    if (place >= 0) scored.push([ids[i]!, row!.chances[place]! * values[i]!])
  }
  return scored
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, VIA_SHOWN)
    .map(([other]) => `${linker.index.passages[other]!.document}#${linker.index.passages[other]!.passage}`)
}

const explain = (
  linker: Linker,
  spread: Spread,
  description: Description,
  at: number,
  score: number,
  match: WordMatch,
): Explanation => {
  const tokens = placedPassage(linker, at)
  const placed = description.placed!
  const sentence = match.sentence < 0 ? undefined : tokens.sentences[match.sentence]
  return {
    offsets: {
      inPoint: match.pairs.map(([a]) => [placed.starts[a]!, placed.ends[a]!] as const),
      inPassage: match.pairs.map(([, b]) => [tokens.starts[b]!, tokens.ends[b]!] as const),
    },
    sentence: sentence === undefined ? null : [sentence.start, sentence.end],
    parts: { ownWords: rounded(ownScore(description.row, at)), wholeRoad: rounded(score) },
    via: viaOf(linker, spread, description.row, at),
  }
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000

export const describeSuggestion = (
  linker: Linker,
  spread: Spread,
  description: Description,
  at: number,
  rank: number,
  score: number,
  isExplained: boolean,
): Suggestion => {
  const passage = linker.index.passages[at]!
  const { point, placed, direction } = description
  const tokens = placedPassage(linker, at)
  const match = matchWords(description.marks, tokens)
  const pairs = pairsShared(linker, description, at)
  return {
    point: point!.id,
    document: passage.document,
    stage: passage.stage,
    passage: passage.passage,
    rank,
    score: rounded(score),
    grade: gradeOf(score, pairs.count, pairs.share),
    kind: suggestKind({
      stage: passage.stage,
      passageText: passage.text,
      verdicts: () => verdictsOfPassage(linker, at, direction),
      sentence: match.sentence,
      direction,
      score,
      coverageShare: coverageOf(linker, description, match),
      hasOtherNumbers: hasOtherNumbers(linker, description, at),
    }),
    matched: wordsShown(point!.text, placed!, passage.text, tokens, match),
    ...(isExplained ? { explanation: explain(linker, spread, description, at, score, match) } : {}),
  }
}

export const describeNothing = (
  linker: Linker,
  description: Description,
  stage: Stage,
  isExplained: boolean,
): NothingFound => {
  const found = { point: description.point!.id, stage, rank: 0, grade: 'nothing-found' } as const
  if (!isExplained) return found
  const inStage = linker.index.passages.filter(passage => passage.stage === stage)
  const near = [...(description.row?.passages ?? [])].find(at => linker.index.passages[at]!.stage === stage)
  return {
    ...found,
    search: {
      documents: [...new Set(inStage.map(({ document }) => document))],
      terms: [...(description.query?.terms ?? [])].map(term => linker.index.lexicon.terms[term]!),
      nearMiss:
        near === undefined ? null : `${linker.index.passages[near]!.document}#${linker.index.passages[near]!.passage}`,
    },
  }
}
