import { IDEA_SHARE, MIN_WALKING, NEIGHBOUR_SHARE, ROAD_SHARE, ROAD_STEPS } from './constants.ts'
import type { CandidateRows } from './candidate-rows.ts'
import type { PassageGraph } from './passage-graph.ts'
import type { PackedLists } from './packed-lists.ts'
import type { PointNeighbours } from './point-neighbours.ts'

/** Numbers by passage of which few are not 0: a dense array and the list of what to clear. */
export interface Sparse {
  readonly values: Float64Array
  readonly touched: number[]
}

export const createSparse = (size: number): Sparse => ({ values: new Float64Array(size), touched: [] })

const add = (into: Sparse, at: number, value: number): void => {
  if (into.values[at] === 0) into.touched.push(at)
  into.values[at]! += value
}

const clear = (sparse: Sparse): void => {
  for (const at of sparse.touched) sparse.values[at] = 0
  sparse.touched.length = 0
}

/** Adds a list's values, each times `factor`, to the numbers of its things. */
const addList = (into: Sparse, { starts, ids, values }: PackedLists, list: number, factor: number): void => {
  const end = starts[list + 1]!
  for (let i = starts[list]!; i < end; i += 1) add(into, ids[i]!, factor * values[i]!)
}

const addRowsOf = (into: Sparse, rows: CandidateRows, others: PointNeighbours, point: number, factor: number): void => {
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
  readonly base: Sparse
  readonly now: Sparse
  readonly next: Sparse
}

/** A point's own chances, mixed with those of its idea and of the points most like it. */
const gatherBase = ({ rows, neighbours, ideas, road, base }: Spread, point: number): void => {
  clear(base)
  const hasMates = ideas.starts[point + 1]! > ideas.starts[point]!
  const hasNear = neighbours.starts[point + 1]! > neighbours.starts[point]!
  const ideaShare = hasMates ? road.ideaShare : 0
  const nearShare = hasNear ? (1 - ideaShare) * road.neighbourShare : 0
  addList(base, rows, point, 1 - ideaShare - nearShare)
  if (nearShare > 0) addRowsOf(base, rows, neighbours, point, nearShare)
  if (ideaShare > 0) addRowsOf(base, rows, ideas, point, ideaShare)
}

const copy = (from: Sparse, into: Sparse, factor: number): void => {
  for (const at of from.touched) add(into, at, factor * from.values[at]!)
}

const STAGE_COUNT = 8

/** Keeps the chances of each stage at 1 together at most: many weak ties must not outweigh one good match. */
const capStages = (sparse: Sparse, stageOf: Uint8Array): void => {
  const sums = new Float64Array(STAGE_COUNT)
  for (const at of sparse.touched) sums[stageOf[at]!]! += sparse.values[at]!
  for (const at of sparse.touched) sparse.values[at]! /= Math.max(1, sums[stageOf[at]!]!)
}

/**
 * A point's chances by passage after the whole road: own words, points like it, then from passage to passage across
 * the stages. The result is valid until the next call.
 */
export const spreadPoint = (spread: Spread, point: number): Sparse => {
  const { graph, road, base, stageOf } = spread
  gatherBase(spread, point)
  let now = spread.now
  let next = spread.next
  clear(now)
  copy(base, now, 1)
  for (let step = 0; step < road.steps; step += 1) {
    clear(next)
    copy(base, next, 1 - road.roadShare)
    for (const at of now.touched) {
      if (now.values[at]! < MIN_WALKING) continue
      addList(next, graph, at, road.roadShare * now.values[at]!)
    }
    capStages(next, stageOf)
    const spare = now
    now = next
    next = spare
  }
  return now
}
