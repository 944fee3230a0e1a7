import { choice, date, optional, reference, text, type RecordOf } from './field.ts'

export const LEGAL_STATUSES = ['statutory', 'promised', 'voluntary', 'information-gathering', 'unknown'] as const
/** The names of the IAP2 spectrum, used with acknowledgement. */
export const LEVELS = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const
export type Level = (typeof LEVELS)[number]
/** `unknown` never turns a point into "not decided yet": only a known wait does. */
export const DECISION_STATES = ['made', 'awaited', 'none-promised', 'unknown'] as const

/** One exercise of listening, with its dates, promise and decision. */
export const consultationFields = {
  ref: text('Slug in the address, lower case: never reused.'),
  bodyId: reference('body', 'The body that listens.'),
  title: text('Its title as published.'),
  legalStatus: choice(
    LEGAL_STATUSES,
    'What obliges the body to consult. A survey is not held to rules for consultations.',
  ),
  opensOn: optional(date('First day.')),
  closesOn: optional(date('Last day.')),
  promisedLevel: optional(choice(LEVELS, 'Level of participation that the launch text promises.')),
  promiseQuote: optional(text('The words of that promise.')),
  decisionState: choice(DECISION_STATES, 'Whether a decision has been made, is awaited, or was never promised.'),
  decisionDueOn: optional(date('Day on which the decision is or was due.')),
  decidedOn: optional(date('Day of the decision.')),
  decidingGroup: optional(text('Which meeting, board or officer took it.')),
  decidingPower: optional(choice(['advise', 'recommend', 'co-decide', 'decide'] as const, 'Power of that group.')),
  lateAnswerReason: optional(text('The explanation the body published for a late answer, if any.')),
  recordsUpTo: optional(
    date('Last day up to which records were collected: figures are as at this day. Empty = today.'),
  ),
  place: optional(text('Area it is about.')),
  language: optional(text('BCP 47 tag of its documents.')),
} as const

export type Consultation = RecordOf<typeof consultationFields> & { readonly id: string }
