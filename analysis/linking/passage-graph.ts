import { writeChances } from './candidate-rows.ts'
import { GRAPH_DEGREE, MIN_TIE, NONE_ODDS_PASSAGE, TIE_CANDIDATES, TIE_TERMS } from './constants.ts'
import { packLists, type PackedLists } from './packed-lists.ts'
import type { PassageInput } from './passage-index.ts'
import { readQuery } from './point-query.ts'
import { conceptsOfText, wholeSequence } from './read-texts.ts'
import { resolveCitations } from './resolve-citations.ts'
import { scoreQuery, type Scorer } from './score-point.ts'
import { createIntList, pushInt } from './shared-arrays.ts'

/** Passages that say the same in other documents, by passage: to which, and how likely (0–1). */
export type PassageGraph = PackedLists

/** Ties found from some of the passages, in the order found: typed arrays, so that a worker can send them. */
export interface Ties {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly chances: Float64Array
}

/** Passages `start` to `end` looked up in the other documents of other stages. */
export const tiesByLikeness = (scorer: Scorer, start: number, end: number): Ties => {
  const { tables, query, found } = scorer
  const from = createIntList()
  const to = createIntList()
  const values: number[] = []
  const chances = new Float64Array(GRAPH_DEGREE)
  for (let at = start; at < end; at += 1) {
    readQuery(tables, query, wholeSequence(tables.texts, at), conceptsOfText(tables.texts, at), TIE_TERMS)
    scoreQuery(scorer, TIE_CANDIDATES, { document: tables.documentOf[at]!, stage: tables.stageOf[at]! })
    for (const kept of found) {
      const count = Math.min(GRAPH_DEGREE, kept.length)
      writeChances(kept, count, NONE_ODDS_PASSAGE, 1, chances, 0)
      for (let i = 0; i < count; i += 1) {
        pushInt(from, at)
        pushInt(to, kept.at[i]!)
        values.push(chances[i]!)
      }
    }
  }
  return {
    from: from.values.subarray(0, from.length),
    to: to.values.subarray(0, to.length),
    chances: Float64Array.from(values),
  }
}

/** Ties and citations of each passage one after another, `starts[at]` to `starts[at + 1]`, in the order found. */
interface Edges {
  readonly starts: Int32Array
  readonly others: Int32Array
  readonly weights: Float64Array
}

/** Each of the lists from both ends: a terse clause finds little itself but is found. */
const bothWays = (passageCount: number, lists: readonly Ties[]): Edges => {
  const starts = new Int32Array(passageCount + 1)
  for (const { from, to } of lists)
    for (let i = 0; i < from.length; i += 1) {
      starts[from[i]! + 1]! += 1
      starts[to[i]! + 1]! += 1
    }
  for (let at = 0; at < passageCount; at += 1) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const others = new Int32Array(starts[passageCount]!)
  const weights = new Float64Array(starts[passageCount]!)
  for (const { from, to, chances } of lists)
    for (let i = 0; i < from.length; i += 1) {
      others[next[from[i]!]!] = to[i]!
      weights[next[from[i]!]!++] = chances[i]!
      others[next[to[i]!]!] = from[i]!
      weights[next[to[i]!]!++] = chances[i]!
    }
  return { starts, others, weights }
}

const citationsAmong = (passages: readonly PassageInput[]): Ties => {
  const resolved = resolveCitations(passages)
  return {
    from: Int32Array.from(resolved, ({ from }) => from),
    to: Int32Array.from(resolved, ({ to }) => to),
    chances: Float64Array.from(resolved, ({ strength }) => strength),
  }
}

/** The graph from ties by likeness, given in the order of their passages, and from what passages cite. */
export const graphOfTies = (
  passages: readonly PassageInput[],
  ties: readonly Ties[],
  hasCitations: boolean,
): PassageGraph => {
  const alike = bothWays(passages.length, ties)
  const cited = bothWays(passages.length, hasCitations ? [citationsAmong(passages)] : [])
  const sums = new Float64Array(passages.length)
  return packLists(
    passages.map((_, at) => {
      const met = new Set<number>()
      // A tie found from both ends counts half from each; a citation counts as the surest that says so.
      for (let i = alike.starts[at]!; i < alike.starts[at + 1]!; i += 1) {
        met.add(alike.others[i]!)
        sums[alike.others[i]!]! += alike.weights[i]! / 2
      }
      for (let i = cited.starts[at]!; i < cited.starts[at + 1]!; i += 1) {
        met.add(cited.others[i]!)
        sums[cited.others[i]!] = Math.max(sums[cited.others[i]!]!, cited.weights[i]!)
      }
      const list = [...met].map(other => [other, Math.min(1, sums[other]!)] as const)
      for (const other of met) sums[other] = 0
      return list.filter(([, chance]) => chance >= MIN_TIE).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    }),
  )
}

/** Links passages of one consultation across its documents: by likeness and by what they cite. */
export const linkPassages = (
  scorer: Scorer,
  passages: readonly PassageInput[],
  use: { likeness: boolean; citations: boolean },
): PassageGraph =>
  graphOfTies(passages, use.likeness ? [tiesByLikeness(scorer, 0, passages.length)] : [], use.citations)
