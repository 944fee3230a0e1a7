import type { SignalFinding, SignalsBoard } from '../finding.ts'
import type { Inquiry } from '../indicators/inquiry.ts'
import { countText, plural } from '../sentences/wording.ts'
import { gapSignal } from './gap-signal.ts'
import { lateSignal, levelSignal, overdueSignal, tellingSignal, timingSignal } from './record-signals.ts'
import { silenceSignal } from './silence-signal.ts'
import type { Signal } from './signal.ts'

/** A to G, in the order of indicators.md section 3. */
export const SIGNALS: readonly Signal[] = [
  silenceSignal,
  gapSignal,
  timingSignal,
  levelSignal,
  lateSignal,
  tellingSignal,
  overdueSignal,
]

const findingOf = (signal: Signal, inquiry: Inquiry): SignalFinding => {
  const { find, ...card } = signal
  const { state, evidence, component } = find(inquiry)
  return { ...card, state, evidence, component: component && { low: component.low, high: component.high } }
}

const sentenceOf = (presentCount: number, checkableCount: number, unknownCount: number): string =>
  checkableCount === 0
    ? 'None of the signals could be checked.'
    : `The records show ${countText(presentCount)} of the ${countText(checkableCount)} ${plural(checkableCount, 'signal', 'signals')} ` +
      `that could be checked; ${countText(unknownCount)} could not be checked.`

/** Seven rules set in advance. Tested by idea; "not enough records" whenever an unknown test or a missing field could change one. */
export const raiseSignals = (inquiry: Inquiry): SignalsBoard => {
  const signals = SIGNALS.map(signal => findingOf(signal, inquiry))
  const presentCount = signals.filter(signal => signal.state === 'present').length
  const unknownCount = signals.filter(signal => signal.state === 'not-enough-records').length
  return {
    heading: 'Signals of tick-box consultation',
    explanation: 'Each signal has innocent explanations; none says what anyone meant.',
    sentence: sentenceOf(presentCount, signals.length - unknownCount, unknownCount),
    presentCount,
    checkableCount: signals.length - unknownCount,
    unknownCount,
    signals,
  }
}
