import { boolean, choice, date, integer, optional, reference, text, type RecordOf } from './field.ts'

/** The stops of the trail, in order. */
export const STAGES = ['plan', 'record', 'summary', 'papers', 'decision', 'answer', 'delivery'] as const
export type Stage = (typeof STAGES)[number]
/** Why a record is not on file. `held` = on file. */
export const HOLDINGS = ['held', 'not-collected', 'asked-pending', 'refused', 'not-held', 'exempt'] as const

/** A text that stands somewhere on the way from plan to delivery, or the known gap where one should stand. */
export const documentFields = {
  ref: text('Reference within the consultation.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  stage: choice(STAGES, 'Its stop on the trail.'),
  title: text('Title as published.'),
  source: choice(['official', 'community'] as const, 'Who wrote it. Community notes make capture visible.'),
  holding: choice(HOLDINGS, 'On file, or why not.'),
  heldBy: optional(text('Who holds a missing document.')),
  isRequired: boolean('Whether the audit needs it; counted in completeness.'),
  isScopeStatement: optional(boolean('States what was open to change.')),
  publishedOn: optional(date('Date the document bears.')),
  firstArchivedOn: optional(date('First day an archive saw it: a baseline must be seen before the first event.')),
  url: optional(text('Where it was published.')),
  licence: optional(text('Licence of the text.')),
  note: optional(text('Anything a reader must know.')),
} as const

/** `sha256` is over the bytes of the file; null where the document is missing. */
export type Document = RecordOf<typeof documentFields> & {
  readonly id: string
  readonly sha256: string | null
  readonly importId: string | null
}

/** One numbered, quotable span of a document. `startOffset` and `endOffset` index UTF-16 units of the document's text. */
export const passageFields = {
  ref: text('Document ref # label: "decision#4.3". The label is the clause number, the row id, else p{n}.'),
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  documentId: reference('document', 'The document it stands in.'),
  ordinal: integer('Place in the document, from 1.'),
  heading: optional(text('Heading path, " > " between levels.')),
  text: text('The words, exactly as they stand.'),
  shape: choice(['paragraph', 'row', 'clause', 'item'] as const, 'What it is in the document.'),
  startOffset: integer('First character in the document text.'),
  endOffset: integer('One past the last character.'),
} as const
export type Passage = RecordOf<typeof passageFields> & { readonly id: string; readonly sha256: string }
