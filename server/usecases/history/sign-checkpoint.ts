import { signNextCheckpoint } from '../../../data/log/checkpoint.ts'
import { toHex } from '../../../data/log/encodings.ts'
import type { HistoryFault } from '../../../data/log/history-fault.ts'
import { sha256 } from '../../../data/log/merkle-hash.ts'
import type { MerkleTree } from '../../../data/log/merkle-tree.ts'
import type { SigningKey } from '../../../data/log/note-key.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { insertCheckpoint, readEntries, readLastCheckpoint } from '../../../data/store/history.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { HistoryWriter } from './history-writer.ts'
import { compareWithHistory, type VerifyProgress } from './verify-history.ts'

export interface SignedCheckpoint {
  readonly status: 'signed'
  readonly note: string
  readonly entryCount: number
  readonly root: string
}
/** The history is not whole: nothing is signed, and nothing may be published. */
export interface RefusedCheckpoint {
  readonly status: 'damaged'
  readonly faults: readonly HistoryFault[]
}

/** The key that signed before, or a new one where nothing was signed yet. A lost key is never replaced in silence. */
const keyFor = async (deps: Deps): Promise<SigningKey> => {
  const key = deps.logKey.find()
  if (key !== null) return key
  if ((await readLastCheckpoint(deps.store.reader)) === null) return deps.logKey.ensure()
  throw new AppError(
    'conflict',
    'The key that signed the last checkpoint is gone. Put the file <store>.logkey back, or set SAID_LOG_KEY: another key would begin another history.',
  )
}

/** What begins a log: its key. What ends each day: a sign of life. */
const openingEntries = ({ keyId, publicKey }: SigningKey, isFirst: boolean): readonly object[] => {
  const detail = {
    change: 'added',
    algorithm: 'ed25519',
    keyId: toHex(keyId),
    publicKeySha256: toHex(sha256(publicKey)),
  }
  return isFirst ? [{ kind: 'key-changed', consultationId: null, ...detail }] : []
}
const heartbeat = { kind: 'heartbeat', consultationId: null }

const addEntries = (deps: Deps, key: SigningKey, { isHeartbeat }: SignOptions): Promise<void> =>
  deps.store.write(async tx => {
    const isFirst = (await readLastCheckpoint(tx)) === null
    const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: null })
    history.plain([...openingEntries(key, isFirst), ...(isHeartbeat === true ? [heartbeat] : [])])
    await history.flush()
  })

const refusal = (reason: string): AppError =>
  new AppError(
    'conflict',
    `No checkpoint was signed: the history does not continue what was signed last (${reason}). Run "said verify".`,
  )

/** Signed inside the transaction that keeps it, against the newest one there is: two processes never contradict each other. */
const sign = async (
  tx: WriteConnection,
  tree: MerkleTree,
  key: SigningKey,
  signedAt: string,
): Promise<SignedCheckpoint> => {
  const last = await readLastCheckpoint(tx)
  const result = signNextCheckpoint(tree, last?.note ?? null, key)
  if (!result.isSigned) throw refusal(result.reason)
  const { size, root } = result.checkpoint
  const note = last?.treeSize === size ? last.note : result.note
  if (last?.treeSize !== size) await insertCheckpoint(tx, { treeSize: size, note, signedAt })
  return { status: 'signed', note, entryCount: size, root: toHex(root) }
}

export interface SignOptions {
  /** Adds a sign of life first: once a day, even if nothing changed. */
  readonly isHeartbeat?: boolean
}

/**
 * Checks the whole history, from the bytes of its entries to every record, and signs where it stands. Refuses where anything
 * differs: a public log died of one flipped bit that had been signed.
 */
export const signCheckpoint = async (
  deps: Deps,
  options: SignOptions & VerifyProgress = {},
): Promise<SignedCheckpoint | RefusedCheckpoint> => {
  const key = await keyFor(deps)
  // Entries are added only to a history that is whole so far: a sign of life must not hide a cut tail.
  const before = await deps.store.snapshot(reader => compareWithHistory(reader, key, options))
  if (before.faults.length > 0) return { status: 'damaged', faults: before.faults }
  await addEntries(deps, key, options)
  const { replay } = before
  for await (const entries of readEntries(deps.store.reader, replay.tree.size))
    for (const entry of entries) replay.take(entry)
  if (replay.faults.length > 0) return { status: 'damaged', faults: replay.faults }
  return deps.store.write(tx => sign(tx, replay.tree, key, deps.clock.now()))
}

/** When the newest checkpoint was signed; null before the first. */
export const readSignedAt = async (deps: Deps): Promise<string | null> =>
  (await readLastCheckpoint(deps.store.reader))?.signedAt ?? null
