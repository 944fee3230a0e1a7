import { areEqual, fromBase64, readDecimal, toBase64 } from './encodings.ts'
import { isHash, type Hash } from './merkle-hash.ts'
import type { MerkleTree } from './merkle-tree.ts'
import { isKeyName, type SigningKey, type VerifierKey } from './note-key.ts'
import { openNote, readNote, signNote, type CheckedSignature, type NoteRefusal } from './signed-note.ts'

/** State of the log at one size (c2sp.org/tlog-checkpoint). Lines after the third are refused: nobody could check them. */
export interface Checkpoint {
  /** The log's own name, also the name of its key. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export type OpenedCheckpoint =
  | {
      readonly isOpened: true
      readonly checkpoint: Checkpoint
      /** Witnesses whose cosignature is right, with the time each gives. */
      readonly witnesses: readonly CheckedSignature[]
    }
  | { readonly isOpened: false; readonly reason: CheckpointRefusal }
export type CheckpointRefusal = NoteRefusal | 'not-a-checkpoint' | 'not-signed-by-the-log' | 'other-log'

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

/** Text of a note → the checkpoint; null where it is none. */
export const readCheckpoint = (text: string): Checkpoint | null => {
  const lines = text.split('\n')
  const [origin, sizeText, rootText, end] = lines
  if (lines.length !== 4 || end !== '') return null
  if (origin === undefined || sizeText === undefined || rootText === undefined || !isKeyName(origin)) return null
  const [size, root] = [readDecimal(sizeText), fromBase64(rootText)]
  return size === null || !isHash(root) ? null : { origin, size, root }
}

/** A signed checkpoint → what it says, if the log's key signed it. Cosignatures of the given witnesses are checked too. Never throws. */
export const openCheckpoint = (
  note: string,
  logKey: VerifierKey,
  witnessKeys: readonly VerifierKey[] = [],
): OpenedCheckpoint => {
  const opened = openNote(note, [logKey, ...witnessKeys])
  if (!opened.isOpened) return opened
  if (!opened.checked.some(({ key }) => key === logKey)) return { isOpened: false, reason: 'not-signed-by-the-log' }
  const checkpoint = readCheckpoint(opened.text)
  if (checkpoint === null) return { isOpened: false, reason: 'not-a-checkpoint' }
  if (checkpoint.origin !== logKey.name) return { isOpened: false, reason: 'other-log' }
  return { isOpened: true, checkpoint, witnesses: opened.checked.filter(({ key }) => key !== logKey) }
}

export type SignedOrRefused =
  | { readonly isSigned: true; readonly note: string; readonly checkpoint: Checkpoint }
  | { readonly isSigned: false; readonly reason: CheckpointRefusal | 'shorter-than-signed' | 'differs-from-signed' }

/**
 * Signs the state of a tree that was recomputed from the bodies just before. Refuses where the tree does not continue the
 * checkpoint signed last (null before the first): two checkpoints that contradict each other end a log for good.
 */
export const signNextCheckpoint = (tree: MerkleTree, lastNote: string | null, key: SigningKey): SignedOrRefused => {
  if (lastNote !== null) {
    const last = openCheckpoint(lastNote, key)
    if (!last.isOpened) return { isSigned: false, reason: last.reason }
    if (last.checkpoint.size > tree.size) return { isSigned: false, reason: 'shorter-than-signed' }
    if (!areEqual(tree.root(last.checkpoint.size), last.checkpoint.root))
      return { isSigned: false, reason: 'differs-from-signed' }
  }
  const checkpoint = { origin: key.name, size: tree.size, root: tree.root() }
  return { isSigned: true, checkpoint, note: signNote(checkpointText(checkpoint), key) }
}

/** The note with the lines of witnesses added, those it already bears left out. */
export const withCosignatures = (note: string, lines: readonly string[]): string =>
  note + lines.filter(line => !note.includes(`\n${line}`) && readNote(`${note}${line}`) !== null).join('')
