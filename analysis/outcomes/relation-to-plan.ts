import type { Relation } from '../finding.ts'
import { ofKind, type PointFacts } from './point-facts.ts'
import { unsearchedBaseline } from './search-coverage.ts'

/** Strongest first: a point the plan contains is not merely in line with it, or indicator cherry-picking-gap is true by construction. */
const STRENGTH = ['contains', 'contains-part', 'challenges', 'consistent'] as const

/** How the point stood to the plan from before; `none` only if that plan was searched for it. */
export const relationToPlan = (facts: PointFacts): Relation => {
  if (facts.index.baseline === null) return 'unknown'
  const found = STRENGTH.find(kind => ofKind(facts.baseline, kind).length > 0)
  if (found) return found
  return facts.searches.length > 0 && unsearchedBaseline(facts).length === 0 ? 'none' : 'unknown'
}
