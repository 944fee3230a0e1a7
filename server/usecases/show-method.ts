import { METHOD_VERSION } from '../../analysis/audit.ts'
import { OUTCOMES, type Outcome } from '../../analysis/finding.ts'
import { COMPLAINTS, type Complaint } from '../../analysis/indicators/crosswalk.ts'
import type { IndicatorCard } from '../../analysis/indicators/indicator.ts'
import { INDICATORS } from '../../analysis/indicators/registry.ts'
import { THRESHOLD_WORDS, type ThresholdWords } from '../../analysis/indicators/threshold-words.ts'
import { INDEX_VERSION } from '../../analysis/listening-gap/listening-gap-index.ts'
import { WEIGHTS } from '../../analysis/listening-gap/weigh-components.ts'
import { OUTCOME_RULES } from '../../analysis/outcomes/outcome-rules.ts'
import type { Signal } from '../../analysis/signals/signal.ts'
import { SIGNALS } from '../../analysis/signals/signals-board.ts'

export interface ShownMethod {
  readonly version: string
  /** In the order in which they are tried; the last is what is left. */
  readonly rules: readonly { readonly outcome: Outcome; readonly words: string }[]
  readonly indicators: readonly IndicatorCard[]
  readonly complaints: readonly Complaint[]
  readonly thresholds: readonly ThresholdWords[]
  readonly signals: readonly (Pick<Signal, 'letter' | 'name' | 'indicatorNumber' | 'threshold' | 'innocent'> & {
    /** Share of the experimental index, in hundredths. */
    readonly weight: number
  })[]
  readonly indexVersion: string
}

/** The method as the code has it: pages cannot say another. */
export const showMethod = (): ShownMethod => ({
  version: METHOD_VERSION,
  rules: OUTCOMES.map(outcome => ({
    outcome,
    words:
      OUTCOME_RULES.find(rule => rule.outcome === outcome)?.words ??
      'No person has confirmed enough for any rule above.',
  })),
  indicators: INDICATORS.map(({ card }) => card),
  complaints: COMPLAINTS,
  thresholds: THRESHOLD_WORDS,
  signals: SIGNALS.map(({ letter, name, indicatorNumber, threshold, innocent }) => ({
    letter,
    name,
    indicatorNumber,
    threshold,
    innocent,
    weight: WEIGHTS[letter],
  })),
  indexVersion: INDEX_VERSION,
})
