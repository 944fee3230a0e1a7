import type { CountedUnit } from '../outcomes/counted-unit.ts'
import { NEW, RESOLVED, SILENT, TAKEN_UP } from '../outcomes/outcome-groups.ts'

/** The letters of indicators.md 1.1 as claims about a point or an idea. */
export const isResolved = (unit: CountedUnit): boolean => RESOLVED.has(unit.outcome)
export const isTakenUp = (unit: CountedUnit): boolean => TAKEN_UP.has(unit.outcome)
export const isNew = (unit: CountedUnit): boolean => NEW.has(unit.outcome)
export const isOutOfScope = (unit: CountedUnit): boolean => unit.outcome === 'out-of-scope'
export const isOverdue = (unit: CountedUnit): boolean => unit.outcome === 'pending' && unit.flags.includes('overdue')
export const isSilent = (unit: CountedUnit): boolean => SILENT.has(unit.outcome) || isOverdue(unit)
export const isResolvedOrOutOfScope = (unit: CountedUnit): boolean => isResolved(unit) || isOutOfScope(unit)
/** R + S + O: everything that could have been answered by now. */
export const isDue = (unit: CountedUnit): boolean => isResolvedOrOutOfScope(unit) || isOverdue(unit)
/** A published reason that is the same for unlike points. A text on scope is proper for all it covers. */
export const isStockRefusal = (unit: CountedUnit): boolean =>
  unit.outcome === 'declined-with-reason' && unit.flags.includes('stock-reason')
export const isGivenReason = (unit: CountedUnit): boolean =>
  unit.outcome === 'declined-with-reason' || unit.outcome === 'out-of-scope' || unit.outcome === 'deferred'
