import { EMPTY_ROOT, nodeHash, type Hash } from './merkle-hash.ts'

/** Leaves `start` to `end` − 1. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** A complete subtree: 2^level leaves, beginning at leaf index × 2^level. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

/** Where the hashes of complete subtrees come from: a tree in memory, or tiles that were fetched. */
export type SubtreeHashes = (subtree: Subtree) => Hash

/** The largest power of two below n, for n ≥ 2: where RFC 6962 splits a tree. */
export const splitOf = (n: number): number => {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/**
 * The complete subtrees a range is made of, from left to right. The range begins where the split of a tree begins, so
 * that its first leaf is a multiple of every power of two used.
 */
export const subtreesOf = ({ start, end }: LeafRange): readonly Subtree[] => {
  const subtrees: Subtree[] = []
  let [from, left] = [start, end - start]
  while (left > 0) {
    let [level, width] = [0, 1]
    while (width * 2 <= left) [level, width] = [level + 1, width * 2]
    subtrees.push({ level, index: from / width })
    ;[from, left] = [from + width, left - width]
  }
  return subtrees
}

/** RFC 6962 hash of a range: its complete subtrees, joined from the right. */
export const hashOfRange = (range: LeafRange, hashes: SubtreeHashes): Hash =>
  subtreesOf(range)
    .map(hashes)
    .reduceRight<Hash | null>((right, left) => (right === null ? left : nodeHash(left, right)), null) ?? EMPTY_ROOT
