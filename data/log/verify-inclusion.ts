import { areEqual } from './encodings.ts'
import { isHash, nodeHash, type Hash } from './merkle-hash.ts'

export interface InclusionClaim {
  readonly leafIndex: number
  readonly treeSize: number
  readonly leafHash: Hash
  readonly root: Hash
  readonly proof: readonly Hash[]
}

const half = (n: number): number => Math.floor(n / 2)

/** Root that a proof leads to, or null where it is too short or too long (RFC 9162 section 2.1.3.2). */
const rootOfProof = ({ leafIndex, treeSize, leafHash, proof }: InclusionClaim): Hash | null => {
  let [at, last, hash] = [leafIndex, treeSize - 1, leafHash]
  for (const beside of proof) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? hash : null
}

/**
 * Whether the leaf stands at that index in the tree of that size and root. Never throws: whatever is malformed, and any
 * number that JavaScript does not hold exactly, is an ordinary no.
 */
export const verifyInclusion = (claim: InclusionClaim): boolean => {
  if (typeof claim !== 'object' || claim === null) return false
  const { leafIndex, treeSize, leafHash, root, proof } = claim
  if (!Number.isSafeInteger(leafIndex) || !Number.isSafeInteger(treeSize)) return false
  if (leafIndex < 0 || leafIndex >= treeSize) return false
  if (!isHash(leafHash) || !isHash(root) || !Array.isArray(proof) || !proof.every(isHash)) return false
  const computed = rootOfProof(claim)
  return computed !== null && areEqual(computed, root)
}
