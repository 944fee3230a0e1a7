import { Z_95 } from './normal.ts'

/** How long one thing waited, in days, and whether the wait ended (false: still open, censored). */
export interface Wait {
  readonly days: number
  readonly isEnded: boolean
}
export interface WaitStep {
  readonly days: number
  /** Share still waiting after this day, with its 95% range; 0–1. */
  readonly waitingShare: number
  readonly lowShare: number
  readonly highShare: number
  readonly atRiskCount: number
  readonly endedCount: number
}

const logLog = (share: number, greenwood: number): { low: number; high: number } => {
  if (share <= 0 || share >= 1) return { low: share, high: share }
  const half = (Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share))
  return { low: share ** Math.exp(half), high: share ** Math.exp(-half) }
}

/**
 * Share still waiting after each day on which something ended. Kaplan, E. L. and Meier, P. (1958), JASA 53: 457–481; variance
 * of Greenwood (1926); 95% range on the log-log scale (Kalbfleisch and Prentice 1980), which never leaves 0–1. A thing that is
 * open on the day another ends was still waiting. Worked example (the 20 promises of the sample council): S(180) = .578
 * (.328–.763). Days may be in any order. At a share of 0 the range has no width: Greenwood's variance is undefined there.
 */
export const kaplanMeier = (waits: readonly Wait[]): readonly WaitStep[] => {
  const endDays = [...new Set(waits.filter(wait => wait.isEnded).map(wait => wait.days))].sort((a, b) => a - b)
  let share = 1
  let greenwood = 0
  return endDays.map(days => {
    const atRiskCount = waits.filter(wait => wait.days >= days).length
    const endedCount = waits.filter(wait => wait.isEnded && wait.days === days).length
    share *= 1 - endedCount / atRiskCount
    greenwood += atRiskCount > endedCount ? endedCount / (atRiskCount * (atRiskCount - endedCount)) : 0
    const range = logLog(share, greenwood)
    return { days, waitingShare: share, lowShare: range.low, highShare: range.high, atRiskCount, endedCount }
  })
}

/** Share still waiting after the given day; before the first end everything waits. */
export const waitingAfter = (steps: readonly WaitStep[], days: number): WaitStep | null =>
  steps.filter(step => step.days <= days).at(-1) ?? null

/** First day after which no more than half still wait; null while more than half wait at the end of the record. */
export const medianDays = (steps: readonly WaitStep[]): number | null =>
  steps.find(step => step.waitingShare <= 0.5 + 1e-12)?.days ?? null
