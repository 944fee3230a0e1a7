import { sql } from 'kysely'
import type { ImportManifest } from '../model/right-of-reply.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { SetAsideRow, SourceRow } from './schema.ts'

export type SourceEntry = Readonly<SourceRow>
export type SetAsideEntry = Readonly<SetAsideRow>

const ROWS_PER_STATEMENT = 500

/** Keeps what an import read and did, the rows it set aside, and which row became which record. */
export const insertImport = async (
  tx: WriteConnection,
  manifest: ImportManifest,
  setAside: readonly SetAsideEntry[],
): Promise<void> => {
  await tx
    .insertInto('imports')
    .values({ ...manifest, limits: JSON.stringify(manifest.limits) })
    .execute()
  for (let from = 0; from < setAside.length; from += ROWS_PER_STATEMENT)
    await tx
      .insertInto('setAsideRows')
      .values(setAside.slice(from, from + ROWS_PER_STATEMENT))
      .execute()
}

/** Rows that an import set aside, in the order of the file, without their words. */
export const readSetAsideRows = (
  connection: Connection,
  importId: string,
): Promise<readonly Pick<SetAsideEntry, 'sourceRow' | 'code' | 'message'>[]> =>
  connection
    .selectFrom('setAsideRows')
    .select(['sourceRow', 'code', 'message'])
    .where('importId', '=', importId)
    .orderBy('sourceRow')
    .execute()

export const insertSourceEntries = async (tx: WriteConnection, entries: readonly SourceEntry[]): Promise<void> => {
  for (let from = 0; from < entries.length; from += ROWS_PER_STATEMENT)
    await tx
      .insertInto('sourceRows')
      .values(entries.slice(from, from + ROWS_PER_STATEMENT))
      .execute()
}

/** ref → hash of the row it came from, for one kind in one scope (a consultation's id; "" for bodies). */
export const readSourceHashes = async (
  connection: Connection,
  kind: RecordKind,
  scopeId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await connection
    .selectFrom('sourceRows')
    .select(['ref', 'rowSha256'])
    .where('recordKind', '=', kind)
    .where('scopeId', '=', scopeId)
    .execute()
  return new Map(rows.map(row => [row.ref, row.rowSha256]))
}

/** Marks consultations as written to. */
export const raiseRevisions = async (tx: WriteConnection, consultationIds: Iterable<string>): Promise<void> => {
  for (const consultationId of consultationIds)
    await tx
      .insertInto('revisions')
      .values({ consultationId, revision: 1 })
      .onConflict(conflict => conflict.column('consultationId').doUpdateSet({ revision: sql`revisions.revision + 1` }))
      .execute()
}
