import type { CheckedLink } from '../../usecases/describe-trail.ts'
import type { ShownPoint } from '../../usecases/show-point.ts'
import { passagePath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { findTerms, type Segment } from './mark-words.ts'
import { countOf } from './number-words.ts'
import { LINK_KIND_LINES, STAGE_NAMES } from './record-words.ts'
import { showPassage } from './show-passage.ts'
import { placeWords } from './trail-view.ts'

export interface Quote {
  readonly from: string
  readonly when: string
  readonly language: string
  readonly segments: readonly Segment[]
  readonly note: string
  readonly href: string
  readonly link: string
}
export interface SearchView {
  readonly title: string
  readonly when: string
  readonly text: string
  readonly hasNote: boolean
  readonly note: string
}

const termsOf = ({ searches }: ShownPoint): readonly string[] => [...new Set(searches.flatMap(({ terms }) => terms))]

const segmentsOf = (shown: ShownPoint, { link, passage }: CheckedLink): readonly Segment[] =>
  showPassage(passage, link.matched?.inPassage ?? findTerms(passage.text, termsOf(shown)))

const quoteOf = (shown: ShownPoint, checked: CheckedLink): Quote => {
  const { link, passage, document, isCheckedTwice } = checked
  const { record } = shown.index
  const part = [
    link.partTaken === null ? '' : `Here: ${link.partTaken.replace(/[.\s]+$/, '')}.`,
    link.partLeft === null ? '' : `Left out: ${link.partLeft.replace(/[.\s]+$/, '')}.`,
  ]
  const where = document.source === 'community' ? 'Notes of people who were there' : STAGE_NAMES[document.stage]
  return {
    from: `${where}: ${document.title}`,
    when: [
      document.publishedOn === null ? null : dateWords(document.publishedOn),
      placeWords(checked) === 'Read it' ? null : placeWords(checked),
    ]
      .filter(part => part !== null)
      .join(', '),
    language: record.consultation.language ?? record.body.language,
    segments: segmentsOf(shown, checked),
    note: [
      LINK_KIND_LINES[link.kind],
      ...part,
      isCheckedTwice ? 'Two people checked this match and agreed.' : 'A person checked this match.',
    ]
      .filter(Boolean)
      .join(' '),
    href: passagePath(shown.index, document, passage),
    link: 'See it in the document',
  }
}

const STAGE_ORDER = ['plan', 'record', 'summary', 'papers', 'decision', 'answer', 'delivery']

/** Passages linked to a point, in the order of the trail, with the words that were looked for marked. */
export const quotesOf = (shown: ShownPoint): readonly Quote[] =>
  [...shown.links]
    .sort(
      (a, b) =>
        STAGE_ORDER.indexOf(a.document.stage) - STAGE_ORDER.indexOf(b.document.stage) ||
        a.passage.ordinal - b.passage.ordinal,
    )
    .map(checked => quoteOf(shown, checked))

/** Two people's searches of the same documents are told as one. */
export const searchesOf = ({ searches, index }: ShownPoint): readonly SearchView[] => {
  const seen = new Map<string, SearchView>()
  for (const search of searches) {
    const key = [...search.documentIds].sort().join(' ')
    const titles = search.documentIds.flatMap(id => index.documentById.get(id)?.title ?? [])
    if (seen.has(key)) continue
    seen.set(key, {
      title: `${countOf(titles.length, 'document')} searched`,
      when: search.on === null ? '' : dateWords(search.on),
      text: `We read ${titles.join('; ')}.${search.terms.length === 0 ? '' : ` We looked for: ${search.terms.join(', ')}.`}`,
      hasNote: search.note !== null,
      note: search.note ?? '',
    })
  }
  return [...seen.values()]
}
