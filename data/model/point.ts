import { boolean, choice, date, optional, reference, text, verbatim, type RecordOf } from './field.ts'

export const STANCES = ['objection', 'neutral', 'supportive'] as const

/** One thing a contribution asks, objects to, offers or supports: the unit of every count. */
export const pointFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  contributionId: reference('contribution', 'The contribution that makes it.'),
  ideaId: optional(reference('idea', 'The idea it shares with others; none: an idea of its own.')),
  text: verbatim('The span of the contribution that makes the point.'),
  topic: optional(text('What it is about.')),
  stance: optional(choice(STANCES, 'Towards what the body proposes.')),
  inputKind: optional(
    choice(['proposal', 'objection', 'support', 'question', 'offer', 'evidence'] as const, 'What it does.'),
  ),
  language: optional(text('BCP 47 tag.')),
  publicText: optional(text('Neutral paraphrase or redacted words that a person approved.')),
  publicTextKind: optional(choice(['paraphrase', 'redacted', 'as-published', 'withheld'] as const, 'What it is.')),
  approvedBy: optional(text('Role or code of the person who approved it, or withheld it.')),
  approvedOn: optional(date('Day of approval.')),
} as const

/** `number` counts from 1 within the consultation and is the point's address; it is never reused. */
export type Point = Omit<RecordOf<typeof pointFields>, 'text'> & {
  readonly id: string
  readonly number: number
  readonly importId: string | null
  readonly sourceRow: number | null
}

/** Points that ask the same thing. Counts are given by point and by idea, always both. */
export const ideaFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  title: text('What they ask, in neutral words.'),
  isCampaign: optional(boolean('Near-identical contributions: many voices, one idea.')),
  mergedIntoId: optional(reference('idea', 'Lineage: the idea it now belongs to.')),
} as const
export type Idea = RecordOf<typeof ideaFields> & { readonly id: string; readonly number: number }
