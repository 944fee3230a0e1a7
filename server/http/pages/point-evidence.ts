import { STAGES } from '../../../data/model/document.ts'
import type { CheckedLink } from '../../usecases/describe-trail.ts'
import type { ShownPoint } from '../../usecases/show-point.ts'
import type { Strings } from '../strings/strings.ts'
import { passagePath } from './addresses.ts'
import { findTerms, firstSegments, wordsAt, type Segment } from './mark-words.ts'
import { recordLanguage } from './quoted-language.ts'
import { showPassage } from './show-passage.ts'
import { labelOf, placeWords } from './trail-view.ts'

export interface Quote {
  readonly from: string
  readonly when: string
  readonly language: string
  readonly segments: readonly Segment[]
  readonly note: string
  readonly href: string
  readonly link: string
}
/** A passage that a machine suggests: its words from the first match on, and which words those are. */
export interface SuggestionView {
  readonly title: string
  readonly segments: readonly Segment[]
  readonly hasWords: boolean
  readonly words: string
  readonly language: string
  readonly href: string
  readonly place: string
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

const quoteOf = (t: Strings, shown: ShownPoint, checked: CheckedLink): Quote => {
  const { link, passage, document, isCheckedTwice } = checked
  const part = [
    link.partTaken === null ? '' : t.point.evidence.here(link.partTaken),
    link.partLeft === null ? '' : t.point.evidence.left(link.partLeft),
  ]
  const where = document.source === 'community' ? t.point.evidence.community : t.records.stages[document.stage]
  return {
    from: t.point.evidence.from(where, document.title),
    when: [document.publishedOn === null ? null : t.dateTogether(document.publishedOn), labelOf(checked)]
      .filter(part => part !== null)
      .join(', '),
    language: recordLanguage(shown.index),
    segments: segmentsOf(shown, checked),
    note: [t.records.linkKinds[link.kind], ...part, isCheckedTwice ? t.point.evidence.twice : t.point.evidence.once]
      .filter(Boolean)
      .join(' '),
    href: passagePath(shown.index, document, passage),
    link: t.point.evidence.more,
  }
}

/** Passages linked to a point, in the order of the trail, with the words that were looked for marked. */
export const quotesOf = (t: Strings, shown: ShownPoint): readonly Quote[] =>
  [...shown.links]
    .sort(
      (a, b) =>
        STAGES.indexOf(a.document.stage) - STAGES.indexOf(b.document.stage) || a.passage.ordinal - b.passage.ordinal,
    )
    .map(checked => quoteOf(t, shown, checked))

const charactersShown = 320

export const suggestionsOf = (t: Strings, { index, suggestions }: ShownPoint): readonly SuggestionView[] =>
  suggestions.map(({ link, passage, document }) => {
    const matched = link.matched?.inPassage ?? []
    return {
      title: document.title,
      segments: firstSegments(showPassage(passage, matched), charactersShown),
      hasWords: matched.length > 0,
      words: wordsAt(passage.text, matched).join(', '),
      language: recordLanguage(index),
      href: passagePath(index, document, passage),
      place: placeWords(t, { passage, document }),
    }
  })

/** Two people's searches of the same documents are told as one. */
export const searchesOf = (t: Strings, { searches, index }: ShownPoint): readonly SearchView[] => {
  const seen = new Map<string, SearchView>()
  for (const search of searches) {
    const key = [...search.documentIds].sort().join(' ')
    const titles = search.documentIds.flatMap(id => index.documentById.get(id)?.title ?? [])
    if (seen.has(key)) continue
    seen.set(key, {
      title: t.point.evidence.searched(titles.length),
      when: search.on === null ? '' : t.dateTogether(search.on),
      text: t.point.evidence.searchedText(titles, search.terms),
      hasNote: search.note !== null,
      note: search.note ?? '',
    })
  }
  return [...seen.values()]
}
