import type { SetAsideRows } from '../../../data/log/log-import.ts'
import type { Retraction } from '../../../data/log/log-removal.ts'
import { DESK_KINDS, KEPT_DESK_KINDS } from '../../../data/log/sealed-record.ts'
import { RECORD_KIND_NAMES, type StoredRecords, type RecordKind } from '../../../data/model/record-kinds.ts'
import type { ImportManifest } from '../../../data/model/right-of-reply.ts'
import type { Connection, WriteConnection } from '../../../data/store/connection.ts'
import { isCoverageBegun, readLastCheckpoint, readLogSize } from '../../../data/store/history.ts'
import { readHeldDeskRows } from '../../../data/store/history-desk.ts'
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
  // Rows set aside and the rows that became records are sealed with their import.
  const isOfImport = first?.recordKind === 'set-aside-rows' || first?.recordKind === 'source-rows'
  const deskKind = isOfImport ? undefined : DESK_KINDS.find(kind => kind === first?.recordKind)
  // What the store holds under a kind is a record of that kind: there is no history yet that could say otherwise.
  if (recordKind !== undefined) await history.records(recordKind, records as readonly StoredRecords[RecordKind][])
  else if (deskKind !== undefined)
    await history.deskRecords(
      deskKind,
      page.map(({ recordId }) => recordId),
    )
  else if (first?.recordKind === 'retraction') history.retractions(records as readonly Retraction[])
  else if (first?.recordKind === 'import') kept.manifests.push(...(records as readonly ImportManifest[]))
  else if (first?.recordKind === 'set-aside-rows')
    for (const rows of records as readonly SetAsideRows[]) kept.setAside.set(rows.id, rows)
  await history.flush()
}

/** Raised when the history begins to cover more tables: rows that a store held before are then sealed once, as they are. */
const COVERAGE = 2

const beginCoverage = async (history: HistoryWriter): Promise<void> => {
  history.plain([{ kind: 'coverage-begun', consultationId: null, coverage: COVERAGE }])
  await history.flush()
}

/** A log from before it covered what the desk keeps: goes on with what there is of it. Once, so that nothing slips in later. */
const adoptDesk = async (tx: WriteConnection, history: HistoryWriter): Promise<void> => {
  const kinds = KEPT_DESK_KINDS.filter(kind => kind !== 'set-aside-rows')
  for await (const { kind, rows } of readHeldDeskRows(tx, kinds)) {
    await history.deskRecords(
      kind,
      rows.map(({ id }) => id),
    )
    await history.flush()
  }
}

const adopt = async (tx: WriteConnection, history: HistoryWriter): Promise<void> => {
  const kept: Kept = { manifests: [], setAside: new Map() }
  for await (const page of readHeldRecords(tx)) await adoptPage(history, page, kept)
  for (const manifest of kept.manifests)
    await history.import(manifest, (kept.setAside.get(manifest.id)?.rows ?? []) as readonly SetAsideEntry[], 0)
  await history.flush()
}

const isBegun = async (connection: Connection): Promise<boolean> =>
  (await readLogSize(connection)) > 0 || (await readLastCheckpoint(connection)) !== null

const isEmptied = async (connection: Connection): Promise<boolean> =>
  (await readLogSize(connection)) === 0 && (await readLastCheckpoint(connection)) !== null

const begin = async (tx: WriteConnection, at: string): Promise<number> => {
  if (await isCoverageBegun(tx)) return 0
  const history = new HistoryWriter(tx, { at, byId: null })
  const isOld = await isBegun(tx)
  await beginCoverage(history)
  await (isOld ? adoptDesk(tx, history) : adopt(tx, history))
  return readLogSize(tx)
}

/**
 * A new store begins its history. A store from before there was one begins it with what it holds: how the records came to be so is not
 * known, from here on it is. An emptied log is not taken for a new one: where something was signed, nothing is adopted.
 */
export const adoptRecords = async ({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): Promise<void> => {
  if ((await isCoverageBegun(store.reader)) || (await isEmptied(store.reader))) return
  const entryCount = await store.write(tx => begin(tx, clock.now()))
  log.info({ event: 'history-begun', entryCount }, 'the history begins with the records there are')
}
