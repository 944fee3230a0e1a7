import { BASES } from './basis.ts'
import { choice, date, optional, reference, text, type RecordOf } from './field.ts'

/** What a person settled about a point that is not a link to a passage. Added, never overwritten. */
export const judgementFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  pointId: reference('point', 'The point judged.'),
  kind: choice(
    ['not-codable', 'withdrawn', 'duplicate', 'officer-written', 'out-of-scope', 'not-decided', 'cannot-tell'] as const,
    'What was settled. out-of-scope needs a passage dated by the launch, or a statute.',
  ),
  reason: optional(
    choice(
      ['empty', 'spam', 'abuse', 'postponed', 'awaited', 'exempt', 'unobtainable', 'coders-disagree'] as const,
      'Why: empty, spam or abuse for not-codable; postponed or awaited; exempt, unobtainable or coders-disagree.',
    ),
  ),
  passageId: optional(reference('passage', 'The scope text or status document.')),
  statute: optional(text('The law cited.')),
  dueOn: optional(date('When the decision is or was due.')),
  ofPointId: optional(reference('point', 'For a duplicate: the point it repeats.')),
  basis: choice(BASES, 'Who stands behind it.'),
  by: optional(text('Role or code of the person.')),
  on: optional(date('Day of the judgement.')),
  note: optional(text('Note of the person.')),
} as const
export type Judgement = RecordOf<typeof judgementFields> & {
  readonly id: string
  readonly retractedById: string | null
}

/** One coder's value for one variable, kept so that agreement can be computed. */
export const codingFields = {
  consultationId: reference('consultation', 'Consultation it belongs to.'),
  variable: choice(['outcome', 'relation', 'stance', 'frame', 'first-move'] as const, 'What was coded.'),
  unit: text('Reference of the point, statement or turn coded.'),
  coder: text('Role or code of the coder.'),
  value: text('Value given.'),
  on: optional(date('Day of coding.')),
} as const
export type Coding = RecordOf<typeof codingFields> & { readonly id: string }
