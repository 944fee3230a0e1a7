import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { signNextCheckpoint, withCosignatures } from '../../../data/log/checkpoint.ts'
import { consistencyProof } from '../../../data/log/merkle-proof.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { signingKeyOf, verifierKeyText } from '../../../data/log/note-key.ts'
import { openingText } from '../../../data/log/seal.ts'
import { cosignatureLine } from '../../../data/log/signed-note.ts'
import { readTlogProof, tlogProofText } from '../../../data/log/tlog-proof.ts'
import { bytesOf, contribution, LOG_NAME, logKey, logOfThree, proofFile, witnessKey } from './small-log.ts'
import { skipWithoutVectors, vectorFiles } from './vectors.ts'

const verifier = (name: string): string =>
  fileURLToPath(new URL(`../../../data/log/verifiers/${name}`, import.meta.url))
/** The interpreter itself: version managers put a slow script in front of it. */
const python =
  spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout?.trim() || 'python3'
const VERIFIERS = [
  { name: 'verify.mjs', command: process.execPath, args: [verifier('verify.mjs')] },
  { name: 'verify.py', command: python, args: ['-B', verifier('verify.py')] },
] as const

const folder = mkdtempSync(join(tmpdir(), 'said-verifiers-'))
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const sign = (tree: MerkleTree): string => {
  const result = signNextCheckpoint(tree, null, logKey)
  if (!result.isSigned) throw new Error(result.reason)
  return withCosignatures(result.note, [cosignatureLine(result.note, witnessKey, 1_772_619_300)])
}

const logged = logOfThree()
const tree = MerkleTree.of(logged.map(one => one.leafHash))
const earlyNote = sign(MerkleTree.of([logged[0]!.leafHash]))
const lateNote = sign(tree)
const proof = proofFile(logged, 0, lateNote)
const opening = openingText(bytesOf('salt contribution'), 'contribution', contribution)
const between = consistencyProof(1, 3, tree.hashAt).map(hash => Buffer.from(hash).toString('base64'))
const KEY = ['--key', verifierKeyText(logKey)]
const WITNESS = ['--witness', verifierKeyText(witnessKey)]

for (const { name, command, args } of VERIFIERS)
  describe(`the stand-alone ${name}`, function () {
    const run = (...more: readonly string[]): { readonly code: number | null; readonly lines: readonly string[] } => {
      const { status, stdout } = spawnSync(command, [...args, ...more], { encoding: 'utf8' })
      return { code: status, lines: stdout.trimEnd().split('\n') }
    }
    const answer = (...more: readonly string[]): string => {
      const { code, lines } = run(...more)
      return `${code ?? 'killed'} ${lines[0]?.slice(0, 2) ?? ''}`
    }

    before(function () {
      if (spawnSync(command, ['--version']).error === undefined) return
      console.log(`      skipped: no ${command} on this machine`)
      this.skip()
    })
    after(() => {
      if (name === VERIFIERS.at(-1)?.name) rmSync(folder, { recursive: true })
    })

    it('accepts exactly the good ones of the 196 proofs among the vectors', function () {
      skipWithoutVectors(this)
      for (const kind of ['inclusion', 'consistency'] as const) {
        const files = vectorFiles(kind)
        const { lines } = run(kind, ...files)
        const isGood = (file: string): boolean => readFileSync(file, 'utf8').includes('"wantErr": false')
        expect(lines.map(line => line.slice(0, 2))).to.deep.equal(files.map(file => (isGood(file) ? 'ok' : 'NO')))
      }
    })

    it('checks a checkpoint and its witnesses', () => {
      const file = put('checkpoint', lateNote)
      expect(answer('checkpoint', file, ...KEY, ...WITNESS)).to.equal('0 ok')
      const stranger = verifierKeyText(signingKeyOf('stranger.example', 'cosignature/v1', bytesOf('stranger')))
      expect(answer('checkpoint', file, ...KEY, '--witness', stranger)).to.equal('1 NO')
      const other = verifierKeyText(signingKeyOf(LOG_NAME, 'ed25519', bytesOf('other')))
      expect(answer('checkpoint', file, '--key', other)).to.equal('1 NO')
      expect(answer('checkpoint', file)).to.equal('1 NO')
      expect(answer('checkpoint', put('larger', lateNote.replace('\n3\n', '\n4\n')), ...KEY)).to.equal('1 NO')
      const forged = lateNote.split('\n')
      forged[4] = `${forged[4]?.slice(0, -8) ?? ''}AAAAAAA=`
      expect(answer('checkpoint', put('forged', forged.join('\n')), ...KEY)).to.equal('1 NO')
    })

    it('checks a proof file, with the entry in it or beside it', () => {
      expect(answer('proof', put('good.tlog-proof', proof), ...KEY, ...WITNESS)).to.equal('0 ok')
      const bare = put('bare.tlog-proof', tlogProofText({ ...readTlogProof(proof)!, entryBody: null }))
      const [entry, other] = [put('entry', logged[0]!.body), put('other', logged[1]!.body)]
      expect(answer('proof', bare, ...KEY)).to.equal('1 NO')
      expect(answer('proof', bare, ...KEY, '--entry', entry)).to.equal('0 ok')
      expect(answer('proof', bare, ...KEY, '--entry', other)).to.equal('1 NO')
      expect(answer('proof', put('moved.tlog-proof', proof.replace('index 0', 'index 1')), ...KEY)).to.equal('1 NO')
    })

    it('checks the seal of a record, and says no to one changed letter', () => {
      const file = put('proof.tlog-proof', proof)
      expect(answer('seal', put('opening.json', opening), file, ...KEY)).to.equal('0 ok')
      expect(answer('seal', put('edited.json', opening.replace('floods', 'clouds')), file, ...KEY)).to.equal('1 NO')
      const second = put('second.tlog-proof', proofFile(logged, 1, lateNote))
      expect(answer('seal', put('opening.json', opening), second, ...KEY)).to.equal('1 NO')
    })

    it('checks that one checkpoint continues another', () => {
      const [early, late] = [put('early', earlyNote), put('late', lateNote)]
      expect(answer('continues', early, late, put('between.json', JSON.stringify(between)), ...KEY)).to.equal('0 ok')
      expect(
        answer('continues', early, late, put('wrong.json', JSON.stringify([...between].reverse())), ...KEY),
      ).to.equal('1 NO')
      const forged = sign(MerkleTree.of([bytesOf('forged'), ...logged.slice(1).map(one => one.leafHash)]))
      expect(
        answer('continues', early, put('forged', forged), put('between.json', JSON.stringify(between)), ...KEY),
      ).to.equal('1 NO')
    })

    it('says no, and does not fall over, for files that are something else', () => {
      const strange = [
        put('empty', ''),
        put('list.json', '[]'),
        put('null.json', 'null'),
        put('binary', Uint8Array.of(0xff, 0xfe, 0)),
        put('deep.json', '['.repeat(100_000)),
        put(
          'types.json',
          '{"leafIdx":"0","treeSize":true,"size1":{},"size2":[],"root":7,"root1":null,"proof":{"a":1}}',
        ),
        join(folder, 'missing'),
      ]
      for (const kind of ['inclusion', 'consistency', 'checkpoint', 'proof'])
        expect(run(kind, ...strange, ...KEY).lines.filter(line => !line.startsWith('NO '))).to.deep.equal([])
      for (const file of strange.slice(-3)) {
        expect(answer('seal', file, put('proof.tlog-proof', proof), ...KEY)).to.equal('1 NO')
        expect(answer('continues', file, file, file, ...KEY)).to.equal('1 NO')
      }
    })

    it('says what it can do, and refuses a key that is none', () => {
      expect(run().lines[0]).to.include('Checks the history')
      expect(run('checkpoint', 'x', '--key', 'nonsense').code).to.not.equal(0)
    })
  })
