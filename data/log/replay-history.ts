import { openCheckpoint } from './checkpoint.ts'
import { areEqual, toHex } from './encodings.ts'
import { historyFault, type HistoryFault } from './history-fault.ts'
import { readEntry, type LogEntry } from './log-entry.ts'
import { leafHash, type Hash } from './merkle-hash.ts'
import { MerkleTree } from './merkle-tree.ts'
import type { VerifierKey } from './note-key.ts'
import { SEALED_KINDS, type SealedKind } from './sealed-record.ts'

/** An entry as the store holds it. */
export interface StoredEntry {
  /** Place in the log, from 0 without a gap. */
  readonly index: number
  readonly body: Uint8Array
  readonly leafHash: Hash
  /** Under which the store finds the entry; left out where it is not asked about. */
  readonly lookup?: { readonly recordKind: string | null; readonly recordId: string | null }
}

/** Under which the entry is found that says how much the history covers: it speaks of no record. */
export const COVERAGE_ID = 'coverage'

/** A run of the machine, and where the history begins to cover more, have no seal, but are looked up like records. */
export const lookupIdOf = (entry: LogEntry): string | null => {
  if (entry.kind === 'suggestions-run') return entry.runId
  return entry.kind === 'coverage-begun' ? COVERAGE_ID : null
}

/** The seal of a record that counts: the newest one. */
export interface SealInForce {
  readonly recordKind: SealedKind
  readonly recordId: string
  readonly seal: string
  readonly entryIndex: number
  /** `removed`: out of view, may be gone. `erased`: text and salt are to be gone. */
  readonly state: 'kept' | 'removed' | 'erased'
}

/** An entry whose members (passages of a document, links of a run) must still be what they were. */
export interface MembersInForce {
  readonly ownerKind: 'document' | 'suggestions-run'
  /** Id of the document, or of the run. */
  readonly ownerId: string
  readonly memberCount: number
  readonly membersRoot: string
  readonly entryIndex: number
}

export const recordKey = (kind: string, recordId: string): string => `${kind} ${recordId}`

/**
 * Recomputes the log from the bytes of its entries: every hash, the tree, and which seal of each record counts. Entries
 * are given in order, one by one, so that a log of any length fits in memory; then the checkpoints that were signed.
 */
export class HistoryReplay {
  readonly tree = new MerkleTree()
  readonly faults: HistoryFault[] = []
  readonly seals = new Map<string, SealInForce>()
  readonly members = new Map<string, MembersInForce>()
  /** Every entry that has members, in force or not: what is stored of them must lead to its root. */
  readonly membersOfEntry = new Map<number, MembersInForce>()
  /** Entry → import its contribution came with, until that import is finished: to check the range it names. */
  readonly #importOfEntry = new Map<number, string>()
  #nextIndex = 0

  take(stored: StoredEntry): void {
    const entryIndex = stored.index
    if (entryIndex !== this.#nextIndex)
      this.#fault('entry-gap', `Entry ${entryIndex} follows, ${this.#nextIndex} was expected.`, this.#nextIndex)
    this.#nextIndex = entryIndex + 1
    const hash = leafHash(stored.body)
    const isSame = areEqual(hash, stored.leafHash)
    // The hash stored is the one that was signed for; going on with it keeps one changed body from hiding the rest.
    this.tree.append(isSame || stored.leafHash.length !== hash.length ? hash : stored.leafHash)
    const read = readEntry(stored.body)
    if (!isSame) this.#changed(entryIndex, 'entry' in read ? read.entry : null, hash, stored.leafHash)
    if ('entry' in read) {
      this.#apply(read.entry, entryIndex)
      this.#checkLookup(read.entry, stored.lookup, entryIndex)
    } else if (isSame)
      this.#fault('entry-unreadable', `Entry ${entryIndex} is no entry: ${read.faults.join('; ')}.`, entryIndex)
  }

  /** A checkpoint that was signed, in any order, after all entries. */
  takeCheckpoint(note: string, logKey: VerifierKey): void {
    const opened = openCheckpoint(note, logKey)
    if (!opened.isOpened) {
      this.#fault(
        'checkpoint-unreadable',
        `A stored checkpoint is not one that ${logKey.name} signed: ${opened.reason}.`,
      )
      return
    }
    const { size, root } = opened.checkpoint
    if (size > this.tree.size)
      this.#fault('log-shorter-than-signed', `${size} entries were signed for, ${this.tree.size} are there.`)
    else if (!areEqual(this.tree.root(size), root))
      this.#fault(
        'checkpoint-differs',
        `The first ${size} entries have the root ${toHex(this.tree.root(size))}; ${toHex(root)} was signed.`,
      )
  }

  #fault(code: HistoryFault['code'], message: string, entryIndex: number | null = null): void {
    this.faults.push(historyFault(code, message, { entryIndex }))
  }

  #changed(entryIndex: number, entry: LogEntry | null, found: Hash, expected: Hash): void {
    const subject = entry === null ? null : subjectOf(entry)
    const of = subject === null ? '' : ` (${subject.recordKind} ${subject.recordId})`
    const message = `Entry ${entryIndex}${of} has the hash ${toHex(found)}; ${toHex(expected)} is stored for it.`
    this.faults.push(historyFault('entry-changed', message, { entryIndex, ...subject }))
  }

  #checkLookup(entry: LogEntry, lookup: StoredEntry['lookup'], entryIndex: number): void {
    const subject = subjectOf(entry)
    const isRight =
      lookup === undefined ||
      (lookup.recordKind === (subject?.recordKind ?? null) &&
        lookup.recordId === (subject?.recordId ?? lookupIdOf(entry)))
    if (isRight) return
    const of = subject === null ? '' : ` of ${subject.recordKind} ${subject.recordId}`
    const message = `Entry ${entryIndex}${of} is stored under another kind or id than it speaks of.`
    this.faults.push(historyFault('entry-changed', message, { entryIndex, ...subject }))
  }

  #apply(entry: LogEntry, entryIndex: number): void {
    const subject = subjectOf(entry)
    if (subject !== null && 'seal' in entry) this.#seal(subject, entry.seal, entryIndex)
    switch (entry.kind) {
      case 'contribution-recorded':
        if (entry.importId !== null) this.#importOfEntry.set(entryIndex, entry.importId)
        break
      case 'import-finished':
        this.#applyImport(entry, entryIndex)
        break
      case 'document-recorded':
        this.#keepMembers('document', entry.recordId, entry, entryIndex)
        break
      case 'suggestions-run':
        this.#keepMembers('suggestions-run', entry.runId, entry, entryIndex)
        break
      case 'removal-made':
      case 'erasure-made':
        for (const { recordKind, recordId } of entry.subjects)
          this.#takeAway(recordKey(recordKind, recordId), entry.kind === 'erasure-made' ? 'erased' : 'removed')
        break
      default:
    }
  }

  #applyImport(entry: Extract<LogEntry, { kind: 'import-finished' }>, entryIndex: number): void {
    const { recordId, setAsideSeal, firstIndex, endIndex } = entry
    if (setAsideSeal !== null) this.#seal({ recordKind: 'set-aside-rows', recordId }, setAsideSeal, entryIndex)
    for (const [index, importId] of this.#importOfEntry) {
      if (importId !== recordId) continue
      if (index < firstIndex || index >= endIndex)
        this.#fault(
          'import-range-wrong',
          `Import ${recordId} names ${firstIndex} to ${endIndex}; entry ${index} is of it.`,
          index,
        )
      this.#importOfEntry.delete(index)
    }
    if (endIndex > entryIndex)
      this.#fault(
        'import-range-wrong',
        `Import ${recordId} names entries up to ${endIndex}, after its own.`,
        entryIndex,
      )
  }

  #seal(
    { recordKind, recordId }: Pick<SealInForce, 'recordKind' | 'recordId'>,
    seal: string,
    entryIndex: number,
  ): void {
    this.seals.set(recordKey(recordKind, recordId), { recordKind, recordId, seal, entryIndex, state: 'kept' })
  }

  #keepMembers(
    ownerKind: MembersInForce['ownerKind'],
    ownerId: string,
    { memberCount, membersRoot }: Pick<MembersInForce, 'memberCount' | 'membersRoot'>,
    entryIndex: number,
  ): void {
    const members = { ownerKind, ownerId, memberCount, membersRoot, entryIndex }
    this.membersOfEntry.set(entryIndex, members)
    this.members.set(recordKey(ownerKind, ownerId), members)
  }

  #takeAway(key: string, state: 'removed' | 'erased'): void {
    const inForce = this.seals.get(key)
    if (inForce !== undefined) this.seals.set(key, { ...inForce, state })
    // A document taken away takes its passages along.
    this.members.delete(key)
  }
}

/** The record whose seal an entry holds. */
const subjectOf = (entry: LogEntry): Pick<SealInForce, 'recordKind' | 'recordId'> | null => {
  if (!('recordId' in entry)) return null
  const { recordId } = entry
  const recordKind = SEALED_KINDS.find(kind => kind === entry.recordKind)
  return recordKind === undefined ? null : { recordKind, recordId }
}
