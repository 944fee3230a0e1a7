import type { Point } from '../../data/model/point.ts'
import type { LintFinding } from '../finding.ts'

type Quoted = Pick<Point, 'ref' | 'publicText' | 'publicTextKind' | 'approvedBy'>

const blocked = (ref: string, message: string): readonly LintFinding[] => [
  { level: 'blocked', rule: 'P13 quoted text', subject: ref, message },
]

/** A quotation is the public text that a person approved, word for word, and of a point that two people checked. */
export const lintQuote = (point: Quoted, quote: string, isCheckedTwice: boolean): readonly LintFinding[] => {
  if (point.publicTextKind === 'withheld') return blocked(point.ref, 'Its text is withheld.')
  if (point.publicText === null || point.approvedBy === null)
    return blocked(point.ref, 'Nobody has approved its public text.')
  if (!point.publicText.includes(quote)) return blocked(point.ref, 'The quotation is not in its approved public text.')
  return isCheckedTwice ? [] : blocked(point.ref, 'A quoted example must be checked twice.')
}
