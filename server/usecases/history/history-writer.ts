import { randomBytes } from 'node:crypto'
import { NotCanonical } from '../../../data/log/canonical-json.ts'
import type { SetAsideRows } from '../../../data/log/log-import.ts'
import { logImport } from '../../../data/log/log-import.ts'
import { logDocument, logSuggestions, type SuggestionsRun } from '../../../data/log/log-members.ts'
import { logRecord, logTextDecision, type RecordLoggedAlone } from '../../../data/log/log-record.ts'
import {
  logDeskRecord,
  logRemoval,
  logRetraction,
  type Removal,
  type Retraction,
} from '../../../data/log/log-removal.ts'
import { logEntry, type LoggedEntry, type LogOccasion } from '../../../data/log/logged-entry.ts'
import { SALT_BYTES } from '../../../data/log/seal.ts'
import type { DeskKind } from '../../../data/log/sealed-record.ts'
import type { RecordKind, StoredRecords } from '../../../data/model/record-kinds.ts'
import type { ImportManifest } from '../../../data/model/right-of-reply.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { appendEntries, readLogSize, type NewEntry } from '../../../data/store/history.ts'
import { inSealedOrder, readDeskRows } from '../../../data/store/history-desk.ts'
import { readPassagesToLog, readWithWords } from '../../../data/store/history-records.ts'
import { readRecord } from '../../../data/store/records.ts'
import type { SetAsideEntry } from '../../../data/store/imports.ts'

/** Half a surrogate pair cannot be stored: the store puts U+FFFD in its place, and what it holds is what is sealed. */
const asStored = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(asStored)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, asStored(of)]))
}

/** Tried as it is first: one text in a million needs more. */
const sealing = <Subject>(subject: Subject, log: (subject: Subject) => LoggedEntry): LoggedEntry => {
  try {
    return log(subject)
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error
    return log(asStored(subject) as Subject)
  }
}

export const documentIdsOf = (
  kind: 'document' | 'passage',
  records: readonly StoredRecords[RecordKind][],
): readonly string[] => records.map(record => String(Reflect.get(record, kind === 'document' ? 'id' : 'documentId')))

/** Salts drawn at once: asking the system for each alone costs more than all else about it. */
const SALTS_PER_DRAW = 512

let drawn: Uint8Array = new Uint8Array(0)

const newSalt = (): Uint8Array => {
  if (drawn.length < SALT_BYTES) drawn = randomBytes(SALT_BYTES * SALTS_PER_DRAW)
  const salt = drawn.slice(0, SALT_BYTES)
  drawn = drawn.subarray(SALT_BYTES)
  return salt
}

/**
 * Gathers the entries of the history for what one transaction writes, and appends them on `flush`. To be called in that
 * transaction, after the records themselves were written: a record and its entry are kept together or not at all.
 */
export class HistoryWriter {
  readonly #tx: WriteConnection
  readonly #occasion: LogOccasion
  #gathered: NewEntry[] = []

  constructor(tx: WriteConnection, occasion: LogOccasion) {
    this.#tx = tx
    this.#occasion = occasion
  }

  /** Index that the next entry will have. */
  async nextIndex(): Promise<number> {
    return (await readLogSize(this.#tx)) + this.#gathered.length
  }

  async flush(): Promise<void> {
    const entries = this.#gathered
    this.#gathered = []
    if (entries.length > 0) await appendEntries(this.#tx, entries)
  }

  /**
   * Records as they were just added or changed. A document is logged with its passages, and a passage by its document.
   * `words`: verbatim words by owner, where they are at hand; else they are read.
   */
  async records(
    kind: RecordKind,
    records: readonly StoredRecords[RecordKind][],
    words?: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (kind === 'document' || kind === 'passage') return this.documents(documentIdsOf(kind, records))
    const whole: readonly object[] =
      words === undefined
        ? await this.#withWords(kind, records)
        : records.map(record => (words.has(record.id) ? { ...record, text: words.get(record.id) } : record))
    this.#gather(whole.map(record => this.#alone(kind, record)))
  }

  /** Documents with the passages that they have now. */
  async documents(documentIds: Iterable<string>): Promise<void> {
    for (const id of new Set(documentIds)) {
      const document = await readRecord(this.#tx, 'document', id)
      if (document === null) continue
      const passages = await readPassagesToLog(this.#tx, id)
      const logged = sealing({ document, passages }, given =>
        logDocument(given.document, given.passages, this.#occasion, newSalt()),
      )
      this.#gather([{ logged, memberIds: passages.map(passage => passage.id) }])
    }
  }

  /** Points about whose public text a person has decided; where the decision was taken back, the point as it is now. */
  async textDecisions(points: readonly StoredRecords['point'][]): Promise<void> {
    const whole = await this.#withWords('point', points)
    this.#gather(
      whole.map(point =>
        point.publicTextKind === null
          ? this.#alone('point', point)
          : { logged: sealing(point, given => logTextDecision(given, this.#occasion, newSalt())), memberIds: [] },
      ),
    )
  }

  retractions(retractions: readonly Retraction[]): void {
    this.#gather(
      retractions.map(retraction => ({
        logged: sealing(retraction, given => logRetraction(given, this.#occasion, newSalt())),
        memberIds: [],
      })),
    )
  }

  /** What the desk keeps beside the records, as it stands now. */
  async deskRecords(kind: DeskKind, ids: readonly string[]): Promise<void> {
    const rows = await readDeskRows(this.#tx, kind, ids)
    this.#gather(
      rows.map(row => ({
        logged: sealing(row, given => logDeskRecord(kind, given, this.#occasion, newSalt())),
        memberIds: [],
      })),
    )
  }

  /** Records taken out of public view, or erased, with both admins and the reason. */
  removal(removal: Removal): void {
    this.#gather(logRemoval(removal, this.#occasion).map(logged => ({ logged, memberIds: [] })))
  }

  suggestions(run: SuggestionsRun): void {
    this.#gather([{ logged: logSuggestions(run, this.#occasion), memberIds: run.links.map(({ id }) => id) }])
  }

  /** After everything the import wrote, from `firstIndex` on. */
  async import(manifest: ImportManifest, setAside: readonly SetAsideEntry[], firstIndex: number): Promise<void> {
    const range = { firstIndex, endIndex: await this.nextIndex() }
    const rows: SetAsideRows = { id: manifest.id, rows: inSealedOrder(setAside) }
    const salts = { manifest: newSalt(), setAside: newSalt() }
    const logged = sealing({ manifest, rows }, given =>
      logImport(given.manifest, given.rows, range, this.#occasion, salts),
    )
    this.#gather([{ logged, memberIds: [] }])
    await this.deskRecords('source-rows', [manifest.id])
  }

  /** An entry that seals no record: a role, a key, a sign of life. */
  plain(values: readonly object[]): void {
    this.#gather(values.map(value => ({ logged: logEntry({ ...this.#occasion, ...value }), memberIds: [] })))
  }

  #alone(kind: RecordLoggedAlone, record: object): NewEntry {
    // The kind and its record come as a pair; the types of a table by kind cannot say so.
    const log = logRecord as (
      kind: RecordLoggedAlone,
      record: object,
      occasion: LogOccasion,
      salt: Uint8Array,
    ) => LoggedEntry
    return { logged: sealing(record, given => log(kind, given, this.#occasion, newSalt())), memberIds: [] }
  }

  async #withWords<Of extends object>(kind: RecordKind, records: readonly Of[]): Promise<readonly Of[]> {
    return (await readWithWords(this.#tx, kind, records)) as readonly Of[]
  }

  #gather(entries: readonly NewEntry[]): void {
    for (const entry of entries) this.#gathered.push(entry)
  }
}
