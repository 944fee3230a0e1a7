import type { Document, Passage } from '../../../data/model/document.ts'
import { readPassagesOf } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../people/session.ts'
import { rankPassages, type RankedPassage } from './rank-passages.ts'
import type { ReviewScope } from './review-scope.ts'
import { showReviewPoint, type OpenPoint } from './show-review-point.ts'

export const RESULTS_PER_PAGE = 8

export interface ReadStop {
  readonly shown: OpenPoint
  readonly query: string
  /** null = found by words, best first; else this document, in its own order. */
  readonly document: Document | null
  readonly results: readonly RankedPassage[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

const plain = (passages: readonly Passage[]): readonly RankedPassage[] =>
  passages.map(passage => ({ passage, matched: null }))

/** With words of the reviewer's own, what holds them. Without, everything: nearest to the point first, so that a stop can be read to its end. */
const findIn = (
  documents: readonly Document[],
  passages: readonly Passage[],
  query: string,
  verbatim: string,
): readonly RankedPassage[] => {
  if (query !== '') return rankPassages(documents, passages, query)
  const near = rankPassages(documents, passages, verbatim)
  const seen = new Set(near.map(({ passage }) => passage.id))
  return [...near, ...plain(passages.filter(({ id }) => !seen.has(id)))]
}

/** The page of a document on which a passage stands. */
const pageOf = (results: readonly RankedPassage[], at: string): number =>
  Math.floor(
    Math.max(
      0,
      results.findIndex(({ passage }) => passage.ref === at),
    ) / RESULTS_PER_PAGE,
  ) + 1

/** Everything at the stop that is open: found by words (those of the point, where none are given), or one document from top to end. */
export const readStop = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: {
    readonly number: number
    readonly stop: string
    readonly query: string
    readonly document: string
    readonly at: string
    readonly page: number
  },
): Promise<ReadStop | null> => {
  const shown = await showReviewPoint(deps, actor, scope, given)
  if (shown.state !== 'open' || shown.now === null) return null
  const document = shown.now.documents.find(({ ref }) => ref === given.document) ?? null
  const documents = document === null ? shown.now.documents : [document]
  const passages = await readPassagesOf(
    deps.store.reader,
    documents.map(({ id }) => id),
  )
  const query = given.query.trim()
  const results = document === null ? findIn(documents, passages, query, shown.verbatim) : plain(passages)
  const pageCount = Math.max(1, Math.ceil(results.length / RESULTS_PER_PAGE))
  const page = Math.min(pageCount, given.at === '' ? Math.max(1, given.page) : pageOf(results, given.at))
  return {
    shown,
    query,
    document,
    results: results.slice((page - 1) * RESULTS_PER_PAGE, page * RESULTS_PER_PAGE),
    total: results.length,
    page,
    pageCount,
  }
}
