import { expect } from 'chai'
import {
  addText,
  createDuplicateIndex,
  groupDuplicates,
  groupsOf,
} from '../../../analysis/duplicates/group-duplicates.ts'
import { separateTemplate } from '../../../analysis/duplicates/separate-template.ts'
import { createReading, sharedCount, sortShingles, writeShingles } from '../../../analysis/duplicates/shingles.ts'

const template =
  'I strongly object to the closure of the Tarn Street library because it is used by children and older people every day'
const text = (id: string, words: string) => ({ id, text: words })

describe('duplicates', () => {
  it('finds the same words whatever case, accents and marks', () => {
    const groups = groupDuplicates([
      text('1', 'Keep the café open!'),
      text('2', 'Another thing'),
      text('3', 'KEEP the Cafe open'),
    ])
    expect(groups).to.deep.equal([{ group: '1', kind: 'duplicate', points: ['1', '3'] }])
  })
  it('finds a campaign across personal additions, before and after', () => {
    const groups = groupDuplicates([
      text('1', template),
      text('2', `${template}. My own boys go there twice a week.`),
      text('3', 'Please mend the road'),
      text('4', `As a governor: ${template}`),
    ])
    expect(groups).to.deep.equal([{ group: '1', kind: 'campaign', points: ['1', '2', '4'] }])
  })
  it('calls the same text five times a campaign: many voices, one idea', () => {
    const groups = groupDuplicates(['1', '2', '3', '4', '5'].map(id => text(id, template)))
    expect(groups[0]!.kind).to.equal('campaign')
  })
  it('groups no two people for saying the same two words, nor texts that only share a phrase', () => {
    expect(groupDuplicates([text('1', 'More bins'), text('2', 'More bins')])).to.deep.equal([])
    expect(
      groupDuplicates([
        text('1', 'I strongly object to the new road'),
        text('2', 'I strongly object to the tall flats'),
      ]),
    ).to.deep.equal([])
  })
  it('gives the same groups whatever the order of the texts', () => {
    const texts = [
      text('1', template),
      text('2', `${template} now`),
      text('3', 'The park needs a bench'),
      text('4', 'the park needs a bench'),
    ]
    const sets = (groups: ReturnType<typeof groupDuplicates>) =>
      groups.map(({ points }) => [...points].sort().join()).sort()
    expect(sets(groupDuplicates([...texts].reverse()))).to.deep.equal(sets(groupDuplicates(texts)))
  })
  it('grows text by text past its first size without losing a pair', () => {
    const index = createDuplicateIndex()
    for (let i = 0; i < 3_000; i += 1)
      addText(index, String(i), `number ${i} of many quite different texts about thing ${i * 7} and ${i * 13}`)
    addText(index, 'again', 'Number 5 of many quite different texts about thing 35 and 65')
    expect(groupsOf(index).some(({ points }) => points.includes('5') && points.includes('again'))).to.equal(true)
  })
  it('takes empty and endless texts', () => {
    expect(groupDuplicates([text('1', ''), text('2', ''), text('3', 'a'.repeat(100_000))])).to.deep.equal([])
  })
})

const shinglesOf = (words: string): Int32Array => {
  const [into, reading] = [new Int32Array(100), createReading()]
  writeShingles(words, into, 0, reading)
  const written = into.subarray(0, reading.shingleCount)
  return written.subarray(0, sortShingles(written))
}

describe('shingles', () => {
  it('are a set: repeating a text adds none but where it meets itself', () => {
    const once = shinglesOf('one two three four')
    expect(once.length).to.equal(2)
    expect(sharedCount(once, shinglesOf('one two three four one two three four'))).to.equal(2)
  })
})

describe("a campaign's template", () => {
  it('is told from what each person added, by spans of their own text', () => {
    const own = `${template}. My boys read there.`
    const parts = separateTemplate([text('1', template), text('2', own), text('3', template)])
    expect(parts[0]!.additions).to.deep.equal([])
    const [start, end] = parts[1]!.additions[0]!
    expect(own.slice(start, end)).to.equal('My boys read there')
  })
})
