import type { Body } from '../model/body.ts'
import type { Consultation } from '../model/consultation.ts'
import type { Connection } from './connection.ts'
import { fromRows } from './row-mapping.ts'

/** Every body, by name. */
export const readBodies = async (connection: Connection): Promise<readonly Body[]> =>
  fromRows('body', await connection.selectFrom('bodies').selectAll().orderBy('name').execute())

/** Every consultation, newest close first, undated ones last. */
export const readConsultations = async (connection: Connection): Promise<readonly Consultation[]> => {
  const rows = await connection.selectFrom('consultations').selectAll().execute()
  return [...fromRows('consultation', rows)].sort(
    (one, other) => (other.closesOn ?? '').localeCompare(one.closesOn ?? '') || one.ref.localeCompare(other.ref),
  )
}

/** How often the consultation has been written to; 0 = never. */
export const readRevision = async (connection: Connection, consultationId: string): Promise<number> => {
  const row = await connection
    .selectFrom('revisions')
    .select('revision')
    .where('consultationId', '=', consultationId)
    .executeTakeFirst()
  return row?.revision ?? 0
}
