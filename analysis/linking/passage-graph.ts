import { STAGES } from '../../data/model/document.ts'
import { GRAPH_DEGREE, MIN_TIE, NONE_ODDS_PASSAGE, TIE_TERMS } from './constants.ts'
import type { PassageIndex } from './passage-index.ts'
import { languageOf } from './passage-index.ts'
import { readQuery } from './point-query.ts'
import { resolveCitations } from './resolve-citations.ts'
import { scorePoint, type Candidate, type Scorer } from './score-point.ts'

/** Passages that say the same in other documents, by passage: to which, and how likely (0–1). */
export interface PassageGraph {
  readonly targets: readonly Int32Array[]
  readonly chances: readonly Float32Array[]
}

/** Odds to chances within one stage, with room for "none of these". */
export const chancesOf = (candidates: readonly Candidate[], noneOdds: number, sharpness: number): number[] => {
  const odds = candidates.map(({ score }) => (score / (1 - score + 1e-9)) ** sharpness)
  const sum = odds.reduce((total, one) => total + one, noneOdds)
  return odds.map(one => one / sum)
}

type Edges = Map<number, number>[]

const add = (edges: Edges, from: number, to: number, chance: number): void => {
  edges[from]!.set(to, Math.min(1, (edges[from]!.get(to) ?? 0) + chance))
}

/** Each passage looked up in the other documents, both ways: a terse clause finds little itself but is found. */
const addLikeness = (scorer: Scorer, edges: Edges): void => {
  const { index, weights } = scorer
  index.passages.forEach((passage, from) => {
    const text = passage.heading === null ? passage.text : `${passage.heading}. ${passage.text}`
    const query = readQuery(index, weights, text, languageOf(index, passage.text), TIE_TERMS)
    const elsewhere = scorePoint(scorer, query, at => index.passages[at]!.document !== passage.document)
    elsewhere.forEach((candidates, stage) => {
      if (STAGES[stage] === passage.stage) return
      const kept = candidates.slice(0, GRAPH_DEGREE)
      chancesOf(kept, NONE_ODDS_PASSAGE, 1).forEach((chance, i) => {
        add(edges, from, kept[i]!.at, chance / 2)
        add(edges, kept[i]!.at, from, chance / 2)
      })
    })
  })
}

const addCitations = (index: PassageIndex, edges: Edges): void => {
  for (const { from, to, strength } of resolveCitations(index.passages)) {
    edges[from]!.set(to, Math.max(edges[from]!.get(to) ?? 0, strength))
    edges[to]!.set(from, Math.max(edges[to]!.get(from) ?? 0, strength))
  }
}

/** Links passages of one consultation across its documents: by likeness and by what they cite. */
export const linkPassages = (scorer: Scorer, use: { likeness: boolean; citations: boolean }): PassageGraph => {
  const edges: Edges = scorer.index.passages.map(() => new Map())
  if (use.likeness) addLikeness(scorer, edges)
  if (use.citations) addCitations(scorer.index, edges)
  const sorted = edges.map(of =>
    [...of].filter(([, chance]) => chance >= MIN_TIE).sort((a, b) => b[1] - a[1] || a[0] - b[0]),
  )
  return {
    targets: sorted.map(of => Int32Array.from(of, ([to]) => to)),
    chances: sorted.map(of => Float32Array.from(of, ([, chance]) => chance)),
  }
}
