import { expect } from 'chai'
import iconv from 'iconv-lite'
import { bytesSource, codesOf, importAll } from './import-files.ts'

const TEXT = 'ref,contributor_type,text\nR1,resident,“Café” – 5 € for the bus\n'
const importBytes = (bytes: Uint8Array, pieceBytes?: number) =>
  importAll(bytesSource('contributions.csv', bytes, pieceBytes), { consultation: 'c' })
const WORDS = '“Café” – 5 € for the bus'

describe('encoding of a file', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
    it(`is told by a byte order mark: ${encoding}`, async () => {
      const imported = await importBytes(iconv.encode(TEXT, encoding, { addBOM: true }))
      expect(imported.records[0]?.values['text']).to.equal(WORDS)
      expect(codesOf(imported)).to.deep.equal([])
    })
  }
  it('is told the same however the bytes arrive', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1252']) {
      const bytes = iconv.encode(TEXT, encoding, { addBOM: encoding !== 'windows-1252' })
      for (const pieceBytes of [1, 2, 5]) {
        expect((await importBytes(bytes, pieceBytes)).records[0]?.values['text'], encoding).to.equal(WORDS)
      }
    }
  })
  it('is Windows-1252 where it is not UTF-8, and the cells that changed are shown', async () => {
    const imported = await importBytes(iconv.encode(TEXT, 'windows-1252'))
    expect(imported.records[0]?.values['text']).to.equal(WORDS)
    expect(codesOf(imported)).to.include('DECODED_AS_CP1252')
    expect(imported.prepared.problems.map(({ message }) => message).join()).to.include(
      'row 2 "“Café” – 5 € for the bus"',
    )
  })
  it('is refused where every second byte is NUL and no mark says why', async () => {
    const { prepared } = await importBytes(iconv.encode(TEXT, 'utf-16le', { addBOM: false }))
    expect(prepared.status).to.equal('refused')
    expect(prepared.problems[0]?.message).to.equal(
      'contributions.csv looks like UTF-16 (every second byte is NUL) but has no byte order mark, so it cannot be told which kind. ' +
        'Save it as "CSV UTF-8".',
    )
  })
  it('is refused for UTF-32', async () => {
    const { prepared } = await importBytes(iconv.encode(TEXT, 'utf-32le', { addBOM: true }))
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['refused', 'ENCODING_UNSUPPORTED'])
  })
  it('is asked about where clean UTF-8 stands beside other bytes', async () => {
    const { prepared } = await importBytes(
      Buffer.concat([Buffer.from(TEXT), Buffer.from('R2,resident,caf\xe9 \n', 'latin1')]),
    )
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['asks', 'MIXED_ENCODING'])
  })
  it('warns of text that was once decoded wrongly', async () => {
    const imported = await importAll(bytesSource('contributions.csv', TEXT.replace('Café', 'CafÃ©')), {
      consultation: 'c',
    })
    expect(codesOf(imported)).to.deep.equal(['MOJIBAKE_SUSPECTED'])
  })
})
