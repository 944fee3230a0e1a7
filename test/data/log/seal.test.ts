import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { RECORD_KIND_NAMES } from '../../../data/model/record-kinds.ts'
import { isSealOf, openingText, readOpening, sealRecord } from '../../../data/log/seal.ts'
import { memberHash, sealedText } from '../../../data/log/sealed-record.ts'
import { a } from '../../support/builders.ts'
import { aStored, bytesOf, contribution, link, words } from './small-log.ts'

const salt = bytesOf('salt')

describe('a seal', () => {
  it('is SHA-256 over the domain, a zero byte, the salt and the canonical record', () => {
    const hash = createHash('sha256').update('said-and-done/v1/text').update(Uint8Array.of(0)).update(salt)
    expect(sealRecord(salt, 'contribution', contribution)).to.equal(
      hash.update(sealedText('contribution', contribution)).digest('hex'),
    )
  })

  it('opens with its own salt and record alone', () => {
    const seal = sealRecord(salt, 'contribution', contribution)
    expect(isSealOf(seal, salt, 'contribution', contribution)).to.equal(true)
    expect(isSealOf(seal, bytesOf('other'), 'contribution', contribution)).to.equal(false)
    expect(isSealOf(seal, salt.subarray(1), 'contribution', contribution)).to.equal(false)
    expect(isSealOf(seal, salt, 'point', contribution)).to.equal(false)
    for (let at = 0; at < words.length; at += 1) {
      const text = `${words.slice(0, at)}~${words.slice(at + 1)}`
      expect(isSealOf(seal, salt, 'contribution', { ...contribution, text }), `at ${at}`).to.equal(false)
    }
  })

  it('says no, and does not throw, for a record edited into something that cannot be sealed', () => {
    const seal = sealRecord(salt, 'contribution', contribution)
    expect(isSealOf(seal, salt, 'contribution', { ...contribution, supportClaimed: 1.5 })).to.equal(false)
    expect(isSealOf(seal, salt, 'contribution', { ...contribution, text: Buffer.from(words) })).to.equal(false)
  })

  it('needs a salt of 32 bytes', () => {
    expect(() => sealRecord(salt.subarray(1), 'link', link)).to.throw(RangeError)
  })

  it('can be made of every kind of record', () => {
    for (const kind of RECORD_KIND_NAMES) expect(sealRecord(salt, kind, a(kind)), kind).to.match(/^[0-9a-f]{64}$/)
  })
})

describe('the text of a sealed record', () => {
  it('does not change when the model gains a field that is empty, or a retraction is worked out', () => {
    const withMore = { ...link, retractedById: 'x', fieldOfTheFuture: null }
    expect(sealedText('link', withMore)).to.equal(sealedText('link', link))
  })

  it('writes numbers that may be fractions as text, so that it holds integers only', () => {
    const suggested = aStored('link', 5, { score: 0.1 + 0.2 })
    expect(sealedText('link', suggested)).to.include('"score":"0.30000000000000004"')
    expect(sealedText('link', { ...suggested, score: 3 })).to.include('"score":"3"')
    expect(memberHash('link', suggested)).to.not.deep.equal(memberHash('link', { ...suggested, score: 0.3 }))
  })
})

describe('an opening', () => {
  it('gives the seal and the record back', () => {
    const opening = readOpening(`${openingText(salt, 'contribution', contribution)}\n`)!
    expect(opening.seal).to.equal(sealRecord(salt, 'contribution', contribution))
    expect(opening.record).to.include({ id: contribution.id, text: words })
  })

  for (const text of ['', '{}', '[]', 'null', '{"format":"said-and-done/opening@1","salt":"00","text":"{}"}'])
    it(`is not ${text === '' ? 'nothing' : text}`, () => {
      expect(readOpening(text)).to.equal(null)
    })
})
