import { choice, date, optional, reference, text, type RecordOf } from './field.ts'

/** Codes begin with `says-`, so that none can pass for an outcome. */
export const STATED_CODES = [
  'says-taken-up',
  'says-taken-up-part',
  'says-done',
  'says-refused',
  'says-out-of-scope',
  'says-later',
  'says-considering',
  'says-noted',
  'says-answered',
  'says-nothing',
] as const
export type StatedCode = (typeof STATED_CODES)[number]

/** What the body itself says happened to a point. Never an outcome, in no headline. */
export const statedOutcomeFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The point.'),
  rawState: text('The word of the body.'),
  code: choice(STATED_CODES, 'Its meaning.'),
  reason: optional(text('Reason text as it stands, "null" and single marks included.')),
  statedOn: optional(date('When the body said so.')),
  passageId: optional(reference('passage', 'Where it stands.')),
} as const
export type StatedOutcome = RecordOf<typeof statedOutcomeFields> & { readonly id: string }

/** A checkable statement of the body about what it did. */
export const claimFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  text: text('The words of the claim.'),
  madeOn: optional(date('Day.')),
  passageId: optional(reference('passage', 'Where the claim stands.')),
  verdict: choice(
    ['supported', 'partly', 'unsupported', 'contradicted', 'not-checkable'] as const,
    'What the records show. Unsupported = no evidence found.',
  ),
  evidencePassageId: optional(reference('passage', 'The evidence.')),
  note: optional(text('What was looked at.')),
} as const
export type Claim = RecordOf<typeof claimFields> & { readonly id: string }
