import type { Problem } from '../../data/model/problem.ts'
import type { Outcome } from '../finding.ts'
import type { IdeaUnit } from './counted-unit.ts'
import { NEW, OPEN, TAKEN_UP } from './outcome-groups.ts'

type Effect =
  'taken up as new' | 'already in the plan' | 'taken up, origin unknown' | 'refused' | 'the opposite' | 'nothing'

/** What the decision did; null where that is not known yet, which contradicts nothing. */
const effectOf = (outcome: Outcome): Effect | null => {
  if (NEW.has(outcome)) return 'taken up as new'
  if (outcome === 'already-planned') return 'already in the plan'
  if (TAKEN_UP.has(outcome)) return 'taken up, origin unknown'
  if (OPEN.has(outcome) || outcome === 'pending') return null
  if (outcome === 'contradicted') return 'the opposite'
  return outcome === 'noted' || outcome === 'no-trace' ? 'nothing' : 'refused'
}

/** A refusal or a reason can stand beside a decision that does the opposite, or be missing where others were answered. */
const canStandTogether = (effects: readonly Effect[]): boolean =>
  effects.length < 2 || (effects.length === 2 && effects.includes('refused') && effects.every(isAgainst))
const isAgainst = (effect: Effect): boolean => effect === 'refused' || effect === 'the opposite' || effect === 'nothing'

/**
 * Identical points in one idea share the decision's effect; answers may differ. Where they do not, a link was missed on some of
 * them, or the idea holds unlike points: a person has to look.
 */
export const checkIdeas = (ideas: readonly IdeaUnit[]): readonly Problem[] =>
  ideas.flatMap(idea => {
    const effects = new Map<Effect, number>()
    for (const member of idea.members) {
      const effect = effectOf(member.outcome)
      if (effect !== null && !effects.has(effect)) effects.set(effect, member.point.number)
    }
    if (canStandTogether([...effects.keys()])) return []
    const found = [...effects].map(([effect, number]) => `${effect} (point ${number})`).join(', ')
    return [
      {
        code: 'idea-effects-differ',
        message: `Points of one idea share what the decision did, but here it differs: ${found}. Check the links of the others, or split the idea.`,
        where: {},
        severity: 'warn' as const,
      },
    ]
  })
