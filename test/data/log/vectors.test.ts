import { expect } from 'chai'
import { leafHash, nodeHash, EMPTY_ROOT } from '../../../data/log/merkle-hash.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { readVerifierKey } from '../../../data/log/note-key.ts'
import { openNote } from '../../../data/log/signed-note.ts'
import { toHex } from '../../../data/log/encodings.ts'
import { verifyConsistency } from '../../../data/log/verify-consistency.ts'
import { verifyInclusion } from '../../../data/log/verify-inclusion.ts'
import {
  readNoteVector,
  readTreeVector,
  readVector,
  skipWithoutVectors,
  vectorFiles,
  type ConsistencyVector,
  type InclusionVector,
} from './vectors.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64')
const hex = (text: string): Uint8Array => Buffer.from(text, 'hex')
const utf8 = (text: string): Uint8Array => Buffer.from(text)

describe('the public test vectors', function () {
  before(function () {
    skipWithoutVectors(this)
  })

  it('accept 6 of 98 inclusion proofs, exactly the good ones', () => {
    const files = vectorFiles('inclusion')
    const wrong = files.filter(file => {
      const { leafIdx, treeSize, root, leafHash, proof, wantErr } = readVector<InclusionVector>(file)
      const claim = { leafIndex: leafIdx, treeSize, root: bytes(root), leafHash: bytes(leafHash) }
      return verifyInclusion({ ...claim, proof: (proof ?? []).map(bytes) }) === wantErr
    })
    expect(wrong).to.deep.equal([])
    expect(files).to.have.length(98)
  })

  it('accept 6 of 98 consistency proofs, exactly the good ones', () => {
    const files = vectorFiles('consistency')
    const wrong = files.filter(file => {
      const { size1, size2, root1, root2, proof, wantErr } = readVector<ConsistencyVector>(file)
      const claim = { oldSize: size1, newSize: size2, oldRoot: bytes(root1), newRoot: bytes(root2) }
      return verifyConsistency({ ...claim, proof: (proof ?? []).map(bytes) }) === wantErr
    })
    expect(wrong).to.deep.equal([])
    expect(files).to.have.length(98)
  })

  it('give the 15 node hashes, the 9 roots and the 4 values of the hasher', () => {
    const vector = readTreeVector()
    const tree = MerkleTree.of(vector.leafInputsHex.map(leaf => leafHash(hex(leaf))))
    expect(vector.rootBySize.map((_, size) => toHex(tree.root(size)))).to.deep.equal(vector.rootBySize)
    for (const [level, hashes] of vector.nodeHashesByLevel.entries())
      expect(hashes.map((_, index) => toHex(tree.hashAt({ level, index })))).to.deep.equal(hashes)
    const { hasher } = vector
    expect(toHex(EMPTY_ROOT)).to.equal(hasher.emptyRoot)
    expect(toHex(leafHash(utf8('')))).to.equal(hasher.emptyLeaf)
    expect(toHex(leafHash(utf8(hasher.leaf.dataUtf8)))).to.equal(hasher.leaf.hash)
    expect(toHex(nodeHash(utf8(hasher.node.leftUtf8), utf8(hasher.node.rightUtf8)))).to.equal(hasher.node.hash)
  })

  it('open the example of a signed note, and no note with one letter changed', () => {
    const { vkey, note, text } = readNoteVector()
    const key = readVerifierKey(vkey)!
    const opened = openNote(note, [key])
    expect(opened.isOpened && opened.text).to.equal(text)
    for (let at = 0; at < note.length; at += 1) {
      const other = note[at] === 'x' ? 'y' : 'x'
      expect(openNote(note.slice(0, at) + other + note.slice(at + 1), [key]).isOpened, `at ${at}`).to.equal(false)
    }
  })
})
