import { sql } from 'kysely'
import { fromHex, toHex, toUtf8 } from '../log/encodings.ts'
import type { LoggedEntry } from '../log/logged-entry.ts'
import { COVERAGE_ID, lookupIdOf, type StoredEntry } from '../log/replay-history.ts'
import type { SealedKind } from '../log/sealed-record.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { LogCheckpointRow, LogCosignatureRow } from './history-schema.ts'

export type StoredCheckpoint = Readonly<LogCheckpointRow>

/** An entry to be kept, and the ids of its members in the order of their hashes. */
export interface NewEntry {
  readonly logged: LoggedEntry
  readonly memberIds: readonly string[]
}

/** Entries in the log = index of the next one. */
export const readLogSize = async (connection: Connection): Promise<number> => {
  const { rows } = await sql<{ last: number | null }>`select max(entry_index) as last from log_entries`.execute(
    connection,
  )
  return (rows[0]?.last ?? -1) + 1
}

/** An import makes tens of thousands of rows at once: one bound value of JSON costs a tenth of a value for each cell. */
const ROWS_PER_STATEMENT = 5_000
type Cell = string | number | null
const inParts = async (
  rows: readonly (readonly Cell[])[],
  insert: (json: string) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    await insert(JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT)))
}

const entryRow = ({ logged }: NewEntry, index: number): readonly Cell[] => {
  const [opening] = logged.openings
  const body = Buffer.from(logged.body).toString('utf8')
  return [
    index,
    opening?.recordKind ?? null,
    opening?.recordId ?? lookupIdOf(logged.entry),
    body,
    toHex(logged.leafHash),
  ]
}

/** Adds entries at the end of the log, in the transaction of what they speak of. The index of the first. */
export const appendEntries = async (tx: WriteConnection, entries: readonly NewEntry[]): Promise<number> => {
  const firstIndex = await readLogSize(tx)
  const rows = entries.map((entry, at) => entryRow(entry, firstIndex + at))
  const openings = entries.flatMap(({ logged }, at) =>
    logged.openings.map(({ recordKind, salt }): Cell[] => [firstIndex + at, recordKind, toHex(salt)]),
  )
  const members = entries.flatMap(({ logged, memberIds }, at) =>
    logged.memberHashes.map((hash, position): Cell[] => [
      firstIndex + at,
      position,
      memberIds[position] ?? '',
      toHex(hash),
    ]),
  )
  await inParts(rows, json =>
    sql`insert into log_entries (entry_index, record_kind, record_id, body, leaf_hash)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(${json})`.execute(tx),
  )
  await inParts(openings, json =>
    sql`insert into log_openings (entry_index, record_kind, salt)
      select value ->> 0, value ->> 1, value ->> 2 from json_each(${json})`.execute(tx),
  )
  await inParts(members, json =>
    sql`insert into log_members (entry_index, position, record_id, member_hash)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${json})`.execute(tx),
  )
  return firstIndex
}

/** A hash that was edited into something else is no hash: it equals none. */
const NO_HASH = new Uint8Array(0)
const hashOf = (hex: unknown): Uint8Array => (typeof hex === 'string' ? fromHex(hex) : null) ?? NO_HASH

const ENTRIES_PER_QUERY = 1_000

/** Entries from one index up to, not including, another, in order, some at a time. */
export async function* readEntries(
  connection: Connection,
  fromIndex = 0,
  endIndex = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<readonly StoredEntry[]> {
  for (let next = fromIndex; next < endIndex;) {
    const rows = await connection
      .selectFrom('logEntries')
      .select(['entryIndex', 'recordKind', 'recordId', 'body', 'leafHash'])
      .where('entryIndex', '>=', next)
      .where('entryIndex', '<', endIndex)
      .orderBy('entryIndex')
      .limit(ENTRIES_PER_QUERY)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    next = last.entryIndex + 1
    yield rows.map(({ entryIndex, recordKind, recordId, body, leafHash }) => ({
      index: entryIndex,
      lookup: { recordKind, recordId },
      body: toUtf8(String(body)),
      leafHash: hashOf(leafHash),
    }))
  }
}

/** Index of the newest entry of a record, or of a run, among the first `size`; null = there is none. */
export const findEntryOf = async (connection: Connection, recordId: string, size: number): Promise<number | null> => {
  const row = await connection
    .selectFrom('logEntries')
    .select('entryIndex')
    .where('recordId', '=', recordId)
    .where('entryIndex', '<', size)
    .orderBy('entryIndex', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.entryIndex ?? null
}

/** Records of one kind that an erasure in a consultation is on record for. */
export const readErasedIds = async (
  connection: Connection,
  consultationId: string,
  recordKind: SealedKind,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`select distinct subject.value ->> 'recordId' as id
    from log_entries, json_each(log_entries.body, '$.subjects') as subject
    where record_id is null and json_valid(body) and body ->> 'kind' = 'erasure-made' and body ->> 'consultationId' = ${consultationId}
      and subject.value ->> 'recordKind' = ${recordKind}`.execute(connection)
  return new Set(rows.map(({ id }) => id))
}

/** Whether the log says that it covers what the desk keeps: in a store from before that, it does not yet. */
export const isCoverageBegun = async (connection: Connection): Promise<boolean> =>
  (await findEntryOf(connection, COVERAGE_ID, Number.MAX_SAFE_INTEGER)) !== null

export interface StoredSalt {
  readonly entryIndex: number
  readonly recordKind: SealedKind
}
export const saltKey = ({ entryIndex, recordKind }: StoredSalt): string => `${entryIndex} ${recordKind}`

const SALTS_PER_QUERY = 900

/** Salts by entry and kind (`saltKey`). Missing where they were erased, or damaged. */
export const readSalts = async (
  connection: Connection,
  entryIndexes: readonly number[],
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const salts = new Map<string, Uint8Array>()
  for (let from = 0; from < entryIndexes.length; from += SALTS_PER_QUERY) {
    const rows = await connection
      .selectFrom('logOpenings')
      .selectAll()
      .where('entryIndex', 'in', entryIndexes.slice(from, from + SALTS_PER_QUERY))
      .execute()
    for (const { entryIndex, recordKind, salt } of rows) salts.set(`${entryIndex} ${recordKind}`, hashOf(salt))
  }
  return salts
}

/** Members of an entry as they were logged: record and hash, in order. */
export const readLoggedMembers = async (
  connection: Connection,
  entryIndex: number,
): Promise<readonly { readonly recordId: string; readonly hash: Uint8Array }[]> => {
  const rows = await connection
    .selectFrom('logMembers')
    .select(['position', 'recordId', 'memberHash'])
    .where('entryIndex', '=', entryIndex)
    .orderBy('position')
    .execute()
  // One that was moved has no place in the entry.
  return rows.map(({ position, recordId, memberHash }, at) => ({
    recordId,
    hash: position === at ? hashOf(memberHash) : NO_HASH,
  }))
}

/** Hashes of the members of every entry that has any, entry by entry, as they were logged. */
export async function* readMemberHashes(
  connection: Connection,
): AsyncGenerator<{ readonly entryIndex: number; readonly hashes: readonly Uint8Array[] }> {
  const rows = await connection.selectFrom('logMembers').select('entryIndex').distinct().orderBy('entryIndex').execute()
  for (const { entryIndex } of rows) {
    const members = await readLoggedMembers(connection, entryIndex)
    yield { entryIndex, hashes: members.map(({ hash }) => hash) }
  }
}

export const insertCheckpoint = async (tx: WriteConnection, checkpoint: StoredCheckpoint): Promise<void> => {
  await tx.insertInto('logCheckpoints').values(checkpoint).execute()
}
export const readCheckpoints = (connection: Connection): Promise<readonly StoredCheckpoint[]> =>
  connection.selectFrom('logCheckpoints').selectAll().orderBy('treeSize').execute()

/** The newest checkpoint that was signed; null before the first. */
export const readLastCheckpoint = async (connection: Connection): Promise<StoredCheckpoint | null> =>
  (await connection.selectFrom('logCheckpoints').selectAll().orderBy('treeSize', 'desc').limit(1).executeTakeFirst()) ??
  null

/** false = the checkpoint bears this line already. */
export const insertCosignature = async (tx: WriteConnection, row: Readonly<LogCosignatureRow>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('logCosignatures')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
export const readCosignatures = async (connection: Connection, treeSize: number): Promise<readonly string[]> =>
  (
    await connection
      .selectFrom('logCosignatures')
      .select('line')
      .where('treeSize', '=', treeSize)
      .orderBy('addedAt')
      .orderBy('line')
      .execute()
  ).map(({ line }) => line)
