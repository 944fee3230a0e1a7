import { foldText, likenessShare, tripleCounts } from './likeness.ts'
import { THRESHOLDS } from './thresholds.ts'

export interface GivenReason {
  readonly ideaKey: string
  readonly text: string
}
export interface LikeReasons {
  /** One of the wordings, as it stands. */
  readonly text: string
  readonly useCount: number
  readonly ideaCount: number
}

interface Wording {
  readonly text: string
  readonly triples: ReadonlyMap<string, number>
  readonly length: number
  readonly uses: GivenReason[]
}

const distinctWordings = (reasons: readonly GivenReason[]): readonly Wording[] => {
  const wordings = new Map<string, Wording>()
  for (const reason of reasons) {
    const folded = foldText(reason.text)
    const wording = wordings.get(folded)
    if (wording) wording.uses.push(reason)
    else
      wordings.set(folded, { text: reason.text, triples: tripleCounts(folded), length: folded.length, uses: [reason] })
  }
  return [...wordings.values()].sort((a, b) => b.uses.length - a.uses.length)
}

/** Two texts 0.9 alike cannot differ in length by more than about a fifth: 2·short/(short+long) ≥ 0.9. */
const couldBeAlike = (a: Wording, b: Wording): boolean =>
  (2 * Math.min(a.length, b.length)) / (a.length + b.length) >= THRESHOLDS.stockReasonLikenessShare - 0.02

/**
 * Machine part of indicator stock-reasons: wordings at least 0.9 alike that were given to five or more ideas. A finding to look
 * at, not a verdict: one reply to one campaign is one idea. Cost: distinct wordings squared, after a test of length.
 */
export const findLikeReasons = (reasons: readonly GivenReason[]): readonly LikeReasons[] => {
  const groups: Wording[][] = []
  for (const wording of distinctWordings(reasons)) {
    const group = groups.find(([head]) => {
      if (!head || !couldBeAlike(head, wording)) return false
      return likenessShare(head.triples, wording.triples) >= THRESHOLDS.stockReasonLikenessShare
    })
    if (group) group.push(wording)
    else groups.push([wording])
  }
  return groups
    .map(group => group.flatMap(wording => wording.uses).reduce(addUse, startOf(group)))
    .map(({ text, ideas, useCount }) => ({ text, useCount, ideaCount: ideas.size }))
    .filter(found => found.ideaCount >= THRESHOLDS.stockReasonIdeaCount)
}

interface Tally {
  readonly text: string
  readonly ideas: Set<string>
  readonly useCount: number
}
const startOf = (group: readonly Wording[]): Tally => ({ text: group[0]?.text ?? '', ideas: new Set(), useCount: 0 })
const addUse = (tally: Tally, use: GivenReason): Tally => {
  tally.ideas.add(use.ideaKey)
  return { ...tally, useCount: tally.useCount + 1 }
}
