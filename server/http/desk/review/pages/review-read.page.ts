import type { Stage } from '../../../../../data/model/document.ts'
import { RESULTS_PER_PAGE, type ReadStop } from '../../../../usecases/review/read-stop.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { reviewPointPath, withQuery } from '../review-paths.ts'
import { offeredView, type OfferedView } from './offered-passage.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf, STAGE_NAMES } from '../../english.ts'

export interface ReviewReadView extends ReviewFrame {
  readonly heading: string
  readonly stopName: string
  readonly verbatim: string
  readonly language: string
  readonly isSearch: boolean
  readonly readPath: string
  readonly query: string
  readonly stop: Stage
  readonly found: string
  readonly offered: readonly OfferedView[]
  readonly hasOffered: boolean
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly next: string
  readonly documents: readonly { readonly href: string; readonly title: string }[]
  readonly nothing: string
  readonly group: string
  readonly terms: string
  readonly back: string
}

const foundWords = ({ document, total, page, pageCount }: ReadStop): string => {
  const pages = pageCount === 1 ? '' : ` Page ${page} of ${pageCount}.`
  if (total === 0) return 'No passage has these words.'
  return document === null
    ? `${countOf(total, 'passage')}, those nearest in words first.${pages}`
    : `${countOf(total, 'passage')} in this document.${pages}`
}

/** Everything at one stop: found by words, or a document from top to end. Each passage has its buttons. */
export const reviewReadPage = (visit: DeskVisit, read: ReadStop): ReviewReadView => {
  const { shown, document, query, page } = read
  const { scope, point, now, group } = shown
  const path = reviewPointPath(addressOf(scope), point.number)
  const stop = now?.stage ?? 'plan'
  const terms = query
    .split(/\s+/)
    .filter(word => word !== '')
    .join(' | ')
  const documentOf = new Map((now?.documents ?? []).map(known => [known.id, known]))
  const at = (to: number): string =>
    withQuery(`${path}/read`, { stop, q: query, document: document?.ref ?? '', page: String(to) })
  const offered = read.results.flatMap(({ passage, matched }) => {
    const from = documentOf.get(passage.documentId)
    return from === undefined ? [] : [{ passage, document: from, inPassage: matched?.inPassage ?? [] }]
  })
  return {
    ...reviewFrame(visit, document?.title ?? `Search: ${STAGE_NAMES[stop]}`, scope),
    heading: document?.title ?? 'Search this stop',
    stopName: STAGE_NAMES[stop],
    verbatim: shown.verbatim,
    language: point.language ?? scope.consultation.language ?? scope.body.language,
    isSearch: document === null,
    readPath: `${path}/read`,
    query,
    stop,
    found: foundWords(read),
    offered: offered
      .slice(0, RESULTS_PER_PAGE)
      .map((one, place) => offeredView(one, place, { path, group: group.id, stop, terms })),
    hasOffered: offered.length > 0,
    hasPrevious: page > 1,
    previous: at(page - 1),
    hasNext: page < read.pageCount,
    next: at(page + 1),
    documents: (now?.documents ?? [])
      .filter(known => known !== document)
      .map(({ ref, title }) => ({ href: withQuery(`${path}/read`, { stop, document: ref }), title })),
    nothing: `${path}/nothing`,
    group: group.id,
    terms,
    back: withQuery(path, { stop }),
  }
}
