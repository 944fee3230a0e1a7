import type { Connection, WriteConnection } from './connection.ts'
import type { SavedMappingRow, UploadRow } from './desk-schema.ts'

export type Upload = Readonly<UploadRow>
export type SavedMapping = Readonly<SavedMappingRow>

export const insertUpload = async (
  tx: WriteConnection,
  upload: Omit<Upload, 'state' | 'outcome' | 'doneAt'>,
): Promise<void> => {
  await tx
    .insertInto('uploads')
    .values({ ...upload, state: 'staged', outcome: null, doneAt: null })
    .execute()
}

export const findUpload = async (connection: Connection, id: string): Promise<Upload | null> =>
  (await connection.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** Files that wait, newest first: of one consultation, or of the site as a whole. */
export const readStagedUploads = (
  connection: Connection,
  consultationId: string | null,
): Promise<readonly Upload[]> => {
  const staged = connection
    .selectFrom('uploads')
    .selectAll()
    .where('state', '=', 'staged')
    .orderBy('receivedAt', 'desc')
  return consultationId === null
    ? staged.where('consultationId', 'is', null).execute()
    : staged.where('consultationId', '=', consultationId).execute()
}

export const readAllStaged = (connection: Connection): Promise<readonly Upload[]> =>
  connection.selectFrom('uploads').selectAll().where('state', '=', 'staged').execute()

export const writeDraft = async (tx: WriteConnection, id: string, draft: string): Promise<void> => {
  await tx.updateTable('uploads').set({ draft }).where('id', '=', id).where('state', '=', 'staged').execute()
}

/** Done with: imported, or given up. False where it was so already. */
export const endUpload = async (
  tx: WriteConnection,
  id: string,
  end: { readonly state: 'imported' | 'dropped'; readonly outcome: string | null; readonly doneAt: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('uploads')
    .set(end)
    .where('id', '=', id)
    .where('state', '=', 'staged')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The newest version of each, by name. */
export const readSavedMappings = async (connection: Connection): Promise<readonly SavedMapping[]> => {
  const rows = await connection.selectFrom('savedMappings').selectAll().orderBy('name').orderBy('version').execute()
  return [...new Map(rows.map(row => [row.name, row])).values()]
}

export const insertSavedMapping = async (tx: WriteConnection, mapping: SavedMapping): Promise<void> => {
  await tx.insertInto('savedMappings').values(mapping).execute()
}
