import { expect } from 'chai'
import fc from 'fast-check'
import { sha256, type Hash } from '../../../data/log/merkle-hash.ts'
import { consistencyProof, inclusionProof } from '../../../data/log/merkle-proof.ts'
import { verifyConsistency, type ConsistencyClaim } from '../../../data/log/verify-consistency.ts'
import { verifyInclusion, type InclusionClaim } from '../../../data/log/verify-inclusion.ts'
import { treeOf } from './small-log.ts'

const LARGEST = 130
const tree = treeOf(LARGEST)

const inclusionClaim = (leafIndex: number, treeSize: number): InclusionClaim => ({
  leafIndex,
  treeSize,
  leafHash: tree.hashAt({ level: 0, index: leafIndex }),
  root: tree.root(treeSize),
  proof: inclusionProof(leafIndex, treeSize, tree.hashAt),
})
const consistencyClaim = (oldSize: number, newSize: number): ConsistencyClaim => ({
  oldSize,
  newSize,
  oldRoot: tree.root(oldSize),
  newRoot: tree.root(newSize),
  proof: consistencyProof(oldSize, newSize, tree.hashAt),
})
const flip = (hash: Hash, bit: number): Hash =>
  hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
const withFlip = (proof: readonly Hash[], at: number, bit: number): readonly Hash[] =>
  proof.map((hash, place) => (place === at ? flip(hash, bit) : hash))
const bits = Array.from({ length: 256 }, (_, bit) => bit)

const isSameBytes = (one: unknown, other: unknown): boolean =>
  one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0

/** The definition of RFC 6962 section 2.1, word for word: slow, and independent of the tree. */
const rootByDefinition = (leaves: readonly Hash[]): Hash => {
  if (leaves.length === 1) return leaves[0]!
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Uint8Array.of(1), rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)))
}

describe('Merkle proofs', () => {
  it('lead to the root that RFC 6962 defines, for every size up to 130', () => {
    const leaves = Array.from({ length: LARGEST }, (_, index) => tree.hashAt({ level: 0, index }))
    for (let size = 1; size <= LARGEST; size += 1)
      expect(Buffer.from(tree.root(size)).equals(rootByDefinition(leaves.slice(0, size))), `size ${size}`).to.equal(
        true,
      )
  })

  it('go the round for every leaf and every pair of sizes up to 130: 17,030 proofs', () => {
    let acceptedCount = 0
    for (let size = 1; size <= LARGEST; size += 1)
      for (let other = 1; other <= size; other += 1) {
        if (verifyInclusion(inclusionClaim(other - 1, size))) acceptedCount += 1
        if (verifyConsistency(consistencyClaim(other, size))) acceptedCount += 1
      }
    expect(acceptedCount).to.equal(17_030)
  })

  it('are refused with any single bit flipped, in any hash, for all sizes up to 16', () => {
    let acceptedCount = 0
    const count = (isAccepted: boolean): void => {
      if (isAccepted) acceptedCount += 1
    }
    for (let size = 1; size <= 16; size += 1)
      for (let other = 1; other <= size; other += 1) {
        const [inclusion, consistency] = [inclusionClaim(other - 1, size), consistencyClaim(other, size)]
        for (const bit of bits) {
          count(verifyInclusion({ ...inclusion, root: flip(inclusion.root, bit) }))
          count(verifyInclusion({ ...inclusion, leafHash: flip(inclusion.leafHash, bit) }))
          count(verifyConsistency({ ...consistency, oldRoot: flip(consistency.oldRoot, bit) }))
          count(verifyConsistency({ ...consistency, newRoot: flip(consistency.newRoot, bit) }))
          for (const at of inclusion.proof.keys())
            count(verifyInclusion({ ...inclusion, proof: withFlip(inclusion.proof, at, bit) }))
          for (const at of consistency.proof.keys())
            count(verifyConsistency({ ...consistency, proof: withFlip(consistency.proof, at, bit) }))
        }
      }
    expect(acceptedCount).to.equal(0)
  })

  it('are refused for another leaf, a missing hash and one too many', () => {
    for (let size = 2; size <= 40; size += 1)
      for (let index = 0; index < size; index += 1) {
        const claim = inclusionClaim(index, size)
        expect(verifyInclusion({ ...claim, leafIndex: (index + 1) % size })).to.equal(false)
        expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).to.equal(false)
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] })).to.equal(false)
      }
  })

  it('never are accepted when made up, and never make the verifier throw', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
    const anyHash = fc.oneof(hash, fc.uint8Array({ maxLength: 40 }), fc.constantFrom(null, undefined, 'x', 7))
    const size = fc.oneof(
      fc.nat(200),
      fc.maxSafeInteger(),
      fc.constantFrom(2 ** 53, 1.5, NaN, -1, 18446744073709551615),
    )
    const proof = fc.oneof(fc.array(hash, { maxLength: 10 }), fc.array(anyHash, { maxLength: 70 }), fc.constant(null))
    const property = fc.property(size, size, anyHash, anyHash, proof, (one, other, first, second, hashes) => {
      // Equal roots and no proof is a true statement about one tree, not a made-up one.
      fc.pre(!isSameBytes(first, second))
      const inclusion: unknown = { leafIndex: one, treeSize: other, leafHash: first, root: second, proof: hashes }
      const consistency: unknown = { oldSize: one, newSize: other, oldRoot: first, newRoot: second, proof: hashes }
      return !verifyInclusion(inclusion as InclusionClaim) && !verifyConsistency(consistency as ConsistencyClaim)
    })
    fc.assert(property, { numRuns: 20_000 })
  })

  it('never are accepted with a random change to a good one', () => {
    const places = fc.tuple(fc.integer({ min: 2, max: LARGEST }), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }))
    const property = fc.property(places, ([size, index, at, bit]) => {
      const claim = inclusionClaim(index % size, size)
      return !verifyInclusion({ ...claim, proof: withFlip(claim.proof, at % claim.proof.length, bit) })
    })
    fc.assert(property, { numRuns: 5_000 })
  })

  it('are no for sizes that JavaScript does not hold exactly, instead of rounding them', () => {
    const claim = inclusionClaim(0, 1)
    expect(verifyInclusion({ ...claim, leafIndex: 18446744073709551615 })).to.equal(false)
    expect(verifyInclusion({ ...claim, treeSize: 2 ** 53 })).to.equal(false)
    expect(verifyConsistency({ ...consistencyClaim(1, 2), newSize: 2 ** 53 })).to.equal(false)
  })

  it('are asked for within the tree alone', () => {
    for (const [index, size] of [
      [0, 0],
      [3, 3],
      [-1, 3],
      [0.5, 3],
      [0, 2 ** 53],
    ] as const)
      expect(() => inclusionProof(index, size, tree.hashAt), `${index} of ${size}`).to.throw(RangeError)
    expect(() => consistencyProof(4, 3, tree.hashAt)).to.throw(RangeError)
    expect(() => consistencyProof(-1, 3, tree.hashAt)).to.throw(RangeError)
    expect(() => tree.root(LARGEST + 1)).to.throw(RangeError)
    expect(() => tree.root(-1)).to.throw(RangeError)
    expect(() => tree.hashAt({ level: 0, index: LARGEST })).to.throw(RangeError)
    expect(() => tree.hashAt({ level: 99, index: 0 })).to.throw(RangeError)
    expect(() => treeOf(0).append(new Uint8Array(31))).to.throw(RangeError)
    expect(consistencyProof(0, 3, tree.hashAt)).to.deep.equal([])
  })

  it('hold beyond 2^32 leaves, where bit operations would wrap', () => {
    // A tree of 2^40 equal leaves: every complete subtree of a level has the same hash, so it needs no room.
    const byLevel: Hash[] = [sha256(Uint8Array.of(7))]
    for (let level = 1; level <= 40; level += 1)
      byLevel.push(sha256(Uint8Array.of(1), byLevel[level - 1]!, byLevel[level - 1]!))
    const hashes = ({ level }: { readonly level: number }): Hash => byLevel[level]!
    const [treeSize, leafIndex] = [2 ** 40, 2 ** 33 + 5]
    const proof = inclusionProof(leafIndex, treeSize, hashes)
    expect(verifyInclusion({ leafIndex, treeSize, leafHash: byLevel[0]!, root: byLevel[40]!, proof })).to.equal(true)
    const continued = consistencyProof(2 ** 39, treeSize, hashes)
    const roots = { oldRoot: byLevel[39]!, newRoot: byLevel[40]! }
    expect(verifyConsistency({ oldSize: 2 ** 39, newSize: treeSize, ...roots, proof: continued })).to.equal(true)
  })
})
