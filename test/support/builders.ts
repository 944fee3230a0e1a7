import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import { COLLECTIONS } from '../../data/model/consultation-record.ts'
import type { Field, Fields } from '../../data/model/field.ts'
import { fieldsOf, type RecordKind, type StoredRecords } from '../../data/model/record-kinds.ts'

let serial = 0
/** Ids look as the store's do: the history takes no others. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const plainValue = (name: string, of: Field<unknown>): unknown => {
  if (!of.isRequired) return null
  switch (of.type) {
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'date':
      return '2026-01-01'
    case 'instant':
      return '2026-01-01T00:00:00.000Z'
    case 'choice':
      return of.choices[0]
    case 'list':
    case 'references':
      return []
    default:
      return `${name}-${serial}`
  }
}

const HASH = '0'.repeat(64)
const DERIVED: Partial<Record<RecordKind, () => Record<string, unknown>>> = {
  contribution: () => ({ importId: null, sourceRow: null, textSha256: HASH }),
  point: () => ({ number: serial, importId: null, sourceRow: null }),
  idea: () => ({ number: serial }),
  document: () => ({ sha256: HASH, importId: null }),
  passage: () => ({ sha256: HASH }),
  link: () => ({ retractedById: null }),
  search: () => ({ retractedById: null }),
  judgement: () => ({ retractedById: null }),
}
const derivedValues = (kind: RecordKind): Record<string, unknown> => DERIVED[kind]?.() ?? {}

/** A complete record of a kind, with only the fields that matter given. Required fields get plain values, optional ones null. */
export const a = <K extends RecordKind>(kind: K, given: Partial<StoredRecords[K]> = {}): StoredRecords[K] => {
  serial += 1
  const fields: Fields = fieldsOf(kind)
  const made: Record<string, unknown> = { id: uuid(serial), ...derivedValues(kind) }
  for (const [name, of] of Object.entries(fields)) if (!of.isVerbatim) made[name] = plainValue(name, of)
  return { ...made, ...given } as StoredRecords[K]
}

/** A consultation with nothing in it but what is given. */
export const aConsultationRecord = (given: Partial<ConsultationRecord> = {}): ConsultationRecord => {
  const body = a('body', { ref: 'calderwick', nature: 'fictional' })
  const empty = Object.fromEntries(Object.keys(COLLECTIONS).map(name => [name, []]))
  return {
    body,
    consultation: a('consultation', { bodyId: body.id, decisionState: 'made', legalStatus: 'voluntary' }),
    ...empty,
    ...given,
  } as ConsultationRecord
}
