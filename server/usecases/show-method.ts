import { METHOD_VERSION } from '../../analysis/audit.ts'
import { OUTCOMES, type Outcome } from '../../analysis/finding.ts'
import type { IndicatorCard } from '../../analysis/indicators/indicator.ts'
import { INDICATORS } from '../../analysis/indicators/registry.ts'
import { OUTCOME_RULES } from '../../analysis/outcomes/outcome-rules.ts'

export interface ShownMethod {
  readonly version: string
  /** In the order in which they are tried; the last is what is left. */
  readonly rules: readonly { readonly outcome: Outcome; readonly words: string }[]
  readonly indicators: readonly IndicatorCard[]
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
})
