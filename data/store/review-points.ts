import type { Idea, Point } from '../model/point.ts'
import type { RecordKind, StoredRecords } from '../model/record-kinds.ts'
import type { Connection, WriteConnection } from './connection.ts'
import { fromRows, toRow } from './row-mapping.ts'

/** Points and ideas are descriptions, not judgements: they are changed, and the history keeps each state. */
export const writePoint = async (tx: WriteConnection, point: Point): Promise<void> => {
  const { id, ...row } = toRow('point', point as StoredRecords['point'])
  await tx.updateTable('points').set(row).where('id', '=', id).execute()
}
export const writeIdea = async (tx: WriteConnection, idea: Idea): Promise<void> => {
  const { id, ...row } = toRow('idea', idea)
  await tx.updateTable('ideas').set(row).where('id', '=', id).execute()
}

export const readPointsOfContribution = async (
  connection: Connection,
  contributionId: string,
): Promise<readonly Point[]> =>
  fromRows(
    'point',
    await connection
      .selectFrom('points')
      .selectAll()
      .where('contributionId', '=', contributionId)
      .orderBy('number')
      .execute(),
  )

export const findByNumber = async <K extends 'point' | 'idea'>(
  connection: Connection,
  kind: K,
  consultationId: string,
  number: number,
): Promise<StoredRecords[K] | null> => {
  const rows = await connection
    .selectFrom(kind === 'point' ? 'points' : 'ideas')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('number', '=', number)
    .execute()
  return fromRows(kind, rows as never)[0] ?? null
}

/** A ref of a kind in a consultation → the record's id. */
export const findRef = async (
  connection: Connection,
  kind: Extract<RecordKind, 'contribution' | 'document' | 'commitment'>,
  consultationId: string,
  ref: string,
): Promise<string | null> => {
  const table = { contribution: 'contributions', document: 'documents', commitment: 'commitments' } as const
  const row = await connection
    .selectFrom(table[kind])
    .select('id')
    .where('consultationId', '=', consultationId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row?.id ?? null
}
