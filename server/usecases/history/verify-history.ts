import { RecordComparison, type StoredMember, type StoredRecord } from '../../../data/log/compare-records.ts'
import { historyFault, type HistoryFault } from '../../../data/log/history-fault.ts'
import type { VerifierKey } from '../../../data/log/note-key.ts'
import { membersRootOf } from '../../../data/log/log-members.ts'
import { HistoryReplay, recordKey } from '../../../data/log/replay-history.ts'
import type { Connection } from '../../../data/store/connection.ts'
import {
  readCheckpoints,
  readEntries,
  readLoggedMembers,
  readMemberHashes,
  readSalts,
  saltKey,
  type StoredCheckpoint,
} from '../../../data/store/history.ts'
import {
  readHeldLinks,
  readHeldPassages,
  readHeldRecords,
  type HeldRecord,
} from '../../../data/store/history-records.ts'
import { readStoreDamages } from '../../../data/store/history-rows.ts'
import type { Deps } from '../../deps.ts'
import { checkRootsAlone } from './check-roots-alone.ts'
import { readClaim } from './fetched-log.ts'
import { readKey } from './read-key.ts'

/** Called between parts of the work, so that a server goes on answering. */
export type Pause = () => Promise<void>

export interface VerifyProgress {
  readonly pause?: Pause
  readonly onProgress?: (doneCount: number) => void
}

/** What a check found. `faults` empty = every record is what was logged, and every checkpoint what the entries lead to. */
export interface VerifiedHistory {
  readonly faults: readonly HistoryFault[]
  readonly entryCount: number
  readonly recordCount: number
  readonly checkpointCount: number
  /** false = there was no key to check signatures with; roots were compared all the same. */
  readonly areSignaturesChecked: boolean
  /** Recomputed from the bytes of the entries; goes on where more are added. */
  readonly replay: HistoryReplay
}

const replayEntries = async (connection: Connection, pause: Pause): Promise<HistoryReplay> => {
  const replay = new HistoryReplay()
  for await (const entries of readEntries(connection)) {
    for (const entry of entries) replay.take(entry)
    await pause()
  }
  return replay
}

/** Records with the salts of their newest seals. */
const withSalts = async (
  connection: Connection,
  replay: HistoryReplay,
  records: readonly HeldRecord[],
): Promise<readonly StoredRecord[]> => {
  const inForce = records.map(({ recordKind, recordId }) => replay.seals.get(recordKey(recordKind, recordId)))
  const salts = await readSalts(
    connection,
    inForce.flatMap(seal => seal?.entryIndex ?? []),
  )
  return records.map((record, at) => {
    const entryIndex = inForce[at]?.entryIndex
    const { recordKind } = record
    return {
      ...record,
      salt: entryIndex === undefined ? null : (salts.get(saltKey({ entryIndex, recordKind })) ?? null),
    }
  })
}

type Logged = Awaited<ReturnType<typeof readLoggedMembers>>

const membersOf = (held: readonly HeldRecord[], logged: Logged): readonly StoredMember[] => {
  const members = new Map(held.map(member => [member.recordId, member]))
  // In the order in which they were logged, as far as they are known: one that was moved is then named itself.
  const known = logged.flatMap(({ recordId, hash }) => {
    const member = members.get(recordId)
    members.delete(recordId)
    return member === undefined ? [] : [{ ...member, storedHash: hash }]
  })
  return [...known, ...[...members.values()].map(member => ({ ...member, storedHash: null }))]
}

/** A passage or suggested link that is gone, by its own id; its document or run says that one is missing. */
const nameMissing = (
  comparison: RecordComparison,
  kind: 'passage' | 'link',
  members: readonly StoredMember[],
  logged: Logged,
  entryIndex: number,
): void => {
  const held = new Set(members.map(({ recordId }) => recordId))
  for (const { recordId } of logged)
    if (!held.has(recordId)) {
      const message = `${kind} ${recordId} was logged in entry ${entryIndex} and is no longer stored.`
      comparison.faults.push(historyFault('record-missing', message, { recordKind: kind, recordId, entryIndex }))
    }
}

/** Links of every run, compared under its root. The ids of those links: they have no seal of their own. */
const compareRuns = async (
  connection: Connection,
  replay: HistoryReplay,
  comparison: RecordComparison,
  pause: Pause,
): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>()
  for (const { ownerKind, ownerId, entryIndex } of replay.members.values()) {
    if (ownerKind !== 'suggestions-run') continue
    const logged = await readLoggedMembers(connection, entryIndex)
    const held = await readHeldLinks(
      connection,
      logged.map(({ recordId }) => recordId),
    )
    for (const { recordId } of held) ids.add(recordId)
    nameMissing(comparison, 'link', membersOf(held, logged), logged, entryIndex)
    comparison.takeMembers({ ownerKind, ownerId }, membersOf(held, logged))
    await pause()
  }
  return ids
}

const comparePassages = async (
  connection: Connection,
  replay: HistoryReplay,
  comparison: RecordComparison,
  pause: Pause,
): Promise<number> => {
  let count = 0
  for await (const { documentId, passages } of readHeldPassages(connection)) {
    const entryIndex = replay.members.get(recordKey('document', documentId))?.entryIndex
    const logged = entryIndex === undefined ? [] : await readLoggedMembers(connection, entryIndex)
    const members = membersOf(passages, logged)
    if (entryIndex !== undefined) nameMissing(comparison, 'passage', members, logged, entryIndex)
    comparison.takeMembers({ ownerKind: 'document', ownerId: documentId }, members)
    count += passages.length
    await pause()
  }
  return count
}

/** Hashes stored to name a member by: they must be those that the entry was made over, also where a later entry is in force. */
const compareMemberHashes = async (connection: Connection, replay: HistoryReplay, pause: Pause): Promise<void> => {
  const met = new Set<number>()
  const fault = (entryIndex: number): void => {
    const recordId = replay.membersOfEntry.get(entryIndex)?.ownerId ?? null
    const message = `The hashes stored for the members of entry ${entryIndex} (${recordId ?? 'no record'}) do not lead to its root.`
    replay.faults.push(historyFault('members-changed', message, { recordId, entryIndex }))
  }
  for await (const { entryIndex, hashes } of readMemberHashes(connection)) {
    met.add(entryIndex)
    if (membersRootOf(hashes) !== replay.membersOfEntry.get(entryIndex)?.membersRoot) fault(entryIndex)
    await pause()
  }
  for (const [entryIndex, { memberCount }] of replay.membersOfEntry)
    if (memberCount > 0 && !met.has(entryIndex)) fault(entryIndex)
}

const takeCheckpoints = (
  replay: HistoryReplay,
  checkpoints: readonly StoredCheckpoint[],
  key: VerifierKey | null,
): void => {
  for (const { note, treeSize } of checkpoints) {
    if (key === null) replay.faults.push(...checkRootsAlone(replay.tree, note))
    else replay.takeCheckpoint(note, key)
    if (readClaim(note)?.size !== treeSize)
      replay.faults.push(
        historyFault('checkpoint-unreadable', `A checkpoint is stored under another size: ${treeSize}.`),
      )
  }
}

/** One state of the store against its history, both read at one moment. */
export const compareWithHistory = async (
  connection: Connection,
  key: VerifierKey | null,
  { pause = () => Promise.resolve(), onProgress }: VerifyProgress = {},
): Promise<VerifiedHistory> => {
  const damages = await readStoreDamages(connection)
  const replay = await replayEntries(connection, pause)
  const comparison = new RecordComparison(replay)
  const suggestedIds = await compareRuns(connection, replay, comparison, pause)
  let recordCount = suggestedIds.size + (await comparePassages(connection, replay, comparison, pause))
  for await (const records of readHeldRecords(connection)) {
    const alone = records.filter(({ recordKind, recordId }) => recordKind !== 'link' || !suggestedIds.has(recordId))
    for (const record of await withSalts(connection, replay, alone)) comparison.takeRecord(record)
    recordCount += alone.length
    onProgress?.(recordCount)
    await pause()
  }
  await compareMemberHashes(connection, replay, pause)
  const checkpoints = await readCheckpoints(connection)
  takeCheckpoints(replay, checkpoints, key)
  return {
    faults: [
      ...damages.map(line => historyFault('store-damaged', `The file of the store is damaged: ${line}`)),
      ...replay.faults,
      ...comparison.finish(),
    ],
    entryCount: replay.tree.size,
    recordCount,
    checkpointCount: checkpoints.length,
    areSignaturesChecked: key !== null || checkpoints.length === 0,
    replay,
  }
}

/**
 * Recomputes every hash of the history, replays it, and compares each record with its newest seal. `keyText`: the published key
 * of the log; else the key file's own, if there is one.
 */
export const verifyHistory = (
  deps: Deps,
  { keyText, ...progress }: VerifyProgress & { readonly keyText?: string | undefined } = {},
): Promise<VerifiedHistory> => {
  const key = keyText === undefined ? deps.logKey.find() : readKey(keyText)
  return deps.store.snapshot(reader => compareWithHistory(reader, key, progress))
}
