import { STAGES } from '../../data/model/document.ts'
import { GRAPH_DEGREE, MIN_TIE, NONE_ODDS_PASSAGE, TIE_CANDIDATES, TIE_TERMS } from './constants.ts'
import { packLists, type PackedLists } from './packed-lists.ts'
import { languageOf, type PassageInput } from './passage-index.ts'
import { readQuery } from './point-query.ts'
import { resolveCitations } from './resolve-citations.ts'
import { scorePoint, type Candidate, type Scorer } from './score-point.ts'

/** Passages that say the same in other documents, by passage: to which, and how likely (0–1). */
export type PassageGraph = PackedLists

/** Odds to chances within one stage, with room for "none of these". */
export const chancesOf = (candidates: readonly Candidate[], noneOdds: number, sharpness: number): number[] => {
  const odds = candidates.map(({ score }) => (score / (1 - score + 1e-9)) ** sharpness)
  const sum = odds.reduce((total, one) => total + one, noneOdds)
  return odds.map(one => one / sum)
}

/** Ties found from some of the passages, in the order found: typed arrays, so that a worker can send them. */
export interface Ties {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly chances: Float64Array
}

/** Passages `start` to `end` looked up in the other documents. */
export const tiesByLikeness = (scorer: Scorer, start: number, end: number): Ties => {
  const { index, weights } = scorer
  const found: { from: number; to: number; chance: number }[] = []
  for (let from = start; from < end; from += 1) {
    const passage = index.passages[from]!
    const text = passage.heading === null ? passage.text : `${passage.heading}. ${passage.text}`
    const query = readQuery(index, weights, text, languageOf(index, passage.text), TIE_TERMS)
    const elsewhere = scorePoint(scorer, query, passage.document, TIE_CANDIDATES)
    elsewhere.forEach((candidates, stage) => {
      if (STAGES[stage] === passage.stage) return
      const kept = candidates.slice(0, GRAPH_DEGREE)
      chancesOf(kept, NONE_ODDS_PASSAGE, 1).forEach((chance, i) => found.push({ from, to: kept[i]!.at, chance }))
    })
  }
  return {
    from: Int32Array.from(found, one => one.from),
    to: Int32Array.from(found, one => one.to),
    chances: Float64Array.from(found, one => one.chance),
  }
}

type Edges = readonly Map<number, number>[]

const add = (edges: Edges, from: number, to: number, chance: number): void => {
  edges[from]!.set(to, Math.min(1, (edges[from]!.get(to) ?? 0) + chance))
}

/** Both ways: a terse clause finds little itself but is found. */
const addTies = (edges: Edges, { from, to, chances }: Ties): void => {
  chances.forEach((chance, i) => {
    add(edges, from[i]!, to[i]!, chance / 2)
    add(edges, to[i]!, from[i]!, chance / 2)
  })
}

const addCitations = (passages: readonly PassageInput[], edges: Edges): void => {
  for (const { from, to, strength } of resolveCitations(passages)) {
    edges[from]!.set(to, Math.max(edges[from]!.get(to) ?? 0, strength))
    edges[to]!.set(from, Math.max(edges[to]!.get(from) ?? 0, strength))
  }
}

/** The graph from ties by likeness, given in the order of their passages, and from what passages cite. */
export const graphOfTies = (
  passages: readonly PassageInput[],
  ties: readonly Ties[],
  hasCitations: boolean,
): PassageGraph => {
  const edges: Edges = passages.map(() => new Map<number, number>())
  for (const some of ties) addTies(edges, some)
  if (hasCitations) addCitations(passages, edges)
  return packLists(
    edges.map(of => [...of].filter(([, chance]) => chance >= MIN_TIE).sort((a, b) => b[1] - a[1] || a[0] - b[0])),
  )
}

/** Links passages of one consultation across its documents: by likeness and by what they cite. */
export const linkPassages = (scorer: Scorer, use: { likeness: boolean; citations: boolean }): PassageGraph => {
  const { passages } = scorer.index
  return graphOfTies(passages, use.likeness ? [tiesByLikeness(scorer, 0, passages.length)] : [], use.citations)
}
