import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit, GroupCounts, Outcome, PointFinding } from '../../../analysis/finding.ts'
import { aConsultationRecord } from '../../support/builders.ts'

const NONE: GroupCounts = {
  n: 0,
  answered: 0,
  changeMade: 0,
  changeInPart: 0,
  originUnknown: 0,
  alreadyPlanned: 0,
  turnedDown: 0,
  outOfScope: 0,
  putOff: 0,
  noAnswer: 0,
  notDecided: 0,
  overdue: 0,
  notChecked: 0,
  cannotTell: 0,
}
export const EMPTY = auditConsultation(aConsultationRecord(), { asOf: '2026-06-30' })

export type Change = Partial<GroupCounts> & { readonly more?: Partial<Audit>; readonly ideas?: Partial<GroupCounts> }
/** A checked audit of a council with the given groups; n and answered follow from them. */
export const auditOf = ({ more = {}, ideas, ...given }: Change): Audit => {
  const counts = whole(given)
  return {
    ...EMPTY,
    body: { ref: 'calderwick', name: 'Calderwick Borough Council', shortName: 'Calderwick', kind: 'borough council' },
    baseline: { documentIds: ['plan'], daysBeforeFirstEvent: 89, publishedOn: '2025-07-10' },
    groups: { byPoint: counts, byIdea: ideas ? whole(ideas) : counts },
    contributorCount: 7,
    checks: { ...EMPTY.checks, confirmedCount: counts.n - counts.notChecked },
    headlineGate: { isMet: true, reasons: [] },
    ...more,
  }
}
const whole = (given: Partial<GroupCounts>): GroupCounts => {
  const counts = { ...NONE, ...given }
  const answered = counts.changeMade + counts.alreadyPlanned + counts.turnedDown + counts.putOff
  return { ...counts, answered, n: answered + counts.noAnswer + counts.notDecided + counts.notChecked }
}
export const pointOf = (outcome: Outcome, change: Partial<PointFinding> = {}): PointFinding => ({
  pointId: 'p',
  number: 1,
  outcome,
  group: null,
  setAside: null,
  rule: '',
  missing: [],
  flags: [],
  relation: 'unknown',
  evidenceIds: [],
  isConfirmed: true,
  isCheckedTwice: true,
  ideaKey: 'p',
  figures: [],
  particulars: {
    searchedCount: 6,
    stepOwner: null,
    stepDueOn: null,
    decisionDueOn: null,
    cannotTellBecause: null,
    isOutOfScopeByLaw: false,
    statedWord: null,
  },
  ...change,
})
