import { isConfirmed } from '../../data/model/basis.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { JudgedSuggestion } from './calibrate.ts'

/**
 * Suggestions of one method version that a person has judged. Right: a confirmed link from the point to the passage. Wrong: a
 * person has searched the passage's document for the point, and there is no such link. What nobody looked at is neither.
 */
export const judgedSuggestions = (record: ConsultationRecord, methodVersion: string): readonly JudgedSuggestion[] => {
  const standing = record.links.filter(({ retractedById }) => retractedById === null)
  const confirmed = new Set(
    standing.filter(({ basis }) => isConfirmed(basis)).map(({ pointId, passageId }) => `${pointId} ${passageId}`),
  )
  const searched = new Set(
    record.searches
      .filter(({ basis, retractedById }) => isConfirmed(basis) && retractedById === null)
      .flatMap(({ pointId, documentIds }) => documentIds.map(documentId => `${pointId} ${documentId}`)),
  )
  const documentOf = new Map(record.passages.map(({ id, documentId }) => [id, documentId]))
  return standing.flatMap(({ basis, pointId, passageId, score, methodVersion: version }): JudgedSuggestion[] => {
    if (basis !== 'suggested' || version !== methodVersion || score === null) return []
    if (confirmed.has(`${pointId} ${passageId}`)) return [{ score, isRight: true }]
    return searched.has(`${pointId} ${documentOf.get(passageId) ?? ''}`) ? [{ score, isRight: false }] : []
  })
}
