import { boolean, choice, date, integer, optional, reference, text, verbatim, type RecordOf } from './field.ts'

export const CONTRIBUTOR_TYPES = [
  'resident',
  'organisation',
  'business',
  'staff',
  'councillor',
  'officer',
  'partner',
  'meeting',
  'child',
  'other',
  'unknown',
] as const
export type ContributorType = (typeof CONTRIBUTOR_TYPES)[number]

/** What one person or group submitted or said on one occasion. Its words stand apart, restricted. */
export const contributionFields = {
  ref: text('Reference within the consultation, from the source; else row-{n}-{hash8}.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  eventId: optional(reference('event', 'Occasion it was made on.')),
  receivedOn: optional(date('Day received; null is shown as undated.')),
  channel: optional(text('How it came: post, e-mail, survey, in the room.')),
  contributorType: choice(CONTRIBUTOR_TYPES, 'Self-declared or stated by the source; officer marks the body itself.'),
  contributorTypeGiven: optional(text('The word of the source for it.')),
  area: optional(text('Coarse, self-declared area.')),
  areaGiven: optional(text('The word or code of the source for it, where it differs: a retired ward code.')),
  group: optional(text('Coarse, self-declared group.')),
  topicGiven: optional(text('Topic or question the source files it under.')),
  subtopicGiven: optional(text('Finer topic of the source.')),
  language: optional(text('BCP 47 tag.')),
  supportClaimed: optional(integer('Votes or supports, as the source says.')),
  opposeClaimed: optional(integer('Votes against, as the source says.')),
  url: optional(text('Source page.')),
  text: verbatim('The words, exactly as they stood.'),
  isPlatformRemoved: optional(boolean('Taken out by the platform: kept, marked.')),
} as const

/** `textSha256` is over the UTF-8 bytes of the verbatim text; `sourceRow` counts file rows from 1 (header = 1). */
export type Contribution = Omit<RecordOf<typeof contributionFields>, 'text'> & {
  readonly id: string
  readonly importId: string | null
  readonly sourceRow: number | null
  readonly textSha256: string
}

/** What a contributor answered when asked whether the record is right. */
export const sayBackFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  contributionId: optional(reference('contribution', 'Whose record was shown.')),
  askedOn: optional(date('Day asked.')),
  reply: choice(['confirmed', 'not-confirmed', 'no-reply'] as const, 'What came back.'),
  repliedOn: optional(date('Day of the reply.')),
} as const
export type SayBack = RecordOf<typeof sayBackFields> & { readonly id: string }
