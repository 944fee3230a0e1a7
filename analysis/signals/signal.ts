import type { SignalFinding } from '../finding.ts'
import type { Random } from '../statistics/random.ts'
import { drawShare } from '../statistics/random-variates.ts'
import type { Inquiry } from '../indicators/inquiry.ts'

export type SignalState = SignalFinding['state']

/** One signal: a rule set in advance. Each has innocent explanations, and says them. */
export interface Signal {
  readonly letter: SignalFinding['letter']
  readonly name: string
  readonly indicatorNumber: string
  readonly threshold: string
  readonly innocent: string
  readonly find: (inquiry: Inquiry) => Found
}

export interface Found {
  readonly state: SignalState
  readonly evidence: string
  /** null where we have not collected what it needs. */
  readonly component: Component | null
}

/** 0 no sign – 1 every sign. `low` < `high` where a test is unknown; `draw`: one value of what the counts leave possible. */
export interface Component {
  readonly low: number
  readonly high: number
  readonly draw: (random: Random) => number
}

export const clamp = (share: number): number => Math.min(1, Math.max(0, share))
/** Known to be somewhere between the two, and nothing more: uniform. */
export const between = (low: number, high: number): Component => {
  const [least, most] = [clamp(low), clamp(high)]
  return { low: least, high: most, draw: random => least + (most - least) * random() }
}
export const exactly = (share: number): Component => between(share, share)

/** Rests on a counted share: drawn from what the count leaves possible, then put on the scale. */
export const fromShare = (
  hitCount: number,
  totalCount: number,
  scale: (share: number) => number = clamp,
): Component => {
  const value = clamp(scale(hitCount / totalCount))
  return { low: value, high: value, draw: random => clamp(scale(drawShare(random, hitCount, totalCount))) }
}

/** A record the body refused, or does not hold though it should: not demonstrated, which counts as every sign. */
export const NOT_DEMONSTRATED = exactly(1)
export const present = (isPresent: boolean): SignalState => (isPresent ? 'present' : 'not-present')
