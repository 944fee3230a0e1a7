import type { Hash } from './merkle-hash.ts'
import { hashOfRange, splitOf, type LeafRange, type SubtreeHashes } from './subtree.ts'

/** Ranges beside the path of a leaf to the root, from the leaf up (RFC 6962 section 2.1.1). */
const besidePath = (index: number, { start, end }: LeafRange): readonly LeafRange[] => {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  const [left, right] = [
    { start, end: middle },
    { start: middle, end },
  ]
  return index < middle ? [...besidePath(index, left), right] : [...besidePath(index, right), left]
}

/** Ranges that tie the first `size` leaves of a range to the whole of it (RFC 6962 section 2.1.2, SUBPROOF). */
const besideEdge = (size: number, { start, end }: LeafRange, isKnown: boolean): readonly LeafRange[] => {
  if (size === end - start) return isKnown ? [] : [{ start, end }]
  const width = splitOf(end - start)
  const [left, right] = [
    { start, end: start + width },
    { start: start + width, end },
  ]
  return size <= width ? [...besideEdge(size, left, isKnown), right] : [...besideEdge(size - width, right, false), left]
}

export const inclusionRanges = (leafIndex: number, treeSize: number): readonly LeafRange[] => {
  if (!Number.isSafeInteger(treeSize) || !Number.isSafeInteger(leafIndex) || leafIndex < 0 || leafIndex >= treeSize)
    throw new RangeError(`A tree of ${treeSize} leaves has no leaf ${leafIndex}.`)
  return besidePath(leafIndex, { start: 0, end: treeSize })
}

/** From size 0 there is nothing to prove: the proof is empty, and a verifier refuses it as meaningless. */
export const consistencyRanges = (oldSize: number, newSize: number): readonly LeafRange[] => {
  if (!Number.isSafeInteger(newSize) || !Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > newSize)
    throw new RangeError(`A tree of ${newSize} leaves does not continue one of ${oldSize}.`)
  return oldSize === 0 ? [] : besideEdge(oldSize, { start: 0, end: newSize }, true)
}

/** That a leaf stands in the tree of a size: about log2(size) hashes. */
export const inclusionProof = (leafIndex: number, treeSize: number, hashes: SubtreeHashes): readonly Hash[] =>
  inclusionRanges(leafIndex, treeSize).map(range => hashOfRange(range, hashes))

/** That the tree of one size is the beginning of the tree of a later one. */
export const consistencyProof = (oldSize: number, newSize: number, hashes: SubtreeHashes): readonly Hash[] =>
  consistencyRanges(oldSize, newSize).map(range => hashOfRange(range, hashes))
