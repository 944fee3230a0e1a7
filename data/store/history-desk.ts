import { createHash } from 'node:crypto'
import { DESK_KINDS, type DeskKind } from '../log/sealed-record.ts'
import type { Connection } from './connection.ts'
import { readStrayActionIds, ROWS_PER_QUERY, rowsByKey, selectRows, type AnyRow } from './history-rows.ts'

/** A row that the desk keeps, as it is sealed: for some kinds with the rows that belong to it. */
export interface DeskRow {
  readonly id: string
  readonly consultationId: string | null
  readonly record: { readonly id: string }
}

type Complete = (connection: Connection, rows: readonly AnyRow[]) => Promise<readonly AnyRow[]>
interface DeskTable {
  readonly table: string
  /** Column by whose values rows are found; together with its value under `id` it names the record. */
  readonly key: string
  /** Where one record is not one whole row. */
  readonly complete?: Complete
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Secrets change with every sign-in and are no part of who a person is: the others say under which code and name they judged. */
const accountsWithoutSecrets: Complete = (_connection, rows) =>
  Promise.resolve(
    rows.map(({ id, code, loginName, displayName, state, createdAt, createdById }) => ({
      id,
      code,
      loginName,
      displayName,
      state,
      createdAt,
      createdById,
    })),
  )

/** The bytes are many: their hash is sealed. */
const archivesByHash: Complete = (_connection, rows) =>
  Promise.resolve(
    rows.map(({ records, ...row }) => ({
      ...row,
      recordsSha256: records instanceof Uint8Array ? sha256(records) : 'no bytes',
    })),
  )

const keyed = (rows: readonly AnyRow[], key: string): ReadonlyMap<unknown, readonly AnyRow[]> => {
  const byKey = new Map<unknown, AnyRow[]>()
  for (const row of rows) {
    const own = byKey.get(row[key]) ?? []
    byKey.set(row[key], own)
    own.push(row)
  }
  return byKey
}

/** What one press did, with the records it made: it can be taken back whole. */
const actionsWithRecords: Complete = async (connection, rows) => {
  const ids = rows.map(({ id }) => String(id))
  const made = await connection
    .selectFrom('reviewActionRecords')
    .selectAll()
    .where('actionId', 'in', ids)
    .orderBy('subjectId')
    .execute()
  const byAction = keyed(made, 'actionId')
  return rows.map(row => ({
    ...row,
    records: (byAction.get(row['id']) ?? []).map(({ actionId: _, ...record }) => record),
  }))
}

/** A large import becomes tens of thousands of rows: one hash over all of them, in the order of their keys, is sealed. */
const sourceRowsOf = async (connection: Connection, importId: string): Promise<AnyRow> => {
  const hash = createHash('sha256')
  let rowCount = 0
  const rows = connection
    .selectFrom('sourceRows')
    .select(['recordKind', 'scopeId', 'ref', 'recordId', 'rowSha256'])
    .where('importId', '=', importId)
    .orderBy('recordKind')
    .orderBy('scopeId')
    .orderBy('ref')
    .stream()
  for await (const { recordKind, scopeId, ref, recordId, rowSha256 } of rows) {
    hash.update(`${JSON.stringify([recordKind, scopeId, ref, recordId, rowSha256])}\n`)
    rowCount += 1
  }
  return { id: importId, rowCount, rowsSha256: hash.digest('hex') }
}

const setAsideOf = async (connection: Connection, importId: string): Promise<AnyRow> => {
  const rows = await connection.selectFrom('setAsideRows').selectAll().where('importId', '=', importId).execute()
  return { id: importId, rows: inSealedOrder(rows) }
}

const eachImport =
  (rowsOf: (connection: Connection, importId: string) => Promise<AnyRow>): Complete =>
  async (connection, rows) => {
    const found: AnyRow[] = []
    for (const { importId } of rows) found.push(await rowsOf(connection, String(importId)))
    return found
  }

/** Rows set aside, in the one order in which they are sealed. */
export const inSealedOrder = <Row extends { sourceRow: number; code: string; message: string; raw: string }>(
  rows: readonly Readonly<Row>[],
): readonly Readonly<Row>[] => {
  const keyOf = ({ code, message, raw }: Readonly<Row>): string => JSON.stringify([code, message, raw])
  return [...rows].sort((one, other) => {
    if (one.sourceRow !== other.sourceRow) return Number(one.sourceRow) - Number(other.sourceRow)
    return keyOf(one) < keyOf(other) ? -1 : 1
  })
}

const DESK_TABLES: Readonly<Record<DeskKind, DeskTable>> = {
  'blind-record': { table: 'blindRecords', key: 'id' },
  'text-decision': { table: 'textDecisions', key: 'id' },
  'review-note': { table: 'reviewNotes', key: 'id' },
  disagreement: { table: 'disagreements', key: 'id' },
  account: { table: 'accounts', key: 'id', complete: accountsWithoutSecrets },
  'role-grant': { table: 'roleGrants', key: 'id' },
  'review-seed': { table: 'reviewSeeds', key: 'consultationId' },
  'review-action': { table: 'reviewActions', key: 'id', complete: actionsWithRecords },
  'consultation-mark': { table: 'consultationMarks', key: 'id' },
  'reply-link': { table: 'replyLinks', key: 'id' },
  'window-change': { table: 'windowChanges', key: 'id' },
  'dispute-letter': { table: 'disputeLetters', key: 'id' },
  removal: { table: 'removals', key: 'id' },
  'release-archive': { table: 'releaseArchives', key: 'releaseId', complete: archivesByHash },
  'self-check': { table: 'selfChecks', key: 'id' },
  'source-rows': { table: 'sourceRows', key: 'importId', complete: eachImport(sourceRowsOf) },
  'set-aside-rows': { table: 'setAsideRows', key: 'importId', complete: eachImport(setAsideOf) },
}

const asDeskRows = async (
  connection: Connection,
  { key, complete }: DeskTable,
  rows: readonly AnyRow[],
): Promise<readonly DeskRow[]> => {
  const whole = complete === undefined || rows.length === 0 ? rows : await complete(connection, rows)
  return whole.map((row, at) => {
    const id = String(rows[at]?.[key])
    const { consultationId } = row
    return { id, consultationId: typeof consultationId === 'string' ? consultationId : null, record: { ...row, id } }
  })
}

/** Where many rows make one record, each key is met once. */
const isDistinct = ({ key }: DeskTable): boolean => key === 'importId'

/** Rows of the desk as they stand, for the history. */
export const readDeskRows = async (
  connection: Connection,
  kind: DeskKind,
  ids: readonly string[],
): Promise<readonly DeskRow[]> => {
  const of = DESK_TABLES[kind]
  const found: DeskRow[] = []
  for (let from = 0; from < ids.length; from += ROWS_PER_QUERY) {
    const part = ids.slice(from, from + ROWS_PER_QUERY)
    const rows = await selectRows(connection, of.table, of.key, isDistinct(of)).where(of.key, 'in', part).execute()
    found.push(...(await asDeskRows(connection, of, rows)))
  }
  return found
}

/** Everything of these kinds that the desk keeps. */
export async function* readHeldDeskRows(
  connection: Connection,
  kinds: readonly DeskKind[] = DESK_KINDS,
): AsyncGenerator<{ readonly kind: DeskKind; readonly rows: readonly DeskRow[] }> {
  for (const kind of kinds) {
    const of = DESK_TABLES[kind]
    for await (const rows of rowsByKey(connection, of.table, of.key, isDistinct(of)))
      yield { kind, rows: await asDeskRows(connection, of, rows) }
  }
  const stray = await readStrayActionIds(connection)
  yield { kind: 'review-action', rows: stray.map(id => ({ id, consultationId: null, record: { id } })) }
}
