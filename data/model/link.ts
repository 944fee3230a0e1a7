import { BASES } from './basis.ts'
import type { Stage } from './document.ts'
import {
  boolean,
  choice,
  date,
  json,
  list,
  number,
  optional,
  reference,
  references,
  text,
  type RecordOf,
} from './field.ts'

export const LINK_KINDS_BY_STAGE = {
  plan: ['contains', 'contains-part', 'consistent', 'challenges'],
  record: ['carries', 'carries-part', 'mentions'],
  summary: ['carries', 'carries-part', 'mentions'],
  papers: ['carries', 'carries-part', 'mentions'],
  decision: ['takes-up', 'takes-up-part', 'refuses', 'does-opposite', 'defers', 'notes'],
  answer: ['gives-reason', 'refuses', 'acknowledges', 'claims-taken-up'],
  delivery: ['delivers', 'delivers-part'],
} as const satisfies Record<Stage, readonly string[]>
export type LinkKind = (typeof LINK_KINDS_BY_STAGE)[Stage][number]
export const LINK_KINDS: readonly LinkKind[] = [...new Set(Object.values(LINK_KINDS_BY_STAGE).flat())]
export const isKindOfStage = (kind: LinkKind, stage: Stage): boolean =>
  (LINK_KINDS_BY_STAGE[stage] as readonly string[]).includes(kind)

export const GROUNDS = ['cost', 'law', 'evidence', 'conflict', 'technical', 'scope', 'other'] as const

/** Words that matched: [start, end) in the point's text and in the passage's text, UTF-16 units. */
export interface MatchedWords {
  readonly inPoint: readonly (readonly [number, number])[]
  readonly inPassage: readonly (readonly [number, number])[]
}

/** "This point ↔ this passage", with its kind, its basis and its evidence. Added, never overwritten. */
export const linkFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The point.'),
  passageId: reference('passage', 'The passage.'),
  kind: choice(LINK_KINDS, 'What the passage does with the point; the stage decides which kinds are possible.'),
  basis: choice(BASES, 'Who stands behind it.'),
  by: optional(text('Role or code of the person, or method version of the machine.')),
  on: optional(date('Day of the judgement.')),
  ground: optional(choice(GROUNDS, 'Ground of a published reason.')),
  isSpecific: optional(boolean('Whether the reason speaks to this point; a generic one is no reason.')),
  isGroupReply: optional(boolean('One reply to a named group of like points: a reply to each.')),
  isStockReason: optional(boolean('A person found the same wording used for unlike points.')),
  isNewPart: optional(boolean('For a part taken up: whether that part was absent from the plan before.')),
  partTaken: optional(text('Which part was taken up or carried.')),
  partLeft: optional(text('What was left out.')),
  commitmentId: optional(reference('commitment', 'For a deferral: the named later step.')),
  methodVersion: optional(text('Version of the method that suggested it.')),
  score: optional(number('Score of the suggestion, comparable within a method version.')),
  matched: optional(json<MatchedWords>('Words that matched.')),
  note: optional(text('Note of the person.')),
} as const
export type Link = RecordOf<typeof linkFields> & { readonly id: string; readonly retractedById: string | null }

/** What was looked through for a point, and found to hold nothing more than the links on record. */
export const searchFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The point searched for.'),
  documentIds: references('document', 'Every document read.'),
  terms: list('Words looked for.'),
  basis: choice(BASES, 'Who stands behind it.'),
  by: optional(text('Role or code of the person, or method version.')),
  on: optional(date('Day of the search.')),
  note: optional(text('What came nearest, and why it is not it.')),
} as const
export type Search = RecordOf<typeof searchFields> & { readonly id: string; readonly retractedById: string | null }
