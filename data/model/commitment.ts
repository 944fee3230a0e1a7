import { choice, date, integer, number, optional, reference, text, type RecordOf } from './field.ts'

export const DELIVERY_STATUSES = ['no-evidence', 'not-started', 'limited', 'substantial', 'complete'] as const

/** Something the body undertook to do; "promise" on pages. Not a cryptographic commitment: that is a seal. */
export const commitmentFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  text: text('The undertaking in the words of the body.'),
  madeOn: date('Day it was made.'),
  dueOn: optional(date('Day it was to be done.')),
  owner: optional(text('Role that is to do it; never a person.')),
  passageId: optional(reference('passage', 'Where it stands.')),
} as const
export type Commitment = RecordOf<typeof commitmentFields> & { readonly id: string }

export const commitmentUpdateFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  commitmentId: reference('commitment', 'The promise.'),
  on: date('Day of the update.'),
  status: choice([...DELIVERY_STATUSES, 'withdrawn'] as const, 'State it shows.'),
  progressClaimed: optional(integer('Percent done, as the body says.')),
  passageId: optional(reference('passage', 'Evidence.')),
  note: optional(text('What it says.')),
} as const
export type CommitmentUpdate = RecordOf<typeof commitmentUpdateFields> & { readonly id: string }

/** Whether what was taken up for a point was done, as far as dated evidence shows. */
export const deliveryCheckFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The point.'),
  status: choice(DELIVERY_STATUSES, 'State shown by the evidence.'),
  on: date('Day of the evidence, or of the check that found none.'),
  passageId: optional(reference('passage', 'Evidence.')),
} as const
export type DeliveryCheck = RecordOf<typeof deliveryCheckFields> & { readonly id: string }

/** An action decided, and who leads it. */
export const actionFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  text: text('The action.'),
  lead: choice(['community', 'joint', 'body', 'unknown'] as const, 'Who leads it.'),
  amount: optional(number('Money, in the currency of the country.')),
  passageId: optional(reference('passage', 'Where it stands.')),
} as const
export type Action = RecordOf<typeof actionFields> & { readonly id: string }
