import { sql, type Kysely } from 'kysely'
import type { RecordKind, StoredRecords } from '../model/record-kinds.ts'
import type { Connection, WriteConnection } from './connection.ts'
import { fromRows, toRow } from './row-mapping.ts'
import { TABLES, type RowOf } from './schema.ts'

/** SQLite takes 32,766 values in one statement; PostgreSQL 65,535. */
const VALUES_PER_STATEMENT = 8_000

/**
 * One table at a time under a name known only at run time: the kind decides both the table and the row, which Kysely's
 * types cannot express.
 */
type AnyTable = Kysely<Record<string, Record<string, unknown>>>
const anyTable = (connection: Connection): AnyTable => connection as unknown as AnyTable

/** Adds records of a kind. Fails, and with it the whole transaction, where an id or ref is taken or a reference dangles. */
export const insertRecords = async <K extends RecordKind>(
  tx: WriteConnection,
  kind: K,
  records: readonly StoredRecords[K][],
): Promise<void> => {
  const rows = records.map(record => toRow(kind, record) as Record<string, unknown>)
  const columnCount = Object.keys(rows[0] ?? {}).length
  if (columnCount === 0) return
  const rowsPerStatement = Math.max(1, Math.floor(VALUES_PER_STATEMENT / columnCount))
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await anyTable(tx)
      .insertInto(TABLES[kind])
      .values(rows.slice(from, from + rowsPerStatement))
      .execute()
}

/** The records of a kind in one consultation, in the order in which they were added. */
export const readRecords = async <K extends RecordKind>(
  connection: Connection,
  kind: K,
  consultationId: string,
): Promise<readonly StoredRecords[K][]> => {
  const table: string = TABLES[kind]
  const rows = await anyTable(connection)
    .selectFrom(table)
    .selectAll()
    .where('consultationId', '=', consultationId)
    .execute()
  return fromRows(kind, rows as unknown as readonly RowOf<K>[])
}

/** One record by its id; null where there is none. */
export const readRecord = async <K extends RecordKind>(
  connection: Connection,
  kind: K,
  id: string,
): Promise<StoredRecords[K] | null> => {
  const table: string = TABLES[kind]
  const rows = await anyTable(connection).selectFrom(table).selectAll().where('id', '=', id).execute()
  return fromRows(kind, rows as unknown as readonly RowOf<K>[])[0] ?? null
}

/** ref → id of the records of a kind in one consultation. */
export const readRefs = async (
  connection: Connection,
  kind: RecordKind,
  consultationId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await anyTable(connection)
    .selectFrom(TABLES[kind])
    .select(['id', 'ref'])
    .where('consultationId', '=', consultationId)
    .execute()
  return new Map(rows.map(row => [String(row['ref']), String(row['id'])]))
}

/** Highest number given so far to points or ideas of a consultation; 0 where there is none. */
export const readHighestNumber = async (
  connection: Connection,
  kind: 'point' | 'idea',
  consultationId: string,
): Promise<number> => {
  const { rows } = await sql<{ highest: number | null }>`
    select max(number) as highest from ${sql.table(TABLES[kind])} where consultation_id = ${consultationId}`.execute(
    connection,
  )
  return rows[0]?.highest ?? 0
}
