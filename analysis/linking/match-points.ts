import { STAGES } from '../../data/model/document.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { toRow, type CandidateRow } from './candidate-rows.ts'
import { createDescription, describeNothing, describeSuggestion, startPoint, type Description } from './describe.ts'
import { NOTHING_SCORE } from './grade.ts'
import { createLinker, graphOf, languageOfPoint, scorerOf, stagesHeld, type Linker } from './linker.ts'
import type { PassageInput } from './passage-index.ts'
import { nearestPoints, pointsOfIdeas } from './point-neighbours.ts'
import { readQuery } from './point-query.ts'
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
export const candidatesOf = (linker: Linker, point: PointInput): CandidateRow => {
  const scorer = scorerOf(linker)
  const query = readQuery(linker.index, scorer.weights, point.text, languageOfPoint(linker, point))
  return toRow(scorePoint(scorer, query, null))
}

/** Points that share candidates, and the ties between passages: everything beyond a point's own words. */
export const startSpread = (
  linker: Linker,
  points: readonly PointInput[],
  rows: readonly CandidateRow[],
  road: Road = roadFor(points.length, linker.index.passages.length),
): Spread => {
  const size = linker.index.passages.length
  return {
    rows,
    neighbours: nearestPoints(linker.index, points),
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

/** The best of each stage, by its place in STAGES, from one pass over what was reached. */
const bestByStage = (spread: Spread, chances: Sparse, top: number): readonly (readonly number[])[] => {
  const found: number[][] = STAGES.map(() => [])
  for (const at of chances.touched) if (chances.values[at]! >= NOTHING_SCORE) found[spread.stageOf[at]!]!.push(at)
  return found.map(of => of.sort((a, b) => chances.values[b]! - chances.values[a]! || a - b).slice(0, top))
}

function* linesOfPoint(
  linker: Linker,
  spread: Spread,
  description: Description,
  points: readonly PointInput[],
  at: number,
  stages: readonly number[],
  options: MatchOptions,
): Generator<Suggestion | NothingFound> {
  const point = points[at]!
  const chances = spreadPoint(spread, at)
  startPoint(linker, description, point, spread.rows[at]!)
  const bests = bestByStage(spread, chances, options.top ?? DEFAULT_TOP)
  for (const stage of stages) {
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
): Generator<Suggestion | NothingFound> {
  const spread = startSpread(linker, points, rows, options.road)
  const description = createDescription()
  const stages = stagesHeld(linker)
  for (let at = 0; at < points.length; at += 1)
    yield* linesOfPoint(linker, spread, description, points, at, stages, options)
  options.onProgress?.(points.length, points.length)
}

/** The best passages of each stage for every point, in one thread. */
export function* matchWithLinker(
  linker: Linker,
  points: readonly PointInput[],
  options: MatchOptions,
): Generator<Suggestion | NothingFound> {
  const every = Math.max(1, Math.floor(points.length / PROGRESS_STEPS))
  const rows = points.map((point, i) => {
    if (i % every === 0) options.onProgress?.(i, points.length)
    return candidatesOf(linker, point)
  })
  yield* matchRows(linker, points, rows, options)
}

/** `said match`: decoded rows in, lines out. Nothing is kept between calls. */
export const matchPoints = (
  points: readonly PointInput[],
  passages: readonly PassageInput[],
  options: MatchOptions,
): Generator<Suggestion | NothingFound> => matchWithLinker(createLinker(options.vectors, passages), points, options)
