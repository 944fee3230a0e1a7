import type { Document, Passage } from '../../../data/model/document.ts'
import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import { FACETS, type PointQuery } from '../../usecases/point-facets.ts'
import { pageOfPassage } from '../../usecases/show-evidence.ts'

export const councilPath = (ref: string): string => `/${ref}`

export const consultationPath = ({ record }: Pick<AuditIndex, 'record'>): string =>
  `/${record.body.ref}/${record.consultation.ref}`

/** The body's reply on the page of its consultation. */
export const replyPath = (index: Pick<AuditIndex, 'record'>): string => `${consultationPath(index)}#rep`

/** "" or "?group=…&q=…&page=2", in the order of the facets, so that one list has one address. */
export const pointsSearch = ({ selected, q }: PointQuery, page = 1): string => {
  const search = new URLSearchParams()
  for (const facet of FACETS) for (const value of selected[facet] ?? []) search.append(facet, value)
  if (q !== '') search.set('q', q)
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? '' : `?${search.toString()}`
}

export const pointsPath = (index: AuditIndex, selected: PointQuery['selected'] = {}): string =>
  `${consultationPath(index)}/points${pointsSearch({ selected, q: '' })}`

/** The list behind a figure; its query comes from the figure. */
export const figureRowsPath = (index: AuditIndex, rows: string): string =>
  `${consultationPath(index)}/points?${new URLSearchParams(rows).toString()}`

export const pointPath = (index: AuditIndex, { point }: PointRow): string =>
  `${consultationPath(index)}/points/${point.number}`

export const ideaPath = (index: AuditIndex, number: number): string => `${consultationPath(index)}/ideas/${number}`

export const evidencePath = (index: AuditIndex): string => `${consultationPath(index)}/evidence`

export const documentPath = (index: AuditIndex, { ref }: Document): string =>
  `${evidencePath(index)}/${encodeURIComponent(ref)}`

/** Label of a passage within its document: "4.3". */
export const passageLabel = ({ ref }: Passage): string => ref.slice(ref.indexOf('#') + 1)

export const passageAnchor = (passage: Passage): string => `p-${passageLabel(passage).replace(/[^A-Za-z0-9.-]/g, '_')}`

export const passagePath = (index: AuditIndex, document: Document, passage: Passage): string => {
  const page = pageOfPassage(index, passage)
  return `${documentPath(index, document)}${page > 1 ? `?page=${page}` : ''}#${passageAnchor(passage)}`
}
