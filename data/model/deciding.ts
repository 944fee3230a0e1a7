import { BASES } from './basis.ts'
import { boolean, choice, date, optional, reference, text, type RecordOf } from './field.ts'

/** One place on the body that decides. */
export const seatFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation whose decision it took.'),
  group: text('Name of the deciding group.'),
  title: text('Title of the seat; never a person.'),
  kind: choice(['elected', 'officer', 'partner', 'community'] as const, 'Who holds it.'),
  isVoting: boolean('Whether it votes.'),
  fromOn: optional(date('Held since.')),
  toOn: optional(date('Held until; empty = still.')),
} as const
export type Seat = RecordOf<typeof seatFields> & { readonly id: string }

/** One part of the decision, and whether it was described as open when people were asked. */
export const decisionElementFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  text: text('The part.'),
  openness: choice(['open', 'not-open', 'unknown'] as const, 'As declared at launch.'),
  passageId: optional(reference('passage', 'The scope text that says so.')),
} as const
export type DecisionElement = RecordOf<typeof decisionElementFields> & { readonly id: string }

export const TIMING_TESTS = ['T1', 'T2', 'T3', 'T4', 'T5'] as const

/** One of the five tests of whether anything was settled before people had finished (indicator decided-before). */
export const timingTestFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  test: choice(
    TIMING_TESTS,
    'T1 award before close; T2 stated as settled; T3 no alternatives; T4 no way to disagree; T5 started.',
  ),
  result: choice(['positive', 'negative', 'unknown', 'not-applicable'] as const, 'What the dated documents show.'),
  passageId: optional(reference('passage', 'The dated document.')),
  basis: choice(BASES, 'Who stands behind it.'),
  by: optional(text('Role or code of the person.')),
  on: optional(date('Day of the check.')),
  note: optional(text('What it shows, and what the council says.')),
} as const
export type TimingTest = RecordOf<typeof timingTestFields> & { readonly id: string }

/** Which identity fields the official record keeps beside a recorded point: yes or no, never the value. */
export const recordedIdentityFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The recorded point.'),
  hasName: boolean('A name stands beside it.'),
  hasRole: boolean('A role stands beside it.'),
  hasOrganisation: boolean('An organisation or department stands beside it.'),
  hasStance: boolean('A label of stance stands beside it.'),
} as const
export type RecordedIdentity = RecordOf<typeof recordedIdentityFields> & { readonly id: string }
