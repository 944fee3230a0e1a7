import { groupDuplicates } from '../duplicates/group-duplicates.ts'
import { createPassageIndex, languageOf, termsOfText } from '../linking/passage-index.ts'
import { idsOfList } from '../linking/packed-lists.ts'
import { nearestPoints, readPointTables } from '../linking/point-neighbours.ts'
import { detectLanguage, mainLanguage } from '../text/language.ts'
import type { WordVectors } from '../text/word-vectors.ts'

/** Likeness of two points (0–1) from which they are suggested as one idea, each among the other's nearest. Own trials. */
export const SAME_IDEA_LIKENESS = 0.55

export interface SuggestedIdea {
  /** Named by its first point until a person names it. */
  readonly idea: string
  readonly points: readonly string[]
  /** Near-identical texts: many voices, one idea. */
  readonly isCampaign: boolean
}

const rootOf = (parent: Int32Array, at: number): number => {
  let root = at
  while (parent[root] !== root) root = parent[root]!
  return root
}

const unite = (parent: Int32Array, a: number, b: number): void => {
  const rootA = rootOf(parent, a)
  const rootB = rootOf(parent, b)
  parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
}

/** Points that ask the same thing, for a person to confirm: near-identical texts first, then points most like each other. */
export const suggestIdeas = (
  points: readonly { readonly id: string; readonly text: string }[],
  vectors: WordVectors | null,
): readonly SuggestedIdea[] => {
  const parent = Int32Array.from(points, (_, at) => at)
  const at = new Map(points.map(({ id }, i) => [id, i]))
  const campaigns = new Set<number>()
  for (const group of groupDuplicates(points)) {
    for (const id of group.points) unite(parent, at.get(group.group)!, at.get(id)!)
    if (group.kind === 'campaign') campaigns.add(at.get(group.group)!)
  }
  const language = mainLanguage(points.map(({ text }) => detectLanguage(text)))
  const index = createPassageIndex(vectors, language)
  const sequences = points.map(({ text }) => termsOfText(index, text, languageOf(index, text)))
  const near = nearestPoints(readPointTables(index.facts, vectors, sequences))
  for (const point of points.keys())
    for (let i = near.starts[point]!; i < near.starts[point + 1]!; i += 1) {
      const other = near.ids[i]!
      if (near.values[i]! >= SAME_IDEA_LIKENESS && idsOfList(near, other).includes(point)) unite(parent, point, other)
    }
  const members = new Map<number, number[]>()
  for (const point of points.keys()) {
    const root = rootOf(parent, point)
    members.set(root, [...(members.get(root) ?? []), point])
  }
  return [...members.values()]
    .filter(list => list.length > 1)
    .map(list => ({
      idea: points[list[0]!]!.id,
      points: list.map(point => points[point]!.id),
      isCampaign: list.some(point => campaigns.has(point)),
    }))
}
