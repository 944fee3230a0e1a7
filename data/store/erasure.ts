import { sql } from 'kysely'
import type { SealedKind } from '../log/sealed-record.ts'
import type { RecordKind, StoredRecords } from '../model/record-kinds.ts'
import type { Connection, WriteConnection } from './connection.ts'
import { anyTable, type AnyRow } from './history-rows.ts'
import { toRow } from './row-mapping.ts'
import { TABLES, type SetAsideRow } from './schema.ts'

/** A record by its kind and id, as the history knows it. */
export interface ErasedSubject {
  readonly recordKind: SealedKind
  readonly recordId: string
}

/** Stands in place of the hash of an erased row: the file it came from does not bring it back. */
export const ERASED_ROW = 'erased'

/** Records with their words taken out, over what was there. */
export const writeErased = async <K extends RecordKind>(
  tx: WriteConnection,
  kind: K,
  records: readonly StoredRecords[K][],
): Promise<void> => {
  const table: string = TABLES[kind]
  for (const record of records) {
    const { id, ...row } = toRow(kind, record) as AnyRow
    await anyTable(tx).updateTable(table).set(row).where('id', '=', String(id)).execute()
  }
}

export const deleteWords = async (tx: WriteConnection, ownerIds: readonly string[]): Promise<void> => {
  await tx.deleteFrom('verbatims').where('ownerId', 'in', ownerIds).execute()
}

/** Whatever opens a seal of these records, also of what they were before: nothing can be guessed from the log any more. */
export const deleteSalts = async (tx: WriteConnection, subjects: readonly ErasedSubject[]): Promise<void> => {
  for (const { recordKind, recordId } of subjects)
    await sql`delete from log_openings where record_kind = ${recordKind}
      and entry_index in (select entry_index from log_entries where record_id = ${recordId})`.execute(tx)
}

const NOTES = { 'review-note': 'reviewNotes', 'text-decision': 'textDecisions' } as const

/** Notes of reviewers and drafts of texts about these points: they quote. What was deleted. */
export const deleteNotes = async (
  tx: WriteConnection,
  pointIds: readonly string[],
): Promise<readonly ErasedSubject[]> => {
  const gone: ErasedSubject[] = []
  for (const kind of ['review-note', 'text-decision'] as const) {
    const rows = await tx.deleteFrom(NOTES[kind]).where('pointId', 'in', pointIds).returning('id').execute()
    gone.push(...rows.map(({ id }) => ({ recordKind: kind, recordId: id })))
  }
  // Not in the history: what a second reader noted about the text.
  await tx.deleteFrom('textReadings').where('pointId', 'in', pointIds).execute()
  return gone
}

export const readBlindTexts = (
  connection: Connection,
  pointIds: readonly string[],
): Promise<readonly { readonly id: string; readonly record: string }[]> =>
  connection.selectFrom('blindRecords').select(['id', 'record']).where('pointId', 'in', pointIds).execute()
export const writeBlindText = async (tx: WriteConnection, id: string, record: string): Promise<void> => {
  await tx.updateTable('blindRecords').set({ record }).where('id', '=', id).execute()
}

/** Forgets the hash of the rows that became these records. The imports they came with. */
export const forgetSourceRows = async (
  tx: WriteConnection,
  recordIds: readonly string[],
): Promise<readonly string[]> => {
  const rows = await tx
    .updateTable('sourceRows')
    .set({ rowSha256: ERASED_ROW })
    .where('recordId', 'in', recordIds)
    .returning('importId')
    .execute()
  return [...new Set(rows.map(({ importId }) => importId))]
}

/** A row as it was set aside, and the consultation that its import wrote to; null = more than one. */
export type SetAsideWords = Readonly<SetAsideRow> & { readonly importedInto: string | null }
/** Rows that imports into a consultation set aside, and those of any import in which one of these names stands. */
export const readSetAsideWords = (
  connection: Connection,
  consultationId: string,
  names: readonly string[],
): Promise<readonly SetAsideWords[]> =>
  connection
    .selectFrom('setAsideRows')
    .innerJoin('imports', 'imports.id', 'setAsideRows.importId')
    .selectAll('setAsideRows')
    .select('imports.consultationId as importedInto')
    .where(({ eb, or }) =>
      or([
        eb('imports.consultationId', '=', consultationId),
        eb('imports.consultationId', 'is', null),
        ...names.map(name => sql<boolean>`instr(set_aside_rows.raw, ${name}) > 0`),
      ]),
    )
    .execute()

/** Keeps that a row was set aside, and nothing of what stood in it. */
export const emptySetAsideRow = async (tx: WriteConnection, row: SetAsideWords): Promise<void> => {
  await tx
    .updateTable('setAsideRows')
    .set({ raw: '', message: 'Erased.' })
    .where('importId', '=', row.importId)
    .where('sourceRow', '=', row.sourceRow)
    .where('raw', '=', row.raw)
    .execute()
}

export const replaceArchive = async (tx: WriteConnection, releaseId: string, records: Uint8Array): Promise<void> => {
  await tx.updateTable('releaseArchives').set({ records }).where('releaseId', '=', releaseId).execute()
}
export const deleteArchive = async (tx: WriteConnection, releaseId: string): Promise<void> => {
  await tx.deleteFrom('releaseArchives').where('releaseId', '=', releaseId).execute()
}
