import type { SetAsideRows } from '../../../data/log/log-import.ts'
import type { Retraction } from '../../../data/log/log-removal.ts'
import { DESK_KINDS } from '../../../data/log/sealed-record.ts'
import { RECORD_KIND_NAMES, type StoredRecords, type RecordKind } from '../../../data/model/record-kinds.ts'
import type { ImportManifest } from '../../../data/model/right-of-reply.ts'
import { readBodies } from '../../../data/store/bodies.ts'
import type { Connection, WriteConnection } from '../../../data/store/connection.ts'
import { readLastCheckpoint, readLogSize } from '../../../data/store/history.ts'
import { readHeldRecords, type HeldRecord } from '../../../data/store/history-records.ts'
import type { SetAsideEntry } from '../../../data/store/imports.ts'
import type { Deps } from '../../deps.ts'
import { HistoryWriter } from './history-writer.ts'

interface Kept {
  readonly manifests: ImportManifest[]
  readonly setAside: Map<string, SetAsideRows>
}

/** Records come a page of one kind at a time; imports are kept for the end, after everything they wrote. */
const adoptPage = async (history: HistoryWriter, page: readonly HeldRecord[], kept: Kept): Promise<void> => {
  const [first] = page
  const records = page.map(({ record }) => record)
  const recordKind = RECORD_KIND_NAMES.find(kind => kind === first?.recordKind)
  const deskKind = DESK_KINDS.find(kind => kind === first?.recordKind)
  // What the store holds under a kind is a record of that kind: there is no history yet that could say otherwise.
  if (recordKind !== undefined) await history.records(recordKind, records as readonly StoredRecords[RecordKind][])
  else if (deskKind !== undefined)
    await history.deskRecords(
      deskKind,
      page.map(({ recordId }) => recordId),
    )
  else if (first?.recordKind === 'retraction') history.retractions(records as readonly Retraction[])
  else if (first?.recordKind === 'import') kept.manifests.push(...(records as readonly ImportManifest[]))
  else for (const rows of records as readonly SetAsideRows[]) kept.setAside.set(rows.id, rows)
  await history.flush()
}

const adopt = async (tx: WriteConnection, at: string): Promise<number> => {
  const history = new HistoryWriter(tx, { at, byId: null })
  const kept: Kept = { manifests: [], setAside: new Map() }
  for await (const page of readHeldRecords(tx)) await adoptPage(history, page, kept)
  for (const manifest of kept.manifests)
    await history.import(manifest, (kept.setAside.get(manifest.id)?.rows ?? []) as readonly SetAsideEntry[], 0)
  await history.flush()
  return readLogSize(tx)
}

/**
 * A store from before there was a history begins it with what it holds: how the records came to be so is not known, from here on
 * it is. Only where nothing was ever logged or signed, so that an emptied log is not taken for a new one.
 */
export const adoptRecords = async ({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): Promise<void> => {
  const isBegun = async (connection: Connection): Promise<boolean> =>
    (await readLogSize(connection)) > 0 || (await readLastCheckpoint(connection)) !== null
  if ((await isBegun(store.reader)) || (await readBodies(store.reader)).length === 0) return
  const entryCount = await store.write(async tx => ((await isBegun(tx)) ? 0 : adopt(tx, clock.now())))
  log.info({ event: 'history-begun', entryCount }, 'the history begins with the records there are')
}
