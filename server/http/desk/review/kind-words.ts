import type { Stage } from '../../../../data/model/document.ts'
import type { Judgement } from '../../../../data/model/judgement.ts'
import type { LinkKind } from '../../../../data/model/link.ts'

/** A button of the desk and the key that presses it. */
export interface KindButton {
  readonly kind: LinkKind | Judgement['kind']
  readonly key: string
  readonly label: string
}

const WAY: readonly KindButton[] = [
  { kind: 'carries', key: 'c', label: 'All of it is here' },
  { kind: 'carries-part', key: 'v', label: 'Part of it' },
  { kind: 'mentions', key: 'm', label: 'The topic only' },
]

/** Kinds by stop, with the keys of the manual. The last of a stop settle the whole point. */
export const KIND_BUTTONS: Readonly<Record<Stage, readonly KindButton[]>> = {
  plan: [
    { kind: 'contains', key: 'c', label: 'The plan has it' },
    { kind: 'contains-part', key: 'v', label: 'It has part of it' },
    { kind: 'consistent', key: 'i', label: 'In line with the plan' },
    { kind: 'challenges', key: 'x', label: 'Argues against this' },
    { kind: 'out-of-scope', key: 'o', label: 'Puts it out of scope' },
  ],
  record: WAY,
  summary: WAY,
  papers: WAY,
  decision: [
    { kind: 'takes-up', key: 't', label: 'Takes it up' },
    { kind: 'takes-up-part', key: 'v', label: 'Takes up part' },
    { kind: 'refuses', key: 'r', label: 'Says no' },
    { kind: 'does-opposite', key: 'o', label: 'Does the opposite' },
    { kind: 'defers', key: 'd', label: 'Puts it off to a step' },
    { kind: 'notes', key: 'n', label: 'Notes it' },
    { kind: 'not-decided', key: 'p', label: 'Postpones deciding' },
    { kind: 'cannot-tell', key: 'x', label: 'Closed to the public' },
  ],
  answer: [
    { kind: 'gives-reason', key: 'g', label: 'Gives a reason' },
    { kind: 'refuses', key: 'r', label: 'Says no' },
    { kind: 'acknowledges', key: 'a', label: 'Acknowledges it' },
    { kind: 'claims-taken-up', key: 'k', label: 'Says it was taken up' },
  ],
  delivery: [
    { kind: 'delivers', key: 'y', label: 'It was done' },
    { kind: 'delivers-part', key: 'v', label: 'Part was done' },
  ],
}

export const STOP_QUESTIONS: Readonly<Record<Stage, string>> = {
  plan: 'How does the point stand to the plan from before?',
  record: 'Was it written down?',
  summary: 'Did it survive the summary?',
  papers: 'Did those who decide have it?',
  decision: 'What did the decision do with it?',
  answer: 'Was it answered?',
  delivery: 'Was it done?',
}

export const JUDGEMENT_WORDS: Readonly<Record<Judgement['kind'], string>> = {
  'not-codable': 'Nothing in it to follow',
  withdrawn: 'Taken back by its author',
  duplicate: 'Repeats another point',
  'officer-written': 'Written by the council’s own officer',
  'out-of-scope': 'Out of scope',
  'not-decided': 'Not decided yet',
  'cannot-tell': 'Cannot be told',
}
