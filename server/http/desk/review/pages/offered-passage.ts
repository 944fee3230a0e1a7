import type { Document, Passage, Stage } from '../../../../../data/model/document.ts'
import { passageLabel } from '../../../pages/addresses.ts'
import type { Segment } from '../../../pages/mark-words.ts'
import { showPassage } from '../../../pages/show-passage.ts'
import { KIND_BUTTONS, type KindButton } from '../kind-words.ts'
import { withQuery } from '../review-paths.ts'
import { dateWords } from '../../english.ts'

/** A passage with its buttons. Nothing is chosen beforehand, and no score is shown. */
export interface OfferedView {
  readonly place: string
  readonly ref: string
  readonly title: string
  readonly label: string
  readonly heading: string
  readonly hasHeading: boolean
  readonly source: string
  readonly segments: readonly Segment[]
  readonly openHref: string
  readonly buttons: readonly KindButton[]
  readonly action: string
  readonly group: string
  readonly stop: Stage
  readonly terms: string
  readonly name: string
}

export interface OfferedGiven {
  readonly passage: Passage
  readonly document: Document
  readonly inPassage: readonly (readonly [number, number])[]
}

const sourceWords = ({ source, publishedOn }: Document): string =>
  [
    source === 'community' ? 'Notes of people who were there' : null,
    publishedOn === null ? null : dateWords(publishedOn),
  ]
    .filter(part => part !== null)
    .join(', ')

export const offeredView = (
  { passage, document, inPassage }: OfferedGiven,
  at: number,
  form: { readonly path: string; readonly group: string; readonly stop: Stage; readonly terms: string },
): OfferedView => ({
  place: String(at + 1),
  ref: passage.ref,
  title: document.title,
  label: passageLabel(passage),
  heading: passage.heading ?? '',
  hasHeading: passage.heading !== null,
  source: sourceWords(document),
  segments: showPassage(passage, inPassage),
  openHref: withQuery(`${form.path}/read`, { stop: form.stop, document: document.ref, at: passage.ref }),
  buttons: KIND_BUTTONS[form.stop],
  action: `${form.path}/confirm`,
  group: form.group,
  stop: form.stop,
  terms: form.terms,
  name: `${document.title}, ${passageLabel(passage)}`,
})

const MOST_TERMS = 8
/** The words of public passages that matched: what was looked for. Never words of the point itself, which are not public. */
export const termsOf = (offered: readonly OfferedGiven[]): string => {
  const words = offered.flatMap(({ passage, inPassage }) =>
    inPassage.map(([from, to]) => passage.text.slice(from, to).toLowerCase()),
  )
  return [...new Set(words)]
    .filter(word => word.length > 3)
    .slice(0, MOST_TERMS)
    .join(' | ')
}
