import { expect } from 'chai'
import fc from 'fast-check'
import { openCheckpoint, signNextCheckpoint, type Checkpoint } from '../../../data/log/checkpoint.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { consistencyProof } from '../../../data/log/merkle-proof.ts'
import { cosign, judgeCheckpoint } from '../../../data/log/witness.ts'
import { signingKeyOf } from '../../../data/log/note-key.ts'
import { bytesOf, LOG_NAME, logKey, treeOf, witnessKey } from './small-log.ts'

const noteOf = (tree: MerkleTree, key = logKey): string => {
  const result = signNextCheckpoint(tree, null, key)
  if (!result.isSigned) throw new Error(result.reason)
  return result.note
}
const seen = (tree: MerkleTree): Checkpoint => ({ origin: LOG_NAME, size: tree.size, root: tree.root() })
const rewritten = (size: number, changedAt: number): MerkleTree =>
  MerkleTree.of(Array.from({ length: size }, (_, at) => bytesOf(at === changedAt ? 'forged' : `leaf ${at}`)))

describe('a witness', () => {
  it('takes the first checkpoint it sees, and cosigns it', () => {
    const note = noteOf(treeOf(5))
    const verdict = judgeCheckpoint(null, note, [], logKey)
    expect(verdict.verdict).to.equal('first-visit')
    const line = cosign(verdict, note, witnessKey, 1_700_000_000)!
    const opened = openCheckpoint(note + line, logKey, [witnessKey])
    expect(opened.isOpened && opened.witnesses).to.have.length(1)
  })

  it('cosigns what continues the last it saw', () => {
    const [before, after] = [treeOf(5), treeOf(9)]
    const proof = consistencyProof(5, 9, after.hashAt)
    expect(judgeCheckpoint(seen(before), noteOf(after), proof, logKey).verdict).to.equal('continues')
    expect(judgeCheckpoint(seen(after), noteOf(after), [], logKey).verdict).to.equal('unchanged')
    expect(judgeCheckpoint(seen(treeOf(0)), noteOf(after), [], logKey).verdict).to.equal('first-visit')
  })

  it('refuses a history that was rebuilt and signed with the real key', () => {
    const forged = rewritten(9, 2)
    const note = noteOf(forged)
    const verdict = judgeCheckpoint(seen(treeOf(5)), note, consistencyProof(5, 9, forged.hashAt), logKey)
    expect(verdict).to.include({ verdict: 'alarm', alarm: 'not-continued' })
    expect(cosign(verdict, note, witnessKey, 1)).to.equal(null)
  })

  it('raises the alarm for any rewriting of what it saw, whichever entry and whatever the proof', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(), fc.boolean())
    const property = fc.property(sizes, ([oldSize, more, at, isOwnProof]) => {
      const [before, after] = [treeOf(oldSize), rewritten(oldSize + more, at % oldSize)]
      const tree = isOwnProof ? after : treeOf(oldSize + more)
      const proof = consistencyProof(oldSize, oldSize + more, tree.hashAt)
      return judgeCheckpoint(seen(before), noteOf(after), proof, logKey).verdict === 'alarm'
    })
    fc.assert(property, { numRuns: 300 })
  })

  it('raises the alarm where entries are gone, and for two histories of one size', () => {
    expect(judgeCheckpoint(seen(treeOf(9)), noteOf(treeOf(5)), [], logKey)).to.include({ alarm: 'shorter' })
    expect(judgeCheckpoint(seen(treeOf(9)), noteOf(rewritten(9, 8)), [], logKey)).to.include({ alarm: 'other-root' })
  })

  it('neither cosigns nor raises the alarm for what the log did not sign', () => {
    const forger = signingKeyOf(LOG_NAME, 'ed25519', bytesOf('forger'))
    const note = noteOf(treeOf(9), forger)
    const verdict = judgeCheckpoint(seen(treeOf(5)), note, [], logKey)
    expect(verdict).to.deep.equal({ verdict: 'refused', reason: 'no-known-signature' })
    expect(cosign(verdict, note, witnessKey, 1)).to.equal(null)
    expect(judgeCheckpoint(null, 'nonsense', [], logKey)).to.deep.equal({ verdict: 'refused', reason: 'not-a-note' })
    const elsewhere = { ...seen(treeOf(5)), origin: 'other.example/log' }
    expect(judgeCheckpoint(elsewhere, noteOf(treeOf(9)), [], logKey)).to.deep.equal({
      verdict: 'refused',
      reason: 'other-log',
    })
  })
})
