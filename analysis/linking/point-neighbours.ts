import { DIMENSIONS, type VectorTables } from '../text/word-vectors.ts'
import { GROUP_CAP, POINT_NEIGHBOURS } from './constants.ts'
import { writeMeanVector } from './mean-vector.ts'
import { invertLists, packLists, type IdLists, type PackedLists } from './packed-lists.ts'
import { idfOf } from './search-tables.ts'
import type { TermFacts } from './term-facts.ts'

/** Points that ask alike, by point: which, and by how much (0–1). */
export type PointNeighbours = PackedLists

/** Words of a point looked up among the other points: rarest first, for common ones cost much and say little. */
const MAX_LOOKED_UP = 12
/** Points looked at for one word, the first that hold it: keeps the cost of a point the same however many there are. */
const MAX_PER_WORD = 200
/** Likeness below which a point is no neighbour (0–1). */
const MIN_LIKENESS = 0.25

/** Points ready to be held against one another. */
export interface PointTables {
  readonly pointCount: number
  /** Different terms of each point; and the points of each term. */
  readonly terms: IdLists
  readonly lists: IdLists
  readonly idf: Float32Array
  /** Mean vectors, DIMENSIONS each; null without word vectors. */
  readonly vectors: Float32Array | null
  /** By point: length of its words' vector of idf. */
  readonly norms: Float64Array
}

const differentTerms = (points: Iterable<ArrayLike<number>>, termCount: number): IdLists => {
  const lastIn = new Int32Array(termCount).fill(-1)
  const starts = [0]
  const ids: number[] = []
  for (const sequence of points) {
    for (let i = 0; i < sequence.length; i += 1) {
      const term = sequence[i]!
      if (lastIn[term] === starts.length) continue
      lastIn[term] = starts.length
      ids.push(term)
    }
    starts.push(ids.length)
  }
  return { starts: Int32Array.from(starts), ids: Int32Array.from(ids) }
}

const meanVectors = (vectors: VectorTables, facts: TermFacts, { starts, ids }: IdLists): Float32Array => {
  const means = new Float32Array((starts.length - 1) * DIMENSIONS)
  for (let point = 0; point + 1 < starts.length; point += 1)
    writeMeanVector(vectors, facts, ids, starts[point]!, starts[point + 1]!, null, means, point * DIMENSIONS)
  return means
}

/** Reads points, given as their content words in order. */
export const readPointTables = (
  facts: TermFacts,
  vectors: VectorTables | null,
  points: Iterable<ArrayLike<number>>,
): PointTables => {
  const termCount = facts.vectorRow.length
  const terms = differentTerms(points, termCount)
  const pointCount = terms.starts.length - 1
  const { starts, ids } = invertLists(terms, termCount)
  const idf = Float32Array.from({ length: termCount }, (_, term) =>
    idfOf(pointCount, starts[term + 1]! - starts[term]!),
  )
  const norms = new Float64Array(pointCount)
  for (let point = 0; point < pointCount; point += 1) {
    let square = 0
    for (let i = terms.starts[point]!; i < terms.starts[point + 1]!; i += 1) square += idf[terms.ids[i]!]! ** 2
    norms[point] = Math.sqrt(square)
  }
  const means = vectors === null ? null : meanVectors(vectors, facts, terms)
  return { pointCount, terms, lists: { starts, ids }, idf, vectors: means, norms }
}

const cosine = (vectors: Float32Array, a: number, b: number): number => {
  const fromA = a * DIMENSIONS
  const fromB = b * DIMENSIONS
  let even = 0
  let odd = 0
  for (let i = 0; i < DIMENSIONS; i += 2) {
    even += vectors[fromA + i]! * vectors[fromB + i]!
    odd += vectors[fromA + i + 1]! * vectors[fromB + i + 1]!
  }
  return even + odd
}

type Scored = readonly [point: number, likeness: number]

/** What is kept from one point to the next: by point the idf squared in common, and which points have any. */
interface Shared {
  readonly sums: Float64Array
  readonly touched: Int32Array
}

const createShared = (pointCount: number): Shared => ({
  sums: new Float64Array(pointCount),
  touched: new Int32Array(pointCount),
})

/** Sums up the rare words that other points have in common with a point; returns how many points have any. */
const shareWords = ({ terms, lists, idf }: PointTables, point: number, { sums, touched }: Shared): number => {
  const own = terms.ids.slice(terms.starts[point], terms.starts[point + 1])
  const looked = own.sort((a, b) => idf[b]! - idf[a]!).subarray(0, MAX_LOOKED_UP)
  let count = 0
  for (const term of looked) {
    const worth = idf[term]! * idf[term]!
    const end = Math.min(lists.starts[term + 1]!, lists.starts[term]! + MAX_PER_WORD)
    for (let i = lists.starts[term]!; i < end; i += 1) {
      const other = lists.ids[i]!
      if (sums[other] === 0) {
        touched[count] = other
        count += 1
      }
      sums[other]! += worth
    }
  }
  return count
}

/** Half words in common, half meaning. */
const nearestOf = (points: PointTables, point: number, shared: Shared): readonly Scored[] => {
  const near: Scored[] = []
  const count = shareWords(points, point, shared)
  let least = MIN_LIKENESS
  for (let i = 0; i < count; i += 1) {
    const other = shared.touched[i]!
    const words = shared.sums[other]! / (points.norms[point]! * points.norms[other]!)
    shared.sums[other] = 0
    if (other === point || words <= MIN_LIKENESS / 4 || 0.5 * words + 0.5 < least) continue
    const meaning = points.vectors === null ? 0 : Math.max(0, cosine(points.vectors, point, other))
    const likeness = 0.5 * words + 0.5 * meaning
    if (likeness < least) continue
    placeNear(near, other, likeness)
    if (near.length === POINT_NEIGHBOURS) least = near.at(-1)![1]
  }
  return near
}

/** Puts a point among the nearest, nearest first, of equal ones the first. */
const placeNear = (near: Scored[], other: number, likeness: number): void => {
  let to = near.length
  while (to > 0 && (near[to - 1]![1] < likeness || (near[to - 1]![1] === likeness && near[to - 1]![0] > other))) to -= 1
  near.splice(to, 0, [other, likeness])
  if (near.length > POINT_NEIGHBOURS) near.pop()
}

/** Likeness squared, as shares that add up to 1. */
const normalised = (scored: readonly Scored[]): readonly Scored[] => {
  const sum = scored.reduce((total, [, likeness]) => total + likeness * likeness, 0)
  return scored.map(([point, likeness]) => [point, (likeness * likeness) / sum] as const)
}

/** Nearest of points `start` to `end`, with their likeness (0–1): by rare words in common and by meaning. */
export const nearestPoints = (points: PointTables, start = 0, end = points.pointCount): PointNeighbours => {
  const shared = createShared(points.pointCount)
  return packLists(Array.from({ length: end - start }, (_, i) => nearestOf(points, start + i, shared)))
}

/** The same with shares for likeness: what each of a point's neighbours adds to its chances. */
export const nearestShares = (points: PointTables, start = 0, end = points.pointCount): PointNeighbours => {
  const shared = createShared(points.pointCount)
  return packLists(Array.from({ length: end - start }, (_, i) => normalised(nearestOf(points, start + i, shared))))
}

/** Nobody is near anybody. */
export const noNeighbours = (count: number): PointNeighbours => packLists(Array.from({ length: count }, () => []))

/** Points of one idea, all alike. A large campaign is represented by its first points. */
export const pointsOfIdeas = (ideas: readonly (string | null)[]): PointNeighbours => {
  const members = new Map<string, number[]>()
  ideas.forEach((idea, point) => {
    if (idea === null) return
    const list = members.get(idea)
    if (list === undefined) members.set(idea, [point])
    else list.push(point)
  })
  return packLists(
    ideas.map((idea, point) =>
      normalised(
        (idea === null ? [] : members.get(idea)!.slice(0, GROUP_CAP))
          .filter(other => other !== point)
          .map(other => [other, 1]),
      ),
    ),
  )
}
