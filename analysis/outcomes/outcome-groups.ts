import type { Group, Outcome } from '../finding.ts'

/** Where an outcome stands on a page (pages.md section 2). Left-out outcomes have no group. */
export const GROUP_OF: Readonly<Record<Outcome, Group | null>> = {
  'not-codable': null,
  withdrawn: null,
  'out-of-scope': 'turned-down-with-a-reason',
  pending: 'not-decided-yet',
  undetermined: 'not-checked-yet',
  'taken-up-baseline-unknown': 'change-made',
  'already-planned': 'already-in-the-plan',
  adopted: 'change-made',
  'partly-adopted': 'change-made',
  deferred: 'put-off',
  'declined-with-reason': 'turned-down-with-a-reason',
  contradicted: 'no-answer-found',
  'declined-no-reason': 'no-answer-found',
  noted: 'no-answer-found',
  'no-trace': 'no-answer-found',
  unchecked: 'not-checked-yet',
}

/** The groups that "Answered" stands for, in their order on pages. */
export const ANSWERED_GROUPS: readonly Group[] = [
  'change-made',
  'already-in-the-plan',
  'turned-down-with-a-reason',
  'put-off',
]
const ANSWERED: ReadonlySet<Group | null> = new Set(ANSWERED_GROUPS)

/** One can read what was decided, or who will do what next. It does not mean agreed. */
export const isAnswered = (outcome: Outcome): boolean => ANSWERED.has(GROUP_OF[outcome])

const outcomes = (...list: readonly Outcome[]): ReadonlySet<Outcome> => new Set(list)
/** T of indicators.md 1.1. */
export const TAKEN_UP = outcomes('adopted', 'partly-adopted', 'already-planned', 'taken-up-baseline-unknown')
/** N: taken up, and not in the plan before. */
export const NEW = outcomes('adopted', 'partly-adopted')
/** Q, but for overdue points, which are pending. */
export const SILENT = outcomes('contradicted', 'declined-no-reason', 'noted', 'no-trace')
/** R: outcomes 6–15 of the tree. */
export const RESOLVED = outcomes(...TAKEN_UP, ...SILENT, 'deferred', 'declined-with-reason')
/** U and X: what could still turn out either way. */
export const OPEN = outcomes('undetermined', 'unchecked')
