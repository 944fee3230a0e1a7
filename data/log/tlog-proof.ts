import { openCheckpoint, type Checkpoint, type CheckpointRefusal } from './checkpoint.ts'
import { fromBase64, fromUtf8, readDecimal, toBase64 } from './encodings.ts'
import { isHash, leafHash, type Hash } from './merkle-hash.ts'
import type { VerifierKey } from './note-key.ts'
import { readNote, type CheckedSignature } from './signed-note.ts'
import { verifyInclusion } from './verify-inclusion.ts'

/**
 * One file that proves one entry to somebody without the rest (c2sp.org/tlog-proof@v1). In our files the extra data is
 * the entry itself, in canonical JSON: the hash of it is what the proof is about, so it needs no protection of its own.
 */
export interface TlogProof {
  readonly entryBody: Uint8Array | null
  readonly leafIndex: number
  readonly hashes: readonly Hash[]
  /** The checkpoint as it was signed, with all its signatures. */
  readonly checkpointNote: string
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
/** An inclusion proof in a tree of 2^53 leaves has 53 hashes. */
const MOST_HASHES = 64

export const tlogProofText = ({ entryBody, leafIndex, hashes, checkpointNote }: TlogProof): string =>
  [
    FIRST_LINE,
    ...(entryBody === null ? [] : [`extra ${toBase64(entryBody)}`]),
    `index ${leafIndex}`,
    ...hashes.map(toBase64),
    '',
    checkpointNote,
  ].join('\n')

const readHead = (lines: readonly string[]): Omit<TlogProof, 'checkpointNote'> | null => {
  const [first, ...rest] = lines
  const extra = rest[0]?.startsWith('extra ') === true ? rest.shift()?.slice('extra '.length) : undefined
  const indexLine = rest.shift()
  const leafIndex = indexLine?.startsWith('index ') === true ? readDecimal(indexLine.slice('index '.length)) : null
  const entryBody = extra === undefined ? null : fromBase64(extra)
  const hashes = rest.map(fromBase64).filter(isHash)
  if (first !== FIRST_LINE || leafIndex === null || hashes.length !== rest.length || hashes.length > MOST_HASHES)
    return null
  return extra !== undefined && entryBody === null ? null : { entryBody, leafIndex, hashes }
}

/** Text of a .tlog-proof file → its parts, nothing checked yet; null where it is no such file. */
export const readTlogProof = (text: string): TlogProof | null => {
  const blankAt = text.indexOf('\n\n')
  if (blankAt < 0) return null
  const head = readHead(text.slice(0, blankAt).split('\n'))
  const checkpointNote = text.slice(blankAt + 2)
  return head === null || readNote(checkpointNote) === null ? null : { ...head, checkpointNote }
}

export type CheckedProof =
  | {
      readonly isProved: true
      readonly checkpoint: Checkpoint
      readonly leafIndex: number
      /** The entry, where the file holds it. */
      readonly entryText: string | null
      readonly witnesses: readonly CheckedSignature[]
    }
  | { readonly isProved: false; readonly reason: ProofRefusal }
export type ProofRefusal = CheckpointRefusal | 'not-a-proof' | 'no-entry' | 'other-entry' | 'not-included'

/**
 * Whether the file proves the entry, in a checkpoint that the log's key signed. `leaf` is the hash of the entry asked
 * about; null takes the entry that the file itself holds. Never throws.
 */
export const checkTlogProof = (
  text: string,
  leaf: Hash | null,
  logKey: VerifierKey,
  witnessKeys: readonly VerifierKey[] = [],
): CheckedProof => {
  const proof = readTlogProof(text)
  if (proof === null) return { isProved: false, reason: 'not-a-proof' }
  const ownLeaf = proof.entryBody === null ? null : leafHash(proof.entryBody)
  const asked = leaf ?? ownLeaf
  if (asked === null) return { isProved: false, reason: 'no-entry' }
  if (ownLeaf !== null && Buffer.compare(ownLeaf, asked) !== 0) return { isProved: false, reason: 'other-entry' }
  const opened = openCheckpoint(proof.checkpointNote, logKey, witnessKeys)
  if (!opened.isOpened) return { isProved: false, reason: opened.reason }
  const { checkpoint, witnesses } = opened
  const { leafIndex, hashes } = proof
  if (!verifyInclusion({ leafIndex, treeSize: checkpoint.size, leafHash: asked, root: checkpoint.root, proof: hashes }))
    return { isProved: false, reason: 'not-included' }
  const entryText = proof.entryBody === null ? null : fromUtf8(proof.entryBody)
  return { isProved: true, checkpoint, leafIndex, entryText, witnesses }
}
