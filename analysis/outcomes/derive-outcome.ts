import { isCheckedTwice } from '../../data/model/basis.ts'
import type { Outcome } from '../finding.ts'
import { OUTCOME_RULES, type OutcomeRule } from './outcome-rules.ts'
import type { PointFacts } from './point-facts.ts'

export interface DerivedOutcome {
  readonly outcome: Outcome
  readonly rule: string
  readonly missing: readonly string[]
  readonly evidenceIds: readonly string[]
  readonly isConfirmed: boolean
  readonly isCheckedTwice: boolean
}

const UNCHECKED_RULE = 'No person has confirmed enough for any rule.'

const uncheckedBecause = (missing: readonly string[]): DerivedOutcome => ({
  outcome: 'unchecked',
  rule: UNCHECKED_RULE,
  missing,
  evidenceIds: [],
  isConfirmed: false,
  isCheckedTwice: false,
})

const NOTHING_CONFIRMED = uncheckedBecause(['a link or a search that a person has confirmed'])

const fire = (rule: OutcomeRule, facts: PointFacts): DerivedOutcome => {
  const grounds = rule.grounds(facts)
  const evidenceIds = new Set<string>()
  for (const record of grounds) evidenceIds.add(record.id)
  for (const search of facts.searches) evidenceIds.add(search.id)
  return {
    outcome: rule.outcome,
    rule: rule.words,
    missing: [],
    evidenceIds: [...evidenceIds],
    isConfirmed: grounds.length > 0,
    isCheckedTwice: grounds.some(record => isCheckedTwice(record.basis)),
  }
}

/** Walks the tree from the top: the first rule that is about the point decides, or says what it still lacks. */
export const deriveOutcome = (facts: PointFacts): DerivedOutcome => {
  for (const rule of OUTCOME_RULES) {
    if (!rule.applies(facts)) continue
    const missing = rule.missing(facts)
    return missing.length === 0 ? fire(rule, facts) : uncheckedBecause(missing)
  }
  return NOTHING_CONFIRMED
}
