import type { StatedCode } from '../../data/model/stated-outcome.ts'
import type { StatedView } from '../finding.ts'
import { isSaid, type StatedPoint } from './stated-points.ts'

/**
 * What makes two points the same: their public text after folding case and space; without one, the hash of the whole
 * contribution. Verbatim words are not in the record that analysis reads.
 */
const sameness = ({ point, contribution }: StatedPoint): string | null => {
  if (point.publicText !== null) return `text:${point.publicText.replace(/\s+/gu, ' ').trim().toLowerCase()}`
  return contribution === null ? null : `hash:${contribution.textSha256}`
}

/**
 * A number that is equal for texts equal after folding: over their basic letters and digits alone. Long texts are folded only
 * where this number meets another, or folding 10,000 of them would be most of an audit.
 */
const sketch = (text: string): number => {
  let hash = 0
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    const lower = code >= 65 && code <= 90 ? code + 32 : code
    if ((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57)) hash = (Math.imul(hash, 31) + lower) | 0
  }
  return hash
}

const meetingOthers = (points: readonly StatedPoint[]): readonly StatedPoint[] => {
  const sketchOf = ({ point, contribution }: StatedPoint): number | string | null =>
    point.publicText === null ? (contribution?.textSha256 ?? null) : sketch(point.publicText)
  const counts = new Map<number | string | null, number>()
  const sketches = points.map(sketchOf)
  for (const one of sketches) counts.set(one, (counts.get(one) ?? 0) + 1)
  return points.filter((_, place) => (counts.get(sketches[place] ?? null) ?? 0) > 1)
}

/** Identical points that got different answers. Only points of which the body says something. */
export const findUnequalAnswers = (points: readonly StatedPoint[]): StatedView['unequalAnswers'] => {
  const groups = new Map<string, { readonly numbers: number[]; readonly codes: Set<StatedCode> }>()
  for (const one of meetingOthers(points.filter(isSaid))) {
    const key = sameness(one)
    if (key === null || one.stated === null) continue
    const group = groups.get(key) ?? { numbers: [], codes: new Set<StatedCode>() }
    group.numbers.push(one.point.number)
    group.codes.add(one.stated.code)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(group => group.codes.size > 1)
    .map(group => ({ pointNumbers: group.numbers, codes: [...group.codes].sort() }))
}
