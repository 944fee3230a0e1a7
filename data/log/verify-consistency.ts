import { areEqual } from './encodings.ts'
import { isHash, nodeHash, type Hash } from './merkle-hash.ts'

export interface ConsistencyClaim {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Hash
  readonly newRoot: Hash
  readonly proof: readonly Hash[]
}

const half = (n: number): number => Math.floor(n / 2)
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n)) && 2 ** Math.log2(n) === n

/** Both roots that a proof leads to, or null where it is too short or too long (RFC 9162 section 2.1.4.2). */
const rootsOfProof = ({ oldSize, newSize, oldRoot, proof }: ConsistencyClaim): readonly [Hash, Hash] | null => {
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  if (first === undefined) return null
  let [at, last, before, after] = [oldSize - 1, newSize - 1, first, first]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  for (const beside of rest) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      ;[before, after] = [nodeHash(beside, before), nodeHash(beside, after)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else after = nodeHash(after, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? [before, after] : null
}

const isSamePlace = ({ oldRoot, newRoot, proof }: ConsistencyClaim): boolean =>
  proof.length === 0 &&
  oldRoot instanceof Uint8Array &&
  newRoot instanceof Uint8Array &&
  oldRoot.length > 0 &&
  areEqual(oldRoot, newRoot)

/**
 * Whether the tree of the new size and root begins with the tree of the old size and root. From size 0 it is refused as
 * meaningless: a caller treats size 0 as a first visit. Never throws: whatever is malformed is an ordinary no.
 */
export const verifyConsistency = (claim: ConsistencyClaim): boolean => {
  if (typeof claim !== 'object' || claim === null) return false
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize)) return false
  if (oldSize < 1 || newSize < oldSize || !Array.isArray(proof)) return false
  if (oldSize === newSize) return isSamePlace(claim)
  if (proof.length === 0 || !isHash(oldRoot) || !isHash(newRoot) || !proof.every(isHash)) return false
  const roots = rootsOfProof(claim)
  return roots !== null && areEqual(roots[0], oldRoot) && areEqual(roots[1], newRoot)
}
