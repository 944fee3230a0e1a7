import { expect } from 'chai'
import { countSlips, findNearWords, tabulateWords } from '../../../analysis/search/near-words.ts'

const table = tabulateWords(['bridge', 'brigade', 'crossing', 'cycle', 'bus', 'pavement', 'bridge', 'parking'])

describe('words that a reader may have meant', () => {
  it('count a letter left out, added or changed, and two neighbours swapped, as one slip each', () => {
    for (const typed of ['bidge', 'briddge', 'brudge', 'brigde'])
      expect(countSlips(typed, 'bridge', 2), typed).to.equal(1)
    expect(countSlips('bridge', 'bridge', 2)).to.equal(0)
    expect(countSlips('abcdef', 'bridge', 2)).to.equal(3)
  })

  it('are found though a swap in a short word leaves none of its grams', () => {
    expect(findNearWords(table, 'brigde')).to.deep.equal(['bridge', 'brigade'])
    expect(findNearWords(table, 'cyle')).to.deep.equal(['cycle'])
    expect(findNearWords(table, 'parkng')).to.deep.equal(['parking'])
  })

  it('may be two slips away only in a long word', () => {
    expect(findNearWords(table, 'pavment')).to.deep.equal(['pavement'])
    expect(findNearWords(table, 'crosssnig')).to.deep.equal(['crossing'])
    expect(findNearWords(table, 'bidg')).to.deep.equal([])
  })

  it('are none for a word of three letters, which has too many neighbours', () => {
    expect(findNearWords(table, 'but')).to.deep.equal([])
  })
})
