import { STAGES } from '../../data/model/document.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { packRows, rowAt, toRow, type CandidateRow, type CandidateRows } from './candidate-rows.ts'
import { createDescription, describeNothing, describeSuggestion, startPoint, type Description } from './describe.ts'
import { NOTHING_SCORE } from './grade.ts'
import { createLinker, graphOf, readPoint, scorerOf, stagesHeld, type Linker, type PointTerms } from './linker.ts'
import type { PassageInput } from './passage-index.ts'
import { nearestShares, noNeighbours, pointsOfIdeas, type PointNeighbours } from './point-neighbours.ts'
import { queryOf } from './point-query.ts'
import { scorePoint } from './score-point.ts'
import { createSparse, roadFor, spreadPoint, type Road, type Sparse, type Spread } from './spread.ts'
import type { NothingFound, PointInput, Suggestion } from './suggestion.ts'

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

const DEFAULT_TOP = 10
const PROGRESS_STEPS = 100

/** Candidates of one point by its own words: the costly part, which workers can share out by points. */
export const candidatesOf = (
  linker: Linker,
  point: PointInput,
  { sequence }: PointTerms = readPoint(linker, point),
): CandidateRow => {
  const scorer = scorerOf(linker)
  return toRow(scorePoint(scorer, queryOf(linker.index, scorer.weights, sequence), null))
}

/** Points that share candidates, and the ties between passages: everything beyond a point's own words. */
export const startSpread = (
  linker: Linker,
  points: readonly PointInput[],
  rows: readonly CandidateRow[],
  terms: readonly PointTerms[] = points.map(point => readPoint(linker, point)),
  road: Road = roadFor(points.length, linker.index.passages.length),
): Spread => {
  const neighbours = neighboursFor(linker, terms, road)
  return spreadOver(linker, points, packRows(rows), neighbours, road)
}

/** Points like each point. Where they weigh nothing they need not be found. */
export const neighboursFor = (
  { index }: Linker,
  terms: readonly PointTerms[],
  road: Road = roadFor(terms.length, index.passages.length),
): PointNeighbours =>
  road.neighbourShare > 0
    ? nearestShares(
        index,
        terms.map(({ sequence }) => sequence),
      )
    : noNeighbours(terms.length)

/** The same with the points like each point already found. */
export const spreadOver = (
  linker: Linker,
  points: readonly PointInput[],
  rows: CandidateRows,
  neighbours: PointNeighbours,
  road: Road = roadFor(points.length, linker.index.passages.length),
): Spread => {
  const size = linker.index.passages.length
  return {
    rows,
    neighbours,
    ideas: pointsOfIdeas(points.map(point => point.idea ?? null)),
    graph: graphOf(linker),
    // With one stage there is no road to walk.
    road: stagesHeld(linker).length > 1 ? road : { ...road, steps: 0 },
    stageOf: scorerOf(linker).stageOf,
    base: createSparse(size),
    now: createSparse(size),
    next: createSparse(size),
  }
}

/** Puts a passage among the best, best first, unless `top` better ones are there. */
const place = (best: number[], values: Float64Array, at: number, top: number): void => {
  const value = values[at]!
  let to = best.length
  while (to > 0 && (values[best[to - 1]!]! < value || (values[best[to - 1]!] === value && best[to - 1]! > at))) to -= 1
  if (to >= top) return
  best.splice(to, 0, at)
  if (best.length > top) best.length = top
}

/** The best of each stage, by its place in STAGES, from one pass over what was reached. */
const bestByStage = (spread: Spread, chances: Sparse, top: number): readonly (readonly number[])[] => {
  const found: number[][] = STAGES.map(() => [])
  for (const at of chances.touched)
    if (chances.values[at]! >= NOTHING_SCORE) place(found[spread.stageOf[at]!]!, chances.values, at, top)
  return found
}

/** All lines of one point. */
export function* linesOfPoint(
  linker: Linker,
  spread: Spread,
  description: Description,
  point: PointInput,
  terms: PointTerms,
  at: number,
  options: Pick<MatchOptions, 'top' | 'explain'>,
): Generator<Suggestion | NothingFound> {
  const chances = spreadPoint(spread, at)
  startPoint(linker, description, point, terms, rowAt(spread.rows, at))
  const bests = bestByStage(spread, chances, options.top ?? DEFAULT_TOP)
  for (const stage of stagesHeld(linker)) {
    const best = bests[stage]!
    if (best.length === 0) yield describeNothing(linker, description, STAGES[stage]!, options.explain === true)
    for (const [i, passage] of best.entries())
      yield describeSuggestion(
        linker,
        spread,
        description,
        passage,
        i + 1,
        chances.values[passage]!,
        options.explain === true,
      )
  }
}

/**
 * Lines from candidates already found (by `candidatesOf`, here or in workers, in the order of the points): the road, the
 * grades, kinds and words. Point by point in the order given, stages in the order of the trail, best first; a stage with
 * nothing gives one line that says so. Same input, same output.
 */
export function* matchRows(
  linker: Linker,
  points: readonly PointInput[],
  rows: readonly CandidateRow[],
  options: MatchOptions,
  terms: readonly PointTerms[] = points.map(point => readPoint(linker, point)),
): Generator<Suggestion | NothingFound> {
  const spread = startSpread(linker, points, rows, terms, options.road)
  const description = createDescription()
  for (let at = 0; at < points.length; at += 1)
    yield* linesOfPoint(linker, spread, description, points[at]!, terms[at]!, at, options)
  options.onProgress?.(points.length, points.length)
}

/** The best passages of each stage for every point, in one thread. */
export function* matchWithLinker(
  linker: Linker,
  points: readonly PointInput[],
  options: MatchOptions,
): Generator<Suggestion | NothingFound> {
  const every = Math.max(1, Math.floor(points.length / PROGRESS_STEPS))
  const terms = points.map(point => readPoint(linker, point))
  const rows = points.map((point, i) => {
    if (i % every === 0) options.onProgress?.(i, points.length)
    return candidatesOf(linker, point, terms[i]!)
  })
  yield* matchRows(linker, points, rows, options, terms)
}

/** `said match`: decoded rows in, lines out. Nothing is kept between calls. */
export const matchPoints = (
  points: readonly PointInput[],
  passages: readonly PassageInput[],
  options: MatchOptions,
): Generator<Suggestion | NothingFound> => matchWithLinker(createLinker(options.vectors, passages), points, options)
