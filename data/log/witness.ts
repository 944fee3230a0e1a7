import { openCheckpoint, type Checkpoint, type CheckpointRefusal } from './checkpoint.ts'
import { areEqual } from './encodings.ts'
import type { Hash } from './merkle-hash.ts'
import type { SigningKey, VerifierKey } from './note-key.ts'
import { cosignatureLine } from './signed-note.ts'
import { verifyConsistency } from './verify-consistency.ts'

/** What a witness concludes about a checkpoint it fetched, given the last one it accepted. */
export type WitnessVerdict =
  /** Continues what was seen: cosign it, and keep it as the last seen. `unchanged` = the same size and root. */
  | { readonly verdict: 'first-visit' | 'continues' | 'unchanged'; readonly checkpoint: Checkpoint }
  /** Signed by the log, and at odds with what it signed before: keep both notes, they are the evidence. */
  | { readonly verdict: 'alarm'; readonly alarm: Alarm; readonly checkpoint: Checkpoint; readonly lastSeen: Checkpoint }
  /** Nothing the log signed: no evidence against it, and nothing to cosign. */
  | { readonly verdict: 'refused'; readonly reason: CheckpointRefusal }

/** `shorter`: entries are gone. `other-root`: two histories of one size. `not-continued`: no proof that the old is the beginning of the new. */
export type Alarm = 'shorter' | 'other-root' | 'not-continued'

/** The proof is the one from `lastSeen.size` to the size of the new checkpoint; empty where there is none to give. Pure, never throws. */
export const judgeCheckpoint = (
  lastSeen: Checkpoint | null,
  note: string,
  proof: readonly Hash[],
  logKey: VerifierKey,
): WitnessVerdict => {
  const opened = openCheckpoint(note, logKey)
  if (!opened.isOpened) return { verdict: 'refused', reason: opened.reason }
  const { checkpoint } = opened
  if (lastSeen === null) return { verdict: 'first-visit', checkpoint }
  if (lastSeen.origin !== checkpoint.origin) return { verdict: 'refused', reason: 'other-log' }
  const alarm = alarmOf(lastSeen, checkpoint, proof)
  if (alarm !== null) return { verdict: 'alarm', alarm, checkpoint, lastSeen }
  if (lastSeen.size === checkpoint.size) return { verdict: 'unchanged', checkpoint }
  return { verdict: lastSeen.size === 0 ? 'first-visit' : 'continues', checkpoint }
}

const alarmOf = (lastSeen: Checkpoint, checkpoint: Checkpoint, proof: readonly Hash[]): Alarm | null => {
  if (checkpoint.size < lastSeen.size) return 'shorter'
  if (checkpoint.size === lastSeen.size) return areEqual(checkpoint.root, lastSeen.root) ? null : 'other-root'
  // An empty tree is the beginning of every tree: nothing was seen that could have been taken back.
  if (lastSeen.size === 0) return null
  const [oldSize, oldRoot, newSize, newRoot] = [lastSeen.size, lastSeen.root, checkpoint.size, checkpoint.root]
  return verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof }) ? null : 'not-continued'
}

/** The line to add to a note that `judgeCheckpoint` let pass; null where it must not be cosigned. `timeSeconds` is POSIX time. */
export const cosign = (verdict: WitnessVerdict, note: string, key: SigningKey, timeSeconds: number): string | null =>
  verdict.verdict === 'alarm' || verdict.verdict === 'refused' ? null : cosignatureLine(note, key, timeSeconds)
