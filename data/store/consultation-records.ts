import type { Body } from '../model/body.ts'
import type { Consultation } from '../model/consultation.ts'
import { COLLECTIONS, type ConsultationRecord } from '../model/consultation-record.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import type { Connection } from './connection.ts'
import { readRecords } from './records.ts'

const RETRACTABLE: ReadonlySet<RecordKind> = new Set(['link', 'search', 'judgement'])

const readRetractions = async (
  connection: Connection,
  consultationId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await connection
    .selectFrom('retractions')
    .select(['id', 'subjectId'])
    .where('consultationId', '=', consultationId)
    .execute()
  return new Map(rows.map(row => [row.subjectId, row.id]))
}

const inOrder = (kind: RecordKind, records: readonly object[]): readonly object[] => {
  const key = kind === 'point' || kind === 'idea' ? 'number' : kind === 'passage' ? 'ordinal' : null
  if (key === null) return records
  return [...records].sort((one, other) => numberUnder(one, key) - numberUnder(other, key))
}

const numberUnder = (record: object, key: string): number => Number(Reflect.get(record, key))

/** Everything about one consultation, as analysis reads it; no verbatim words. */
export const readConsultationRecord = async (
  connection: Connection,
  body: Body,
  consultation: Consultation,
): Promise<ConsultationRecord> => {
  const retractions = await readRetractions(connection, consultation.id)
  const collections: Record<string, readonly object[]> = {}
  for (const [name, kind] of Object.entries(COLLECTIONS)) {
    const records = inOrder(kind, await readRecords(connection, kind, consultation.id))
    collections[name] = RETRACTABLE.has(kind)
      ? records.map(record => ({
          ...record,
          retractedById: retractions.get(String(Reflect.get(record, 'id'))) ?? null,
        }))
      : records
  }
  return { body, consultation, ...collections } as ConsultationRecord
}
