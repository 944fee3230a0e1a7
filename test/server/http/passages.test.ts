import { expect } from 'chai'
import { passageWords, showPassage } from '../../../server/http/pages/show-passage.ts'
import { a } from '../../support/builders.ts'

const passage = (text: string, more: object = {}) => a('passage', { ref: 'minutes#p7', text, ...more })

describe('a passage as a reader sees it', () => {
  it('has no signs of emphasis, and keeps stars and underscores that are none', () => {
    expect(
      passageWords(passage('**School crossing.** A *zebra* crossing, `by` the __gate__, _not_ a toucan.')),
    ).to.equal('School crossing. A zebra crossing, by the gate, not a toucan.')
    expect(passageWords(passage('5 * 3 is 15 * 1, and snake_case_name stays; a ** alone too.'))).to.equal(
      '5 * 3 is 15 * 1, and snake_case_name stays; a ** alone too.',
    )
    expect(passageWords(passage('See [the notice](https://example.org/a_b_c).'))).to.equal('See the notice.')
  })
  it('stands with its cells apart, and without its label', () => {
    const row = { ref: 'log#R17', shape: 'row' }
    expect(passageWords(passage('| R17 | **Crossing** | noted |', row))).to.equal('Crossing · noted')
    expect(passageWords(passage('| 4 March | noted |', { shape: 'row' }))).to.equal('4 March · noted')
    expect(passageWords(passage('**4.3** The gate stays.', { ref: 'plan#4.3' }))).to.equal('The gate stays.')
  })
  it('marks the words that the stored offsets mean, wherever signs fell away', () => {
    const stored = '| R17 | **School crossing** by the | gate |'
    const spans = ['School crossing', 'gate'].map(
      words => [stored.indexOf(words), stored.indexOf(words) + words.length] as const,
    )
    const segments = showPassage(passage(stored, { ref: 'log#R17', shape: 'row' }), spans)
    expect(segments.filter(({ isMarked }) => isMarked).map(({ text }) => text)).to.deep.equal([
      'School crossing',
      'gate',
    ])
    expect(segments.map(({ text }) => text).join('')).to.equal('School crossing by the · gate')
  })
})
