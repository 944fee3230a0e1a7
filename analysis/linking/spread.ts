import { STAGES } from '../../data/model/document.ts'
import { IDEA_SHARE, MIN_ARRIVING, MIN_WALKING, NEIGHBOUR_SHARE, ROAD_SHARE, ROAD_STEPS } from './constants.ts'
import type { CandidateRows } from './candidate-rows.ts'
import type { PassageGraph } from './passage-graph.ts'
import type { PackedLists } from './packed-lists.ts'
import type { PointNeighbours } from './point-neighbours.ts'

/** Adds a list's values, each times `factor`, to the numbers of its things. */
const addList = (into: Float32Array, { starts, ids, values }: PackedLists, list: number, factor: number): void => {
  const end = starts[list + 1]!
  for (let i = starts[list]!; i < end; i += 1) into[ids[i]!]! += factor * values[i]!
}

/** The same along ties, strongest first: what would arrive over the weaker ones is too little to matter. */
const addTies = (into: Float32Array, { starts, ids, values }: PassageGraph, from: number, factor: number): void => {
  const least = MIN_ARRIVING / factor
  const end = starts[from + 1]!
  for (let i = starts[from]!; i < end; i += 1) {
    if (values[i]! < least) return
    into[ids[i]!]! += factor * values[i]!
  }
}

const addRowsOf = (
  into: Float32Array,
  rows: CandidateRows,
  others: PointNeighbours,
  point: number,
  factor: number,
): void => {
  for (let i = others.starts[point]!; i < others.starts[point + 1]!; i += 1)
    addList(into, rows, others.ids[i]!, factor * others.values[i]!)
}

/** Which parts of the road are used, and how much: the defaults, or what an ablation sets. */
export interface Road {
  readonly neighbourShare: number
  readonly ideaShare: number
  readonly roadShare: number
  readonly steps: number
}
/** The road as used. Points like it weigh only where there are more points than passages: then many must mean the same. */
export const roadFor = (pointCount: number, passageCount: number): Road => ({
  ...WHOLE_ROAD,
  neighbourShare: NEIGHBOUR_SHARE * Math.max(0, Math.min(1, (pointCount / Math.max(1, passageCount) - 1) / 2)),
})
export const WHOLE_ROAD: Road = {
  neighbourShare: NEIGHBOUR_SHARE,
  ideaShare: IDEA_SHARE,
  roadShare: ROAD_SHARE,
  steps: ROAD_STEPS,
}

export interface Spread {
  readonly rows: CandidateRows
  readonly neighbours: PointNeighbours
  readonly ideas: PointNeighbours
  readonly graph: PassageGraph
  readonly road: Road
  /** By passage: the stage it stands in. */
  readonly stageOf: Uint8Array
  /** By passage: chances before the road, and at each step of it. */
  readonly base: Float32Array
  readonly now: Float32Array
  readonly next: Float32Array
}

/** A point's own chances, mixed with those of its idea and of the points most like it. */
const gatherBase = ({ rows, neighbours, ideas, road, base }: Spread, point: number): void => {
  base.fill(0)
  const hasMates = ideas.starts[point + 1]! > ideas.starts[point]!
  const hasNear = neighbours.starts[point + 1]! > neighbours.starts[point]!
  const ideaShare = hasMates ? road.ideaShare : 0
  const nearShare = hasNear ? (1 - ideaShare) * road.neighbourShare : 0
  addList(base, rows, point, 1 - ideaShare - nearShare)
  if (nearShare > 0) addRowsOf(base, rows, neighbours, point, nearShare)
  if (ideaShare > 0) addRowsOf(base, rows, ideas, point, ideaShare)
}

/** Keeps the chances of each stage at 1 together at most: many weak ties must not outweigh one good match. */
const capStages = (chances: Float32Array, stageOf: Uint8Array): void => {
  const factors = new Float64Array(STAGES.length)
  for (let at = 0; at < chances.length; at += 1) factors[stageOf[at]!]! += chances[at]!
  for (let stage = 0; stage < factors.length; stage += 1) factors[stage] = 1 / Math.max(1, factors[stage]!)
  for (let at = 0; at < chances.length; at += 1) chances[at]! *= factors[stageOf[at]!]!
}

/**
 * A point's chances by passage after the whole road: own words, points like it, then from passage to passage across
 * the stages. The result is valid until the next call.
 */
export const spreadPoint = (spread: Spread, point: number): Float32Array => {
  const { graph, road, base, stageOf } = spread
  gatherBase(spread, point)
  let now = base
  let next = spread.next
  for (let step = 0; step < road.steps; step += 1) {
    for (let at = 0; at < base.length; at += 1) next[at] = (1 - road.roadShare) * base[at]!
    for (let at = 0; at < now.length; at += 1)
      if (now[at]! >= MIN_WALKING) addTies(next, graph, at, road.roadShare * now[at]!)
    capStages(next, stageOf)
    const spare = now === base ? spread.now : now
    now = next
    next = spare
  }
  return now
}
