import { DIMENSIONS } from '../text/word-vectors.ts'
import { GROUP_CAP, POINT_NEIGHBOURS } from './constants.ts'
import { idfOf } from './index-weights.ts'
import { packLists, type PackedLists } from './packed-lists.ts'
import { vectorOf, type PassageIndex } from './passage-index.ts'
import { addPosting, type PostingLists } from './postings.ts'

/** Points that ask alike, by point: which, and by how much (0–1). */
export type PointNeighbours = PackedLists

/** Words of a point looked up among the other points: rarest first, for common ones cost much and say little. */
const MAX_LOOKED_UP = 12
/** Points looked at for one word, the first that hold it: keeps the cost of a point the same however many there are. */
const MAX_PER_WORD = 200
/** Likeness below which a point is no neighbour (0–1). */
const MIN_LIKENESS = 0.25

const read = (index: PassageIndex, points: readonly (readonly number[])[]) => {
  const terms = points.map(sequence => Int32Array.from(new Set(sequence)))
  const vectors = terms.map(of => vectorOf(index, of, new Float32Array(of.length).fill(1)))
  const lists: PostingLists = []
  terms.forEach((of, point) => of.forEach(term => addPosting(lists, term, point, 1)))
  return { terms, vectors, lists }
}

const cosine = (a: Float32Array | null, b: Float32Array | null): number => {
  if (a === null || b === null) return 0
  let sum = 0
  for (let i = 0; i < DIMENSIONS; i += 1) sum += a[i]! * b[i]!
  return sum
}

type Scored = readonly [point: number, likeness: number]

/** Likeness squared, as shares that add up to 1. */
const normalised = (scored: readonly Scored[]): readonly Scored[] => {
  const sum = scored.reduce((total, [, likeness]) => total + likeness * likeness, 0)
  return scored.map(([point, likeness]) => [point, (likeness * likeness) / sum] as const)
}

/** The same with shares for likeness: what each of a point's neighbours adds to its chances. */
export const nearestShares = (index: PassageIndex, points: readonly (readonly number[])[]): PointNeighbours =>
  packLists(findNearest(index, points).map(normalised))

/** Nearest of points, with their likeness (0–1). */
export const nearestPoints = (index: PassageIndex, points: readonly (readonly number[])[]): PointNeighbours =>
  packLists(findNearest(index, points))

/** Nearest of points, given as their content words in order: by rare words in common and by meaning. */
const findNearest = (index: PassageIndex, points: readonly (readonly number[])[]): readonly (readonly Scored[])[] => {
  const { terms, vectors, lists } = read(index, points)
  const idf = (term: number): number => idfOf(points.length, lists[term]?.length ?? 0)
  const sums = terms.map(of => of.reduce((sum, term) => sum + idf(term) ** 2, 0))
  const shared = new Float64Array(points.length)
  return points.map((_, point) => {
    const looked = [...terms[point]!].sort((a, b) => idf(b) - idf(a)).slice(0, MAX_LOOKED_UP)
    const touched: number[] = []
    for (const term of looked) {
      const list = lists[term]!
      const worth = idf(term) ** 2
      const end = Math.min(list.length, MAX_PER_WORD)
      for (let i = 0; i < end; i += 1) {
        const other = list.passages[i]!
        if (shared[other] === 0) touched.push(other)
        shared[other]! += worth
      }
    }
    const scored: Scored[] = []
    for (const other of touched) {
      const words = shared[other]! / Math.sqrt(sums[point]! * sums[other]!)
      shared[other] = 0
      if (other !== point && words > MIN_LIKENESS / 4)
        scored.push([other, 0.5 * words + 0.5 * Math.max(0, cosine(vectors[point]!, vectors[other]!))])
    }
    const near = scored.filter(([, likeness]) => likeness >= MIN_LIKENESS)
    return near.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, POINT_NEIGHBOURS)
  })
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
