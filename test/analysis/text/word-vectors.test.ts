import { expect } from 'chai'
import { NEIGHBOURS, openWordVectors } from '../../../analysis/text/word-vectors.ts'
import { readWordVectors } from '../../../data/import/read-word-vectors.ts'

const files = readWordVectors(new URL('../../../analysis/text/vectors/', import.meta.url))

describe('word vectors', () => {
  it('put words of one meaning near each other', () => {
    const vectors = openWordVectors(files)
    const row = vectors.idOf.get('bicycl')!
    const near = Array.from({ length: 5 }, (_, i) => vectors.stems[vectors.neighbourIds[row * NEIGHBOURS + i]!])
    expect(near).to.include('bike')
  })
  it('list neighbours nearest first', () => {
    const { neighbourCosines } = openWordVectors(files)
    for (let i = 1; i < NEIGHBOURS; i += 1) expect(neighbourCosines[i]).to.be.at.most(neighbourCosines[i - 1]!)
  })
  it('refuse files that do not belong together', () => {
    expect(() => openWordVectors({ ...files, stems: 'one\ntwo\n' })).to.throw('do not belong together')
  })
})
