import { boundsOf, type Count } from '../indicators/count-units.ts'
import { isDue, isSilent, isStockRefusal } from '../indicators/outcome-bases.ts'
import { countIn } from '../outcomes/tally-units.ts'
import { drawShare } from '../statistics/random-variates.ts'
import { wilson } from '../statistics/wilson.ts'
import { countText, percentText } from '../sentences/wording.ts'
import { clamp, type Component, type Found, type Signal } from './signal.ts'
import { SIGNAL_THRESHOLDS } from './signal-thresholds.ts'
import type { Inquiry } from '../indicators/inquiry.ts'
import { THRESHOLDS } from '../indicators/thresholds.ts'

export const STRICT_SILENCE: Count = { isInBase: isDue, isHit: unit => isSilent(unit) || isStockRefusal(unit) }

const lowEnd = (hits: number, total: number): number => wilson(hits, total)?.low ?? 0

/** Points that nobody has checked could all be silent, or none of them: a gap in the checking lowers no upper end. */
const silenceComponent = (hits: number, total: number, unchecked: number): Component => {
  const share = (known: number, open: number): number => (known + open) / (total + unchecked)
  return {
    low: share(hits, 0),
    high: share(hits, unchecked),
    draw: random => clamp(share(drawShare(random, hits, total) * total, random() * unchecked)),
  }
}

const find = (inquiry: Inquiry): Found => {
  const total = countIn(inquiry.byIdea, STRICT_SILENCE.isInBase)
  const hits = countIn(inquiry.byIdea, unit => STRICT_SILENCE.isInBase(unit) && STRICT_SILENCE.isHit(unit))
  const points = countIn(inquiry.byPoint, STRICT_SILENCE.isInBase)
  const pointHits = countIn(inquiry.byPoint, unit => STRICT_SILENCE.isInBase(unit) && STRICT_SILENCE.isHit(unit))
  const component = points === 0 ? null : silenceComponent(pointHits, points, inquiry.bases.byPoint.unchecked)
  const bounds = boundsOf(inquiry.byIdea, STRICT_SILENCE) ?? { low: hits, high: hits, denominator: total }
  const isAtLeast = lowEnd(bounds.low, bounds.denominator) > SIGNAL_THRESHOLDS.silenceLowShare
  const isAtMost = lowEnd(bounds.high, bounds.denominator) > SIGNAL_THRESHOLDS.silenceLowShare
  const evidence = `${countText(hits)} of ${countText(total)} ideas without an answer or with a stock reason; lower end ${percentText(lowEnd(hits, total))}%`
  if (total < THRESHOLDS.groupHeadlineMinCount || isAtLeast !== isAtMost)
    return { state: 'not-enough-records', evidence, component }
  return { state: isAtLeast ? 'present' : 'not-present', evidence, component }
}

export const silenceSignal: Signal = {
  letter: 'A',
  name: 'No answer found for many points',
  indicatorNumber: 'L9',
  threshold: 'The lower end of the strict share is above 30%.',
  innocent: 'Answers may have been given in ways that left no record.',
  find,
}
