import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { INDICATORS, POINT_COUNTS } from '../../analysis/indicators/registry.ts'
import { barredWordsIn } from '../../analysis/sentences/barred-words.ts'

const README = readFileSync(new URL('../../analysis/README.md', import.meta.url), 'utf8')
const files = readdirSync(new URL('../../analysis/indicators/', import.meta.url))

describe('The registry of indicators', () => {
  it('holds all 28, numbered L1 to L28 in their order, each id once', () => {
    expect(INDICATORS.map(({ card }) => card.number)).to.deep.equal(
      Array.from({ length: 28 }, (_, place) => `L${place + 1}`),
    )
    expect(new Set(INDICATORS.map(({ card }) => card.id)).size).to.equal(28)
  })
  it('has each figure key of points once, so that its rows are its own', () => {
    const keys = POINT_COUNTS.map(([key]) => key)
    expect(new Set(keys).size).to.equal(keys.length)
  })
  for (const { card } of INDICATORS) {
    it(`${card.number} ${card.id} has its own file and is documented: question, formula, unit, denominator, limits, complaint`, () => {
      expect(files).to.include(`${card.id}.ts`)
      const start = README.indexOf(`#### ${card.number} \`${card.id}\`: ${card.name}`)
      expect(start).to.be.above(0)
      const section = README.slice(start, README.indexOf('\n#', start + 5))
      for (const text of [card.question, card.formula, card.unit, card.denominator, card.doesNotShow])
        expect(section).to.include(text)
      if (card.complaint !== null) expect(section).to.include(card.complaint)
      expect(section.includes('(experimental)')).to.equal(card.isExperimental)
    })
  }
  it('names experimental ones as such: first reply, agenda, framing', () => {
    expect(INDICATORS.filter(({ card }) => card.isExperimental).map(({ card }) => card.number)).to.deep.equal([
      'L17',
      'L20',
      'L25',
    ])
  })
  it('uses no barred word in any card', () => {
    for (const { card } of INDICATORS) expect(barredWordsIn(Object.values(card).join(' ')), card.id).to.deep.equal([])
  })
})
