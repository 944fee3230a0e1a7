import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { SetAsideRows } from '../log/log-import.ts'
import { DESK_KINDS, type DeskKind, type SealedKind } from '../log/sealed-record.ts'
import { RECORD_KIND_NAMES, type RecordKind, type StoredRecords } from '../model/record-kinds.ts'
import type { Connection } from './connection.ts'
import { fromRows, toRow } from './row-mapping.ts'
import { TABLES, type RowOf, type SetAsideRow } from './schema.ts'

/** A record as it stands in the store now, whatever was done to it. */
export interface HeldRecord {
  readonly recordKind: SealedKind
  readonly recordId: string
  readonly record: object
}

type AnyRow = Readonly<Record<string, unknown>>
type AnyTable = Kysely<Record<string, Record<string, unknown>>>
const anyTable = (connection: Connection): AnyTable => connection as unknown as AnyTable

const ROWS_PER_QUERY = 1_000

/** Rows of a table by id, some at a time: a store of any size is walked without holding it. */
async function* rowsById(connection: Connection, table: string): AsyncGenerator<readonly AnyRow[]> {
  for (let after = ''; ;) {
    const rows = await anyTable(connection)
      .selectFrom(table)
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_PER_QUERY)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = String(last['id'])
    yield rows
  }
}

/** A row that this program would not have written, such as a list that is no JSON, is given as it is: its seal differs. */
const decode = (kind: RecordKind, row: AnyRow): AnyRow => {
  try {
    const [record] = fromRows(kind, [row as unknown as RowOf<RecordKind>])
    if (record === undefined) return row
    const again: AnyRow = { ...toRow(kind, record) }
    return Object.entries(row).every(([name, value]) => again[name] === value) ? { ...record } : row
  } catch (error) {
    if (error instanceof SyntaxError) return row
    throw error
  }
}

const hasWords = (kind: SealedKind): kind is 'contribution' | 'point' => kind === 'contribution' || kind === 'point'
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Words of each owner under `text`. Where the words no longer agree with what is kept beside them, so does the record. */
const withWords = async (
  connection: Connection,
  kind: SealedKind,
  records: readonly AnyRow[],
): Promise<readonly AnyRow[]> => {
  if (!hasWords(kind) || records.length === 0) return records
  const held = await connection
    .selectFrom('verbatims')
    .select(['ownerId', 'text', 'sha256', 'consultationId'])
    .where('ownerKind', '=', kind)
    .where(
      'ownerId',
      'in',
      records.map(({ id }) => String(id)),
    )
    .execute()
  const byOwner = new Map(held.map(row => [row.ownerId, row]))
  return records.map(record => {
    const words = byOwner.get(String(record['id']))
    if (words === undefined) return record
    const isWhole = words.sha256 === sha256(String(words.text)) && words.consultationId === record['consultationId']
    return isWhole ? { ...record, text: words.text } : { ...record, text: words.text, textSha256Kept: words.sha256 }
  })
}

const held = (recordKind: SealedKind, records: readonly AnyRow[]): readonly HeldRecord[] =>
  records.map(record => ({ recordKind, recordId: String(record['id']), record }))

/** A record together with its words, as it is sealed. */
export const readWithWords = async (
  connection: Connection,
  kind: SealedKind,
  records: readonly object[],
): Promise<readonly object[]> =>
  withWords(
    connection,
    kind,
    records.map(record => ({ ...record })),
  )

/** Rows set aside, in the one order in which they are sealed. */
export const inSealedOrder = <Row extends Pick<SetAsideRow, 'sourceRow' | 'code' | 'message' | 'raw'>>(
  rows: readonly Row[],
): readonly Row[] => {
  const keyOf = ({ code, message, raw }: Row): string => JSON.stringify([code, message, raw])
  return [...rows].sort((one, other) => {
    if (one.sourceRow !== other.sourceRow) return Number(one.sourceRow) - Number(other.sourceRow)
    return keyOf(one) < keyOf(other) ? -1 : 1
  })
}

const readSetAside = async (connection: Connection, importId: string): Promise<SetAsideRows> => {
  const rows = await connection.selectFrom('setAsideRows').selectAll().where('importId', '=', importId).execute()
  return { id: importId, rows: inSealedOrder(rows) }
}

const decodeManifest = (row: AnyRow): AnyRow => {
  try {
    const limits: unknown = JSON.parse(String(row['limits']))
    return JSON.stringify(limits) === row['limits'] ? { ...row, limits } : row
  } catch (error) {
    if (error instanceof SyntaxError) return row
    throw error
  }
}

async function* heldImports(connection: Connection): AsyncGenerator<readonly HeldRecord[]> {
  for await (const rows of rowsById(connection, 'imports')) {
    yield held('import', rows.map(decodeManifest))
    for (const { id } of rows) {
      const setAside = await readSetAside(connection, String(id))
      if (setAside.rows.length > 0) yield [{ recordKind: 'set-aside-rows', recordId: String(id), record: setAside }]
    }
  }
}

const DESK_TABLES = {
  'blind-record': 'blindRecords',
  'text-decision': 'textDecisions',
  'review-note': 'reviewNotes',
  disagreement: 'disagreements',
} as const satisfies Record<DeskKind, string>

/** Rows of the desk as they stand, for the history. */
export const readDeskRows = async (
  connection: Connection,
  kind: DeskKind,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly consultationId: string }[]> => {
  const table: string = DESK_TABLES[kind]
  const found = []
  for (let from = 0; from < ids.length; from += ROWS_PER_QUERY)
    found.push(
      ...(await anyTable(connection)
        .selectFrom(table)
        .selectAll()
        .where('id', 'in', ids.slice(from, from + ROWS_PER_QUERY))
        .execute()),
    )
  return found.map(row => ({ ...row, id: String(row['id']), consultationId: String(row['consultationId']) }))
}

/** Every record that has a seal of its own, or should have: all but passages. Suggested links are among them. */
export async function* readHeldRecords(connection: Connection): AsyncGenerator<readonly HeldRecord[]> {
  for (const kind of RECORD_KIND_NAMES.filter(name => name !== 'passage'))
    for await (const rows of rowsById(connection, TABLES[kind]))
      yield held(
        kind,
        await withWords(
          connection,
          kind,
          rows.map(row => decode(kind, row)),
        ),
      )
  yield* heldImports(connection)
  for await (const rows of rowsById(connection, 'retractions')) yield held('retraction', rows)
  for (const kind of DESK_KINDS)
    for await (const rows of rowsById(connection, DESK_TABLES[kind])) yield held(kind, rows)
}

const OWNERS_PER_QUERY = 50

/** Passages of every document that has any, one document after another, in the order in which they are logged. */
export async function* readHeldPassages(
  connection: Connection,
): AsyncGenerator<{ readonly documentId: string; readonly passages: readonly HeldRecord[] }> {
  const documentIds = await connection
    .selectFrom('passages')
    .select('documentId')
    .distinct()
    .orderBy('documentId')
    .execute()
  for (let from = 0; from < documentIds.length; from += OWNERS_PER_QUERY) {
    const ids = documentIds.slice(from, from + OWNERS_PER_QUERY).map(({ documentId }) => documentId)
    const rows = await passageRows(connection, ids)
    for (const documentId of ids) {
      const own = rows.filter(row => row.documentId === documentId)
      yield {
        documentId,
        passages: held(
          'passage',
          own.map(row => decode('passage', row)),
        ),
      }
    }
  }
}

const passageRows = (connection: Connection, documentIds: readonly string[]) =>
  connection
    .selectFrom('passages')
    .selectAll()
    .where('documentId', 'in', documentIds)
    .orderBy('documentId')
    .orderBy('ordinal')
    .orderBy('id')
    .execute()

/** Passages of one document in the order in which they are logged. */
export const readPassagesToLog = async (
  connection: Connection,
  documentId: string,
): Promise<readonly StoredRecords['passage'][]> => fromRows('passage', await passageRows(connection, [documentId]))

/** Links by their ids, in the order of the ids asked for; those that are gone are left out. */
export const readHeldLinks = async (connection: Connection, ids: readonly string[]): Promise<readonly HeldRecord[]> => {
  const found = new Map<string, HeldRecord>()
  for (let from = 0; from < ids.length; from += ROWS_PER_QUERY) {
    const rows = await connection
      .selectFrom('links')
      .selectAll()
      .where('id', 'in', ids.slice(from, from + ROWS_PER_QUERY))
      .execute()
    for (const record of held(
      'link',
      rows.map(row => decode('link', row)),
    ))
      found.set(record.recordId, record)
  }
  return ids.flatMap(id => found.get(id) ?? [])
}
