import { STAGES } from '../../data/model/document.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { offer, sortBest, type BestList } from './best-list.ts'
import { packRows, rowAt, toRow, type CandidateRow, type CandidateRows } from './candidate-rows.ts'
import { createDescription, describeNothing, describeSuggestion, startPoint, type Description } from './describe.ts'
import { NOTHING_SCORE } from './grade.ts'
import { graphOf, readPoints, searcherOf, type Linker } from './linker.ts'
import type { PassageGraph } from './passage-graph.ts'
import {
  nearestShares,
  noNeighbours,
  pointsOfIdeas,
  readPointTables,
  type PointNeighbours,
  type PointTables,
} from './point-neighbours.ts'
import { readQuery } from './point-query.ts'
import { conceptsOfText, countOfTexts, wordsOfText, type ReadTexts } from './read-texts.ts'
import { scoreQuery } from './score-point.ts'
import type { SearchTables } from './search-tables.ts'
import type { Searcher } from './searcher.ts'
import { roadFor, spreadPoint, type Road, type Spread } from './spread.ts'
import type { NothingFound, PointInput, Suggestion } from './suggestion.ts'
import { startLines, writeNothing, writeObject, writeSuggestion, type LineWriter } from './write-lines.ts'

export interface MatchOptions {
  readonly vectors: WordVectors | null
  /** Suggestions of each stage; 10. */
  readonly top?: number
  /** Adds offsets, sentence, parts of the score and searches. */
  readonly explain?: boolean
  /** Parts of the road, for ablation. */
  readonly road?: Road
  /** Called with points done and points in all, some hundred times. */
  readonly onProgress?: (done: number, all: number) => void
}

const PROGRESS_STEPS = 100

/** Candidates of one of the points read, by its own words: the costly part, which workers can share out by points. */
export const candidatesOfText = ({ tables, scorer }: Searcher, texts: ReadTexts, at: number): CandidateRow => {
  readQuery(tables, scorer.query, wordsOfText(texts, at).terms, conceptsOfText(texts, at))
  scoreQuery(scorer)
  return toRow(scorer.found)
}

/** The same for a point that was not read. */
export const candidatesOf = (linker: Linker, point: PointInput): CandidateRow =>
  candidatesOfText(searcherOf(linker), readPoints(linker, [point]), 0)

/** Points ready to be held against one another. */
export const pointTablesOf = ({ facts, vectors }: SearchTables, texts: ReadTexts): PointTables =>
  readPointTables(
    facts,
    vectors,
    Array.from({ length: countOfTexts(texts) }, (_, at) => wordsOfText(texts, at).terms),
  )

/** Points like each point. Where they weigh nothing they need not be found. */
const neighboursFor = (tables: SearchTables, texts: ReadTexts, road: Road): PointNeighbours =>
  road.neighbourShare > 0 ? nearestShares(pointTablesOf(tables, texts)) : noNeighbours(countOfTexts(texts))

/** Points that share candidates, and the ties between passages: everything beyond a point's own words. */
export const spreadOver = (
  { tables }: Searcher,
  points: readonly PointInput[],
  rows: CandidateRows,
  neighbours: PointNeighbours,
  graph: PassageGraph,
  road: Road = roadFor(points.length, tables.passageCount),
): Spread => ({
  rows,
  neighbours,
  ideas: pointsOfIdeas(points.map(point => point.idea ?? null)),
  graph,
  // With one stage there is no road to walk.
  road: tables.stagesHeld.length > 1 ? road : { ...road, steps: 0 },
  stageOf: tables.stageOf,
  base: new Float32Array(tables.passageCount),
  now: new Float32Array(tables.passageCount),
  next: new Float32Array(tables.passageCount),
})

/** Fills `bests` with the best of each stage, by its place in STAGES, from one pass over all passages. */
const bestByStage = (bests: readonly BestList[], { stageOf }: Spread, chances: Float32Array): void => {
  for (const best of bests) best.length = 0
  for (let at = 0; at < chances.length; at += 1)
    if (chances[at]! >= NOTHING_SCORE) offer(bests[stageOf[at]!]!, at, chances[at]!)
  for (const best of bests) sortBest(best)
}

/** What is said of a point: of each stage its best passages, or that there is none. */
interface Telling {
  readonly suggest: (passage: number, rank: number, score: number) => void
  readonly nothing: (stage: number) => void
}

/** Walks the road for the point at `at` of those read, and tells what is found in the order of the lines. */
const tellPoint = (
  searcher: Searcher,
  spread: Spread,
  description: Description,
  point: PointInput,
  texts: ReadTexts,
  at: number,
  { suggest, nothing }: Telling,
): void => {
  const { bests } = description
  bestByStage(bests, spread, spreadPoint(spread, at))
  startPoint(searcher, description, point, texts, at, rowAt(spread.rows, at))
  for (const stage of searcher.tables.stagesHeld) {
    const best = bests[stage]!
    if (best.length === 0) nothing(stage)
    for (let i = 0; i < best.length; i += 1) suggest(best.at[i]!, i + 1, best.value[i]!)
  }
}

/** All lines of the point at `at` of those read. */
export const linesOfPoint = (
  searcher: Searcher,
  spread: Spread,
  description: Description,
  point: PointInput,
  texts: ReadTexts,
  at: number,
  isExplained: boolean,
): readonly (Suggestion | NothingFound)[] => {
  const lines: (Suggestion | NothingFound)[] = []
  tellPoint(searcher, spread, description, point, texts, at, {
    suggest: (passage, rank, score) =>
      lines.push(describeSuggestion(searcher, spread, description, passage, rank, score, isExplained)),
    nothing: stage => lines.push(describeNothing(searcher, description, STAGES[stage]!, isExplained)),
  })
  return lines
}

/** The same, written as bytes. */
export const writeLinesOfPoint = (
  writer: LineWriter,
  searcher: Searcher,
  spread: Spread,
  description: Description,
  point: PointInput,
  texts: ReadTexts,
  at: number,
  isExplained: boolean,
): void => {
  if (isExplained) {
    for (const line of linesOfPoint(searcher, spread, description, point, texts, at, true)) writeObject(writer, line)
    return
  }
  let isStarted = false
  tellPoint(searcher, spread, description, point, texts, at, {
    suggest: (passage, rank, score) => {
      if (!isStarted) startLines(writer, description)
      isStarted = true
      writeSuggestion(writer, searcher, description, passage, rank, score)
    },
    nothing: stage => writeNothing(writer, searcher, description, stage),
  })
}

/**
 * Lines from candidates already found (by `candidatesOfText`, in the order of the points): the road, the grades, kinds and words.
 * Point by point in the order given, stages in the order of the trail, best first; a stage with nothing gives one line that says so.
 * Same input, same output.
 */
export function* matchRows(
  linker: Linker,
  points: readonly PointInput[],
  rows: readonly CandidateRow[],
  options: MatchOptions,
  texts: ReadTexts = readPoints(linker, points),
): Generator<Suggestion | NothingFound> {
  const searcher = searcherOf(linker)
  const road = options.road ?? roadFor(points.length, searcher.tables.passageCount)
  const neighbours = neighboursFor(searcher.tables, texts, road)
  const spread = spreadOver(searcher, points, packRows(rows), neighbours, graphOf(linker), road)
  const description = createDescription(searcher, options.top)
  for (let at = 0; at < points.length; at += 1)
    yield* linesOfPoint(searcher, spread, description, points[at]!, texts, at, options.explain === true)
  options.onProgress?.(points.length, points.length)
}

/** The best passages of each stage for every point, in one thread. */
export function* matchWithLinker(
  linker: Linker,
  points: readonly PointInput[],
  options: MatchOptions,
): Generator<Suggestion | NothingFound> {
  const every = Math.max(1, Math.floor(points.length / PROGRESS_STEPS))
  const texts = readPoints(linker, points)
  const searcher = searcherOf(linker)
  const rows = points.map((_, at) => {
    if (at % every === 0) options.onProgress?.(at, points.length)
    return candidatesOfText(searcher, texts, at)
  })
  yield* matchRows(linker, points, rows, options, texts)
}
