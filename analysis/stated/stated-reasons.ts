import type { StatedView } from '../finding.ts'
import { shareFigure } from '../indicators/figure.ts'
import { THRESHOLDS } from '../indicators/thresholds.ts'
import { isRefused, isSaid, type StatedPoint } from './stated-points.ts'

/** "null", "×", "-", a single mark, or nothing: kept as it stands, and no reason (imports.md section 5). */
export const isEmptyReason = (reason: string): boolean => {
  const bare = reason.trim()
  return bare.length <= 1 || /^(null|none|nil|n\/?a|undefined)$/iu.test(bare) || !/[\p{L}\p{N}]/u.test(bare)
}

const foldSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

interface Use {
  readonly text: string
  readonly ideas: Set<string>
  useCount: number
}

const countUses = (points: readonly StatedPoint[], keyOf: (text: string) => string): readonly Use[] => {
  const uses = new Map<string, Use>()
  for (const { stated, finding } of points) {
    const text = stated?.reason ?? ''
    if (text === '') continue
    const use = uses.get(keyOf(text)) ?? { text, ideas: new Set<string>(), useCount: 0 }
    use.useCount += 1
    use.ideas.add(finding.ideaKey)
    uses.set(keyOf(text), use)
  }
  return [...uses.values()].sort((a, b) => b.useCount - a.useCount || (a.text < b.text ? -1 : 1))
}

/** Reasons the body states: how many refusals have one, which are empty, which sentence serves for many points. */
export const readStatedReasons = (points: readonly StatedPoint[]): StatedView['reasons'] => {
  const refused = points.filter(isRefused)
  const withText = refused.filter(({ stated }) => (stated?.reason ?? '').trim() !== '')
  const said = points.filter(isSaid)
  const uses = countUses(said, foldSpaces)
  const empty = countUses(said, text => text.trim()).filter(use => isEmptyReason(use.text))
  const name = { key: 'stated-reason-text', label: 'Refusals with a reason text, empty ones included' }
  return {
    refusedCount: refused.length,
    withReasonText: shareFigure(name, withText.length, refused.length),
    emptyCount: empty.reduce((sum, use) => sum + use.useCount, 0),
    empty: empty.map(({ text, useCount }) => ({ text: text.trim(), useCount })),
    reused: uses
      .filter(use => use.useCount >= THRESHOLDS.statedReuseMinCount && !isEmptyReason(use.text))
      .map(({ text, useCount, ideas }) => ({ text, useCount, ideaCount: ideas.size })),
  }
}
