import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import { createLinker } from '../../analysis/linking/linker.ts'
import { candidatesOf } from '../../analysis/linking/match-points.ts'
import { tokensOf } from '../../analysis/text/tokens.ts'
import { seeded } from './measuring.ts'

/** Area under the curve: chance that a reached one scores above one not reached; ties count half. */
const areaUnderCurve = (reached: readonly number[], missed: readonly number[]): number => {
  let sum = 0
  for (const a of reached) for (const b of missed) sum += a > b ? 1 : a === b ? 0.5 : 0
  return sum / (reached.length * missed.length)
}

/**
 * Near-verbatim adoption, made from real passages: each is asked for with a part of its words left out and others moved; every
 * second passage is then taken away. How well does the best score tell which are still there?
 */
export const verbatimArea = (passages: readonly PassageInput[], leftOutShare: number): number => {
  const random = seeded(11)
  const long = passages.filter(({ text }) => tokensOf(text).forms.length >= 12)
  const asked = long.map(({ text }) => {
    const words = tokensOf(text).forms.filter(() => random() >= leftOutShare)
    for (let i = 4; i < words.length; i += 5) [words[i - 1], words[i]] = [words[i]!, words[i - 1]!]
    return words.join(' ')
  })
  const held = long.filter((_, i) => i % 2 === 0)
  const linker = createLinker(null, held)
  const best = asked.map((text, i) => Math.max(0, ...candidatesOf(linker, { id: String(i), text }).scores))
  return areaUnderCurve(
    best.filter((_, i) => i % 2 === 0),
    best.filter((_, i) => i % 2 === 1),
  )
}
