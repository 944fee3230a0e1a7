import { areEqual } from './encodings.ts'
import { historyFault, type HistoryFault, type HistoryFaultCode } from './history-fault.ts'
import { membersRootOf } from './log-members.ts'
import { EMPTY_ROOT, type Hash } from './merkle-hash.ts'
import { recordKey, type HistoryReplay, type MembersInForce, type SealInForce } from './replay-history.ts'
import { isSealOf } from './seal.ts'
import { memberHash, sealedTextOrNull, type SealedKind } from './sealed-record.ts'

/** A record as the store holds it now, and the salt stored for its newest seal; null where there is none. */
export interface StoredRecord {
  readonly recordKind: SealedKind
  readonly recordId: string
  /** With its verbatim words under `text`, where it has any. */
  readonly record: object
  readonly salt: Uint8Array | null
}

/** A passage or a suggested link as the store holds it now, and the hash stored for it when it was logged. */
export interface StoredMember {
  readonly recordKind: SealedKind
  readonly recordId: string
  readonly record: object
  readonly storedHash: Hash | null
}

/** Compares what the store holds with what the log says was written, and names every record that differs. */
export class RecordComparison {
  readonly faults: HistoryFault[] = []
  readonly #replay: HistoryReplay
  readonly #met = new Set<string>()

  constructor(replay: HistoryReplay) {
    this.#replay = replay
  }

  /** Every stored record that has a seal of its own, in any order: all kinds but passages and suggested links. */
  takeRecord(stored: StoredRecord): void {
    const { recordKind, recordId } = stored
    const key = recordKey(recordKind, recordId)
    this.#met.add(key)
    const inForce = this.#replay.seals.get(key)
    if (inForce === undefined) this.#fault('record-unlogged', 'is stored, and no entry of the log speaks of it', stored)
    else this.#compare(stored, inForce)
  }

  /** The passages of a document in their order, or the links of a run in theirs. */
  takeMembers(owner: Pick<MembersInForce, 'ownerKind' | 'ownerId'>, stored: readonly StoredMember[]): void {
    const key = recordKey(owner.ownerKind, owner.ownerId)
    this.#met.add(`members ${key}`)
    const inForce = this.#replay.members.get(key)
    if (inForce === undefined) {
      for (const member of stored)
        this.#fault('record-unlogged', 'is stored, and no entry of the log speaks of it', member)
      return
    }
    // A member that was edited into something without a canonical form gets the hash of nothing: it differs, and is named.
    const hashes = stored.map(({ recordKind, record }) =>
      sealedTextOrNull(recordKind, record) === null ? EMPTY_ROOT : memberHash(recordKind, record),
    )
    if (membersRootOf(hashes) === inForce.membersRoot && hashes.length === inForce.memberCount) return
    this.#nameMembers(inForce, stored, hashes)
  }

  /** After all records: those that the log speaks of and the store no longer holds. */
  finish(): readonly HistoryFault[] {
    for (const [key, inForce] of this.#replay.seals)
      if (!this.#met.has(key) && inForce.state === 'kept')
        this.#fault('record-missing', `was logged in entry ${inForce.entryIndex} and is no longer stored`, inForce)
    for (const [key, inForce] of this.#replay.members)
      if (!this.#met.has(`members ${key}`) && inForce.memberCount > 0)
        this.#memberFault(inForce, `its ${inForce.memberCount} members are no longer stored`)
    return this.faults
  }

  #compare(stored: StoredRecord, { seal, state, entryIndex }: SealInForce): void {
    const { salt, recordKind, record } = stored
    if (salt === null) {
      if (state !== 'erased')
        this.#fault(
          'salt-missing',
          `has no salt for its seal in entry ${entryIndex}, though it was not erased`,
          stored,
          entryIndex,
        )
      return
    }
    if (!isSealOf(seal, salt, recordKind, record))
      this.#fault('record-changed', `is not what was sealed in entry ${entryIndex}`, stored, entryIndex)
  }

  /** With the hashes stored at the time the member itself is named, if they are the ones that were logged. */
  #nameMembers(inForce: MembersInForce, stored: readonly StoredMember[], hashes: readonly Hash[]): void {
    for (const member of stored)
      if (member.storedHash === null)
        this.#fault('record-unlogged', `is stored, and entry ${inForce.entryIndex} does not speak of it`, member)
    const logged = stored.map(({ storedHash }) => storedHash).filter(hash => hash !== null)
    const isLogged = logged.length === inForce.memberCount && membersRootOf(logged) === inForce.membersRoot
    if (!isLogged) {
      this.#memberFault(
        inForce,
        `${hashes.length} members are stored that do not lead to its root; ${inForce.memberCount} were logged`,
      )
      return
    }
    for (const [at, member] of stored.entries()) {
      const [now, then] = [hashes[at], member.storedHash]
      if (now !== undefined && then !== null && !areEqual(now, then))
        this.#fault(
          'record-changed',
          `is not what was logged in entry ${inForce.entryIndex}`,
          member,
          inForce.entryIndex,
        )
    }
  }

  #memberFault({ ownerKind, ownerId, entryIndex }: MembersInForce, what: string): void {
    const recordKind = ownerKind === 'document' ? ownerKind : null
    const message = `${ownerKind} ${ownerId} (entry ${entryIndex}): ${what}.`
    this.faults.push(historyFault('members-changed', message, { recordKind, recordId: ownerId, entryIndex }))
  }

  #fault(
    code: HistoryFaultCode,
    what: string,
    { recordKind, recordId }: { readonly recordKind: SealedKind; readonly recordId: string },
    entryIndex: number | null = null,
  ): void {
    this.faults.push(historyFault(code, `${recordKind} ${recordId} ${what}.`, { recordKind, recordId, entryIndex }))
  }
}
