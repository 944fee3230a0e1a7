import { expect } from 'chai'
import { citationsIn } from '../../../analysis/linking/citations.ts'
import { resolveCitations } from '../../../analysis/linking/resolve-citations.ts'
import type { PassageInput } from '../../../analysis/linking/passage-index.ts'

const cited = (text: string): string[] =>
  citationsIn(text).map(
    ({ noun, code, within }) => `${within === null ? '' : `${within.noun}:${within.code}/`}${noun ?? ''}:${code}`,
  )

const passage = (document: string, label: string, text: string, heading: string | null = null): PassageInput => ({
  document,
  stage: document === 'minutes' ? 'decision' : 'papers',
  passage: label,
  text,
  heading,
})

describe('citations', () => {
  it('reads a lettered recommendation', () =>
    expect(cited('That recommendation (c) be agreed')).to.deep.equal(['recommendation:c']))
  it('reads a row with the appendix it stands in, before or after', () => {
    expect(cited('Appendix B, row 12')).to.deep.equal(['appendix:b/row:12'])
    expect(cited('rows 1, 3 and 4 of Appendix B')).to.deep.equal([
      'appendix:b/row:1',
      'appendix:b/row:3',
      'appendix:b/row:4',
    ])
  })
  it('spells out a range', () =>
    expect(cited('recommendations (a) to (c)')).to.deep.equal([
      'recommendation:a',
      'recommendation:b',
      'recommendation:c',
    ]))
  it('reads a theme, a paragraph and a bare code', () => {
    expect(cited('theme 4: parking')).to.deep.equal(['theme:4'])
    expect(cited('see paragraph 5.2')).to.deep.equal(['paragraph:5.2'])
    expect(cited('a longer zone (R6)')).to.deep.equal([':r6'])
  })
  it('reads no code in plain words', () =>
    expect(cited('the measures a council takes, part a of it')).to.deep.equal([]))
})

describe('resolved citations', () => {
  it('find the row of the appendix that is named, not the row of another', () => {
    const passages = [
      passage('appendix-a', '3', 'Seats', 'Appendix A'),
      passage('appendix-b', '3', 'Drains', 'Appendix B'),
      passage('minutes', '47', 'That row 3 of Appendix B be approved.'),
    ]
    expect(resolveCitations(passages).map(({ from, to }) => [from, to])).to.deep.equal([[2, 1]])
  })
  it('find passages under a numbered heading', () => {
    const passages = [
      passage('summary', 'p1', 'Evening journeys.', 'Summary > Theme 8: Buses'),
      passage('minutes', '1', 'No change in respect of theme 8.'),
    ]
    expect(resolveCitations(passages)[0]).to.include({ from: 1, to: 0 })
  })
  it('tie passages that cite the same thing', () => {
    const passages = [
      passage('report', '4.3', 'Saturday hours could be kept. See recommendation (b).'),
      passage('minutes', '2', 'That recommendation (b) be agreed.'),
    ]
    expect(resolveCitations(passages).some(({ from, to }) => from === 1 && to === 0)).to.equal(true)
  })
})
