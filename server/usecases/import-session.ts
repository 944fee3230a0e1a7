import type { AcceptedRow, DecodedRecord, ImportedRow, RowProblem } from '../../data/import/decoded-record.ts'
import { asDuplicate, asSetAside } from '../../data/import/judge-row.ts'
import { isKindOfStage, LINK_KINDS_BY_STAGE, type LinkKind } from '../../data/model/link.ts'
import type { RecordKind, StoredRecords } from '../../data/model/record-kinds.ts'
import type { Connection, WriteConnection } from '../../data/store/connection.ts'
import { ERASED_ROW } from '../../data/store/erasure.ts'
import { findFormerSlug } from '../../data/store/former-slugs.ts'
import { insertSourceEntries, readSourceHashes, type SourceEntry } from '../../data/store/imports.ts'
import { insertRecords, readHighestNumber, readRecord } from '../../data/store/records.ts'
import { insertVerbatims, type Verbatim } from '../../data/store/verbatims.ts'
import { documentIdsOf, type HistoryWriter } from './history/history-writer.ts'
import {
  badRelease,
  badSlug,
  missingReference,
  otherWords,
  slugFault,
  wrongLinkKind,
  type SlugFault,
} from './import-problems.ts'
import { PassageStages } from './passage-stages.ts'
import { ReferenceIndex, type ScopeId } from './reference-index.ts'
import { resolveRecord, type MissingReference, type ResolvedRecord } from './resolve-record.ts'
import { sha256Of } from './sha256-of.ts'

type Placed = ResolvedRecord & { readonly id: string }

/**
 * Takes the rows of one file, one after another, against what the store already holds: decides which are duplicates
 * and which name something nobody holds, and gathers the rest for `flush`. It writes nothing itself, so a dry run is
 * the same session without flushing.
 */
export class ImportSession {
  readonly touchedConsultationIds = new Set<string>()
  /** Links of a platform to points that are not on record: left out, counted, their rows kept. */
  leftOutCount = 0
  /** Documents that came, or got passages: each is one entry of the history, when all its passages are there. */
  readonly touchedDocumentIds = new Set<string>()
  readonly #connection: Connection
  readonly #importId: string
  readonly #newId: () => string
  readonly #index: ReferenceIndex
  readonly #stages: PassageStages
  readonly #hashes = new Map<string, Promise<Map<string, string>>>()
  readonly #occurrences = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  #records = new Map<RecordKind, StoredRecords[RecordKind][]>()
  #verbatims: Verbatim[] = []
  #sources: SourceEntry[] = []

  constructor(connection: Connection, importId: string, newId: () => string) {
    this.#connection = connection
    this.#importId = importId
    this.#newId = newId
    this.#index = new ReferenceIndex(connection)
    this.#stages = new PassageStages(connection)
  }

  /** A record that the file as a whole states. One already held under its ref is kept as it is; `differs` = other words. */
  async takeGiven(
    decoded: DecodedRecord,
  ): Promise<
    MissingReference | { readonly fault: SlugFault } | { readonly isNew: boolean; readonly differs: boolean }
  > {
    const resolved = await resolveRecord(this.#index, decoded)
    if ('refersTo' in resolved) return resolved
    const fault = await this.#slugFault(resolved)
    if (fault !== null) return { fault }
    const known = decoded.ref === null ? null : await this.#index.find(decoded.kind, resolved.scopeId, decoded.ref)
    if (known !== null) return { isNew: false, differs: await this.#differs(decoded.kind, known, resolved.values) }
    const placed = await this.#place(resolved)
    await this.#gather(placed)
    await this.#noteSource(placed, decoded.ref ?? decoded.rowSha256, decoded.rowSha256)
    return { isNew: true, differs: false }
  }

  /** What becomes of a row, given all that is held. An accepted row is gathered for the next flush. */
  async take(row: ImportedRow): Promise<ImportedRow> {
    if (row.outcome !== 'accepted') return row
    const own = row.records[0]
    if (own === undefined) return row
    const first = await resolveRecord(this.#index, own)
    if ('refersTo' in first) return asSetAside(row, missingReference(row, own.kind, first))
    const sourceRef = this.#sourceRef(own)
    const held = (await this.#hashesOf(own.kind, first.scopeId)).get(sourceRef)
    // A row that was erased does not come back with its file.
    if (held === own.rowSha256 || held === ERASED_ROW) return asDuplicate(row)
    const fault = await this.#slugFault(first)
    const problem =
      fault === null ? (badRelease(row, own) ?? (await this.#collision(row, first.scopeId, held))) : badSlug(row, fault)
    if (problem !== null) return asSetAside(row, problem)
    const placed = await this.#placeAll(row, first)
    if (!Array.isArray(placed)) return asSetAside(row, placed)
    for (const record of placed) await this.#gather(record)
    if (placed[0] !== undefined) await this.#noteSource(placed[0], sourceRef, own.rowSha256)
    return row
  }

  /** Writes what was gathered and its entries of the history, in the order in which kinds first came, and forgets it. */
  async flush(tx: WriteConnection, history: HistoryWriter): Promise<void> {
    const [records, verbatims, sources] = [this.#records, this.#verbatims, this.#sources]
    await this.forget()
    for (const [kind, ofKind] of records) await insertRecords(tx, kind, ofKind)
    await insertVerbatims(tx, verbatims)
    await insertSourceEntries(tx, sources)
    const words = new Map(verbatims.map(({ ownerId, text }) => [ownerId, text]))
    for (const [kind, ofKind] of records)
      if (kind !== 'document' && kind !== 'passage') await history.records(kind, ofKind, words)
      else for (const id of documentIdsOf(kind, ofKind)) this.touchedDocumentIds.add(id)
    await history.flush()
  }

  /** For a dry run: drops what was gathered. */
  async forget(): Promise<void> {
    this.#records = new Map()
    this.#verbatims = []
    this.#sources = []
    return Promise.resolve()
  }

  /** Whether a given record states anything otherwise than the one held; what it leaves out is no difference. */
  async #differs(kind: RecordKind, id: string, values: Readonly<Record<string, unknown>>): Promise<boolean> {
    const held = await readRecord(this.#connection, kind, id)
    if (held === null) return false
    return Object.entries(values).some(
      ([name, value]) => value !== null && JSON.stringify(Reflect.get(held, name)) !== JSON.stringify(value),
    )
  }

  /** Without a ref the nth row with the same cells is a record of its own, and the same one when the file comes again. */
  #sourceRef(own: DecodedRecord): string {
    if (own.ref !== null) return own.ref
    const seen = (this.#occurrences.get(own.rowSha256) ?? 0) + 1
    this.#occurrences.set(own.rowSha256, seen)
    return `${own.rowSha256}#${seen}`
  }

  #hashesOf(kind: RecordKind, scopeId: ScopeId): Promise<Map<string, string>> {
    const key = `${kind} ${scopeId}`
    const known = this.#hashes.get(key)
    if (known !== undefined) return known
    const loaded = readSourceHashes(this.#connection, kind, scopeId).then(hashes => new Map(hashes))
    this.#hashes.set(key, loaded)
    return loaded
  }

  /** The address of a body or consultation has to be one, to be free, and never to have been another's. */
  async #slugFault({ kind, scopeId, ref }: ResolvedRecord): Promise<SlugFault | null> {
    if ((kind !== 'body' && kind !== 'consultation') || ref === null) return null
    const former = await findFormerSlug(this.#connection, kind, scopeId, ref)
    const now = former === null ? null : await readRecord(this.#connection, kind, former.recordId)
    return slugFault(kind, ref, now?.ref ?? null)
  }

  /** A ref that is taken by other words, in this row's own record or in one derived from it. */
  async #collision(row: AcceptedRow, scopeId: ScopeId, heldHash: string | undefined): Promise<RowProblem | null> {
    for (const decoded of row.records) {
      if (decoded.ref === null) continue
      const isTaken = (await this.#index.find(decoded.kind, scopeId, decoded.ref)) !== null
      if (isTaken || heldHash !== undefined) return otherWords(row, decoded)
    }
    return null
  }

  /** All records of a row with their ids, or the problem that keeps the whole row out; then no ref of it is left behind. */
  async #placeAll(row: AcceptedRow, own: ResolvedRecord): Promise<Placed[] | RowProblem> {
    const placed: Placed[] = []
    for (const [place, decoded] of row.records.entries()) {
      const resolved = place === 0 ? own : await resolveRecord(this.#index, decoded)
      if ('refersTo' in resolved && decoded.mayBeUnresolved === true) {
        this.leftOutCount += 1
        continue
      }
      const problem =
        'refersTo' in resolved ? missingReference(row, decoded.kind, resolved) : await this.#stageProblem(row, resolved)
      if (problem !== null || 'refersTo' in resolved) {
        for (const { kind, scopeId, ref } of placed) if (ref !== null) await this.#index.remove(kind, scopeId, ref)
        return problem ?? otherWords(row, decoded)
      }
      placed.push(await this.#place(resolved))
    }
    return placed
  }

  async #stageProblem(row: AcceptedRow, { kind, scopeId, values }: ResolvedRecord): Promise<RowProblem | null> {
    if (kind !== 'link') return null
    const stage = await this.#stages.find(scopeId, String(values['passageId']))
    const linkKind = values['kind'] as LinkKind
    return stage === null || isKindOfStage(linkKind, stage)
      ? null
      : wrongLinkKind(row, linkKind, stage, LINK_KINDS_BY_STAGE[stage])
  }

  async #place(resolved: ResolvedRecord): Promise<Placed> {
    const placed = { ...resolved, id: this.#newId() }
    if (placed.ref !== null) await this.#index.add(placed.kind, placed.scopeId, placed.ref, placed.id)
    this.#stages.note(placed.kind, placed.id, placed.values)
    return placed
  }

  async #gather({ id, kind, scopeId, values, verbatim }: Placed): Promise<void> {
    const record: Record<string, unknown> = { id, ...values }
    if (kind === 'point' || kind === 'idea') record['number'] = await this.#nextNumber(kind, scopeId)
    if (kind === 'contribution' || kind === 'point' || kind === 'document') record['importId'] = this.#importId
    const ofKind = this.#records.get(kind) ?? []
    this.#records.set(kind, ofKind)
    ofKind.push(record as unknown as StoredRecords[RecordKind])
    if (kind !== 'body') this.touchedConsultationIds.add(kind === 'consultation' ? id : scopeId)
    if (verbatim === null || (kind !== 'contribution' && kind !== 'point')) return
    const sha256 = sha256Of(verbatim)
    this.#verbatims.push({ ownerKind: kind, ownerId: id, consultationId: scopeId, text: verbatim, sha256 })
  }

  async #noteSource({ kind, scopeId, id }: Placed, ref: string, rowSha256: string): Promise<void> {
    this.#sources.push({ recordKind: kind, scopeId, ref, recordId: id, rowSha256, importId: this.#importId })
    ;(await this.#hashesOf(kind, scopeId)).set(ref, rowSha256)
  }

  async #nextNumber(kind: 'point' | 'idea', consultationId: string): Promise<number> {
    const key = `${kind} ${consultationId}`
    const highest = this.#numbers.get(key) ?? (await readHighestNumber(this.#connection, kind, consultationId))
    this.#numbers.set(key, highest + 1)
    return highest + 1
  }
}
