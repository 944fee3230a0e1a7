import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'

/** BCP 47 tag of what the body wrote: documents, answers, questions on its records. Screen readers speak a quote by it. */
export const recordLanguage = ({ record }: Pick<AuditIndex, 'record'>): string =>
  record.consultation.language ?? record.body.language

/** Of a point's words. */
export const pointLanguage = (index: AuditIndex, { point, contribution }: PointRow): string =>
  point.language ?? contribution?.language ?? recordLanguage(index)
