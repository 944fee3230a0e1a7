import { expect } from 'chai'
import {
  checkpointText,
  openCheckpoint,
  readCheckpoint,
  signNextCheckpoint,
  withCosignatures,
} from '../../../data/log/checkpoint.ts'
import { signingKeyOf } from '../../../data/log/note-key.ts'
import { cosignatureLine, signNote } from '../../../data/log/signed-note.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { bytesOf, LOG_NAME, logKey, treeOf, witnessKey } from './small-log.ts'

const signed = (tree: MerkleTree, last: string | null = null): string => {
  const result = signNextCheckpoint(tree, last, logKey)
  if (!result.isSigned) throw new Error(result.reason)
  return result.note
}
const root = treeOf(3).root()
const good = checkpointText({ origin: LOG_NAME, size: 3, root })

describe('a checkpoint', () => {
  it('is the name of the log, its size and its root, a line each', () => {
    expect(good).to.equal(`${LOG_NAME}\n3\n${Buffer.from(root).toString('base64')}\n`)
    expect(readCheckpoint(good)).to.deep.equal({ origin: LOG_NAME, size: 3, root: Buffer.from(root) })
  })

  for (const [what, text] of [
    ['a leading zero', good.replace('\n3\n', '\n03\n')],
    ['a sign', good.replace('\n3\n', '\n+3\n')],
    ['a size that would be rounded', good.replace('\n3\n', '\n9007199254740993\n')],
    ['a root that is too short', `${LOG_NAME}\n3\nAAAA\n`],
    ['a further line, which nobody could check', `${good}more\n`],
    ['no name', good.slice(LOG_NAME.length)],
    ['no last newline', good.slice(0, -1)],
  ] as const)
    it(`is refused with ${what}`, () => {
      expect(readCheckpoint(text)).to.equal(null)
      expect(openCheckpoint(signNote(text.endsWith('\n') ? text : `${text}\n\n`, logKey), logKey).isOpened).to.equal(
        false,
      )
    })

  it('opens with the key of the log, and names the witnesses that cosigned', () => {
    const note = signed(treeOf(3))
    const cosigned = withCosignatures(note, [cosignatureLine(note, witnessKey, 1_700_000_000)])
    const opened = openCheckpoint(cosigned, logKey, [witnessKey])
    expect(opened.isOpened && opened.checkpoint.size).to.equal(3)
    expect(opened.isOpened && opened.witnesses.map(({ key, timeSeconds }) => [key.name, timeSeconds])).to.deep.equal([
      [witnessKey.name, 1_700_000_000],
    ])
    expect(withCosignatures(cosigned, [cosignatureLine(note, witnessKey, 1_700_000_000)])).to.equal(cosigned)
  })

  it('does not open with the signature of a witness alone, nor for a log of another name', () => {
    const note = signed(treeOf(3))
    const cosignedOnly = `${good}\n${cosignatureLine(note, witnessKey, 1)}`
    expect(openCheckpoint(cosignedOnly, logKey, [witnessKey])).to.deep.equal({
      isOpened: false,
      reason: 'not-signed-by-the-log',
    })
    const foreign = signNote(good.replace(LOG_NAME, 'other.example/log'), logKey)
    expect(openCheckpoint(foreign, logKey)).to.deep.equal({ isOpened: false, reason: 'other-log' })
  })

  it('is signed only where the tree continues what was signed last', () => {
    const last = signed(treeOf(20))
    expect(signNextCheckpoint(treeOf(33), last, logKey).isSigned).to.equal(true)
    expect(signNextCheckpoint(treeOf(20), last, logKey).isSigned).to.equal(true)
    expect(signNextCheckpoint(treeOf(19), last, logKey)).to.deep.equal({
      isSigned: false,
      reason: 'shorter-than-signed',
    })
    const rewritten = MerkleTree.of(Array.from({ length: 33 }, (_, at) => bytesOf(at === 7 ? 'forged' : `leaf ${at}`)))
    expect(signNextCheckpoint(rewritten, last, logKey)).to.deep.equal({
      isSigned: false,
      reason: 'differs-from-signed',
    })
  })

  it('is not signed after one that another key signed', () => {
    const last = signed(treeOf(2))
    const key = signingKeyOf(LOG_NAME, 'ed25519', bytesOf('other'))
    expect(signNextCheckpoint(treeOf(3), last, key)).to.deep.equal({ isSigned: false, reason: 'no-known-signature' })
  })

  it('of an empty log is a checkpoint too', () => {
    const opened = openCheckpoint(signed(treeOf(0)), logKey)
    expect(opened.isOpened && opened.checkpoint.size).to.equal(0)
  })
})
