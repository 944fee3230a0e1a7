import type { Document, Passage } from '../../data/model/document.ts'
import { STAGES } from '../../data/model/document.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'

export interface ListedDocument {
  readonly document: Document
  readonly passageCount: number
}
export interface ListedEvidence {
  readonly index: AuditIndex
  /** In the order of the trail, then of their dates. */
  readonly held: readonly ListedDocument[]
  readonly missing: readonly Document[]
}

const byTrail = (a: Document, b: Document): number =>
  STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || (a.publishedOn ?? '').localeCompare(b.publishedOn ?? '')

/** The documents read, and the gaps with who holds them. */
export const showEvidence = async (deps: Deps, address: PageAddress): Promise<ListedEvidence> => {
  const index = await readIndex(deps, address)
  const documents = [...index.record.documents].sort(byTrail)
  return {
    index,
    held: documents
      .filter(({ holding }) => holding === 'held')
      .map(document => ({ document, passageCount: index.passagesByDocument.get(document.id)?.length ?? 0 })),
    missing: documents.filter(({ holding }) => holding !== 'held'),
  }
}

export interface LinkedPassage {
  readonly passage: Passage
  /** Points that a person linked to it, each once. */
  readonly rows: readonly PointRow[]
}
export interface ShownDocument {
  readonly index: AuditIndex
  readonly document: Document
  readonly passages: readonly LinkedPassage[]
  readonly passageCount: number
  readonly page: number
  readonly pageCount: number
}

export const passagesPerPage = 200

const linkedRows = (index: AuditIndex, passage: Passage): readonly PointRow[] => {
  const rows = (index.linksByPassage.get(passage.id) ?? []).flatMap(
    ({ pointId }) => index.rowByPointId.get(pointId) ?? [],
  )
  return [...new Set(rows)].sort((a, b) => a.point.number - b.point.number)
}

/** One document, its passages in order, with the points that rest on each; 200 passages a page. */
export const showDocument = async (
  deps: Deps,
  address: PageAddress & { readonly document: string; readonly page: number },
): Promise<ShownDocument> => {
  const index = await readIndex(deps, address)
  const document = index.record.documents.find(({ ref }) => ref === address.document)
  if (document === undefined) throw new AppError('not-found', 'We have no document under this address.')
  const passages = index.passagesByDocument.get(document.id) ?? []
  const pageCount = Math.max(1, Math.ceil(passages.length / passagesPerPage))
  const page = Math.min(Math.max(1, address.page), pageCount)
  return {
    index,
    document,
    page,
    pageCount,
    passageCount: passages.length,
    passages: passages
      .slice((page - 1) * passagesPerPage, page * passagesPerPage)
      .map(passage => ({ passage, rows: linkedRows(index, passage) })),
  }
}

/** The page of a document on which a passage stands. */
export const pageOfPassage = (index: AuditIndex, passage: Passage): number => {
  const passages = index.passagesByDocument.get(passage.documentId) ?? []
  const place = passages.length <= passagesPerPage ? 0 : passages.findIndex(({ id }) => id === passage.id)
  return Math.floor(Math.max(0, place) / passagesPerPage) + 1
}
