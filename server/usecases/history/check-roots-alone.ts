import { readCheckpoint } from '../../../data/log/checkpoint.ts'
import { areEqual, toHex } from '../../../data/log/encodings.ts'
import { historyFault, type HistoryFault } from '../../../data/log/history-fault.ts'
import type { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { readNote } from '../../../data/log/signed-note.ts'

/** A stored checkpoint where no key is at hand, such as in a copy of the store: who signed it stays open, its root does not. */
export const checkRootsAlone = (tree: MerkleTree, note: string): readonly HistoryFault[] => {
  const checkpoint = readCheckpoint(readNote(note)?.text ?? '')
  if (checkpoint === null)
    return [historyFault('checkpoint-unreadable', 'A stored checkpoint is no signed checkpoint.')]
  const { size, root } = checkpoint
  if (size > tree.size)
    return [historyFault('log-shorter-than-signed', `${size} entries were signed for, ${tree.size} are there.`)]
  if (areEqual(tree.root(size), root)) return []
  const message = `The first ${size} entries have the root ${toHex(tree.root(size))}; ${toHex(root)} was signed.`
  return [historyFault('checkpoint-differs', message)]
}
