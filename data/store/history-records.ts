import { createHash } from 'node:crypto'
import type { SealedKind } from '../log/sealed-record.ts'
import { RECORD_KIND_NAMES, type RecordKind, type StoredRecords } from '../model/record-kinds.ts'
import type { Connection } from './connection.ts'
import { readHeldDeskRows } from './history-desk.ts'
import { readStrayWords, ROWS_PER_QUERY, rowsByKey, type AnyRow } from './history-rows.ts'
import { fromRows, toRow } from './row-mapping.ts'
import { TABLES, type RowOf } from './schema.ts'

/** A record as it stands in the store now, whatever was done to it. */
export interface HeldRecord {
  readonly recordKind: SealedKind
  readonly recordId: string
  readonly record: object
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

const decodeManifest = (row: AnyRow): AnyRow => {
  try {
    const limits: unknown = JSON.parse(String(row['limits']))
    return JSON.stringify(limits) === row['limits'] ? { ...row, limits } : row
  } catch (error) {
    if (error instanceof SyntaxError) return row
    throw error
  }
}

/** Every record that has a seal of its own, or should have: all but passages. Suggested links are among them. */
export async function* readHeldRecords(connection: Connection): AsyncGenerator<readonly HeldRecord[]> {
  for (const kind of RECORD_KIND_NAMES.filter(name => name !== 'passage'))
    for await (const rows of rowsByKey(connection, TABLES[kind], 'id'))
      yield held(
        kind,
        await withWords(
          connection,
          kind,
          rows.map(row => decode(kind, row)),
        ),
      )
  const stray = await readStrayWords(connection)
  yield stray.map(({ ownerKind, ownerId }) => ({ recordKind: ownerKind, recordId: ownerId, record: { id: ownerId } }))
  for await (const rows of rowsByKey(connection, 'imports', 'id')) yield held('import', rows.map(decodeManifest))
  for await (const rows of rowsByKey(connection, 'retractions', 'id')) yield held('retraction', rows)
  for await (const { kind, rows } of readHeldDeskRows(connection))
    yield rows.map(({ id, record }) => ({ recordKind: kind, recordId: id, record }))
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
