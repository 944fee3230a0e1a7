import { expect } from 'chai'
import fc from 'fast-check'
import { signNextCheckpoint } from '../../../data/log/checkpoint.ts'
import { readEntry } from '../../../data/log/log-entry.ts'
import { leafHash } from '../../../data/log/merkle-hash.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { checkTlogProof, readTlogProof, tlogProofText } from '../../../data/log/tlog-proof.ts'
import { logKey, logOfThree, proofFile } from './small-log.ts'

const logged = logOfThree()
const result = signNextCheckpoint(MerkleTree.of(logged.map(one => one.leafHash)), null, logKey)
const note = result.isSigned ? result.note : ''
const file = proofFile(logged, 1, note)

describe('a proof file', () => {
  it('proves the entry it holds to somebody who has the key of the log and nothing else', () => {
    const checked = checkTlogProof(file, null, logKey)
    expect(checked.isProved && readEntry(Buffer.from(checked.entryText ?? ''))).to.deep.equal({
      entry: logged[1]!.entry,
    })
  })

  it('proves every entry, and each only as itself', () => {
    for (const [at, { leafHash }] of logged.entries()) {
      expect(checkTlogProof(proofFile(logged, at, note), leafHash, logKey).isProved).to.equal(true)
      const reason = at === 1 ? null : checkTlogProof(file, leafHash, logKey)
      if (reason !== null) expect(reason).to.deep.equal({ isProved: false, reason: 'other-entry' })
    }
  })

  it('is written and read without loss', () => {
    expect(tlogProofText(readTlogProof(file)!)).to.equal(file)
  })

  it('without its entry proves the entry that is given, and nothing when none is', () => {
    const bare = tlogProofText({ ...readTlogProof(file)!, entryBody: null })
    expect(checkTlogProof(bare, logged[1]!.leafHash, logKey).isProved).to.equal(true)
    expect(checkTlogProof(bare, logged[2]!.leafHash, logKey)).to.deep.equal({ isProved: false, reason: 'not-included' })
    expect(checkTlogProof(bare, null, logKey)).to.deep.equal({ isProved: false, reason: 'no-entry' })
  })

  it('does not prove a hash that is no entry of the log', () => {
    const bare = tlogProofText({ ...readTlogProof(file)!, entryBody: Buffer.from('{}') })
    expect(checkTlogProof(bare, leafHash(Buffer.from('{}')), logKey).isProved).to.equal(false)
  })

  it('proves nothing with any one character changed, and never makes the reader throw', () => {
    const change = fc.tuple(fc.nat(file.length - 1), fc.constantFrom('A', 'x', '0', ' ', '\n', '\u2014', '\ud800'))
    const property = fc.property(change, ([at, letter]) => {
      fc.pre(file[at] !== letter)
      return !checkTlogProof(file.slice(0, at) + letter + file.slice(at + 1), null, logKey).isProved
    })
    fc.assert(property, { numRuns: 2_000 })
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => !checkTlogProof(text, null, logKey).isProved))
  })

  for (const [what, broken] of [
    ['another first line', file.replace('@v1', '@v2')],
    ['a leading zero in the index', file.replace('index 1', 'index 01')],
    ['no index', file.replace(/index 1\n/, '')],
    ['a hash that is too short', file.replace(/\n\n/, '\nAAAA\n\n')],
    ['broken extra data', file.replace('extra ', 'extra !')],
    ['nothing in it', ''],
  ] as const)
    it(`is none with ${what}`, () => {
      expect(readTlogProof(broken)).to.equal(null)
    })
})
