import type { Document } from '../model/document.ts'
import type { WriteConnection } from './connection.ts'
import { toRow } from './row-mapping.ts'

/** A known gap is filled: the record that was missing is on file now. Its id and its ref stay. */
export const writeHeldDocument = async (tx: WriteConnection, document: Document): Promise<void> => {
  const { title, holding, heldBy, source, publishedOn, url, note, sha256 } = toRow('document', document)
  await tx
    .updateTable('documents')
    .set({ title, holding, heldBy, source, publishedOn, url, note, sha256 })
    .where('id', '=', document.id)
    .execute()
}
