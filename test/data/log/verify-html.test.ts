import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { signNextCheckpoint, withCosignatures } from '../../../data/log/checkpoint.ts'
import { consistencyProof } from '../../../data/log/merkle-proof.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { verifierKeyText } from '../../../data/log/note-key.ts'
import { openingText } from '../../../data/log/seal.ts'
import { cosignatureLine } from '../../../data/log/signed-note.ts'
import { browserOrSkip } from '../../support/in-browser.ts'
import { bytesOf, contribution, logKey, logOfThree, proofFile, witnessKey } from './small-log.ts'
import { skipWithoutVectors, vectorFiles } from './vectors.ts'

const PAGE = new URL('../../../data/log/verifiers/verify.html', import.meta.url).href

const sign = (tree: MerkleTree): string => {
  const result = signNextCheckpoint(tree, null, logKey)
  if (!result.isSigned) throw new Error(result.reason)
  return withCosignatures(result.note, [cosignatureLine(result.note, witnessKey, 1_772_619_300)])
}
const logged = logOfThree()
const tree = MerkleTree.of(logged.map(one => one.leafHash))
const [early, late] = [sign(MerkleTree.of([logged[0]!.leafHash])), sign(tree)]
const proof = proofFile(logged, 0, late)
const opening = openingText(bytesOf('salt contribution'), 'contribution', contribution)
const between = JSON.stringify(consistencyProof(1, 3, tree.hashAt).map(hash => Buffer.from(hash).toString('base64')))

describe('verify.html, opened from disk in a browser', function () {
  let browser: Browser
  let page: Page
  const faults: string[] = []

  before(async function () {
    browser = await browserOrSkip(this)
    page = await browser.newPage()
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', message => faults.push(message.text()))
    page.on('request', request => {
      if (!request.url().startsWith('file:')) faults.push(request.url())
    })
  })
  after(() => browser?.close())

  const check = async (files: Readonly<Record<string, string>>, witness = ''): Promise<readonly string[]> => {
    await page.goto(PAGE)
    await page.fill('#key', verifierKeyText(logKey))
    await page.fill('#witnesses', witness)
    const given = Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    }))
    await page.setInputFiles('#files', given)
    await page.click('button')
    await page.waitForSelector('#results li')
    return page.$$eval('#results li', items => items.map(item => (item.firstChild?.textContent ?? '').slice(0, 60)))
  }
  const marks = (lines: readonly string[]): readonly string[] => lines.map(line => line.replace(/:.*/, ''))

  it('checks a proof with its record, two checkpoints with what ties them, and the witnesses', async () => {
    const files = { 'a.tlog-proof': proof, 'opening.json': opening, early, late, 'between.json': between }
    expect(marks(await check(files, verifierKeyText(witnessKey)))).to.deep.equal([
      'OK – a.tlog-proof',
      'OK – opening.json',
      'OK – early',
      'OK – late',
      'OK – between.json',
    ])
  })

  it('says no to each when it was changed', async () => {
    const files = {
      'a.tlog-proof': proof.replace('index 0', 'index 1'),
      'opening.json': opening.replace('floods', 'clouds'),
      late: late.replace('\n3\n', '\n4\n'),
      'between.json': between,
      strange: '{}',
    }
    expect((await check(files)).map(line => line.slice(0, 2))).to.deep.equal(['NO', 'NO', 'NO', 'NO', 'NO'])
  })

  it('accepts exactly the good ones of the 196 proofs among the vectors', async function () {
    skipWithoutVectors(this)
    const files = [...vectorFiles('inclusion'), ...vectorFiles('consistency')]
    const named = Object.fromEntries(files.map((file, at) => [`${at}.json`, readFileSync(file, 'utf8')]))
    const lines = marks(await check(named))
    const isGood = (text: string): boolean => text.includes('"wantErr": false')
    expect(lines).to.deep.equal(Object.entries(named).map(([name, text]) => `${isGood(text) ? 'OK' : 'NO'} – ${name}`))
  })

  it('loads nothing, sends nothing and logs no error', () => {
    expect(faults).to.deep.equal([])
  })
})
