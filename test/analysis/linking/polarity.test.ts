import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { directionOf } from '../../../analysis/linking/polarity/direction.ts'
import { judgeSentence } from '../../../analysis/linking/polarity/judge-sentence.ts'
import { readSentence } from '../../../analysis/linking/polarity/read-sentence.ts'
import { SIGN_RULES } from '../../../analysis/linking/polarity/signs.ts'
import { suggestKind, verdictsOf, type KindEvidence } from '../../../analysis/linking/suggest-kind.ts'

/** 300 sentences, written before the rules: what they do | p asks for, o objects | the sentence. Every third is kept aside. */
const readSentences = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line, i) => {
      const [expected = '', stance = '', text = ''] = line.split('|')
      const direction = stance === 'o' ? ('against' as const) : ('for' as const)
      return { expected, direction, text, isAside: i % 3 === 2 }
    })
const sentences = readSentences('polarity-sentences.psv')
const isAdoption = (verdict: string): boolean => verdict.startsWith('takes-up')
const read = (part: typeof sentences) => part.map(one => ({ ...one, verdict: judgeSentence(one.text, one.direction) }))

describe('polarity', () => {
  for (const { sign, example } of SIGN_RULES)
    it(`reads ${sign} in "${example}"`, () => expect(readSentence(example).flat()).to.include(sign))

  it('reads no refusal as an adoption, in any of the 300 sentences', () => {
    const wrong = read(sentences).filter(one => /refuses|does-opposite/.test(one.expected) && isAdoption(one.verdict))
    expect(wrong.map(({ text }) => text)).to.deep.equal([])
  })
  for (const file of ['polarity-unseen.psv', 'polarity-unseen-second.psv'])
    it(`reads no refusal as an adoption in sentences written after the rules: ${file}`, () => {
      const wrong = read(readSentences(file)).filter(one => one.expected === 'refuses' && isAdoption(one.verdict))
      expect(wrong.map(({ text }) => text)).to.deep.equal([])
    })
  it("reads nobody's wish, mention or postponement as an adoption but for 1 in 30", () => {
    const others = read(sentences).filter(one => /notes|defers/.test(one.expected))
    expect(others.filter(one => isAdoption(one.verdict)).length).to.be.at.most(others.length / 30)
  })
  it('still finds four of five adoptions', () => {
    const adopted = read(sentences).filter(one => isAdoption(one.expected))
    expect(adopted.filter(one => isAdoption(one.verdict)).length).to.be.at.least(0.8 * adopted.length)
  })
  it("reads the same sentence from the point's own stance", () => {
    const text = 'The proposal to lock the gates is withdrawn.'
    expect(judgeSentence(text, 'against')).to.equal('takes-up')
    expect(judgeSentence(text, 'for')).to.equal('notes')
  })
  it('takes the stated stance over the words', () => {
    expect(directionOf('More benches please', 'objection')).to.equal('against')
    expect(directionOf("Don't shut the library", null)).to.equal('against')
    expect(directionOf('A crossing at the school', null)).to.equal('for')
  })
})

const evidence = (given: Partial<KindEvidence> & { readonly passageText: string }): KindEvidence => ({
  stage: 'decision',
  verdicts: () => verdictsOf(given.passageText, given.direction ?? 'for'),
  sentence: 0,
  direction: 'for',
  score: 0.8,
  coverageShare: 0.5,
  hasOtherNumbers: false,
  ...given,
})

describe('suggested kind', () => {
  it('is never takes-up without an explicit cue', () => {
    expect(suggestKind(evidence({ passageText: 'Benches along the promenade.' }))).to.equal('notes')
  })
  it('is part where the numbers differ', () => {
    const passageText = 'A limit of 10 minutes shall be provided.'
    expect(suggestKind(evidence({ passageText, hasOtherNumbers: true }))).to.equal('takes-up-part')
  })
  it('reads a table row as a whole: a refusal in the last cell counts', () => {
    expect(suggestKind(evidence({ passageText: '| 4 | A splash pad | Not taken forward |' }))).to.equal('refuses')
  })
  it('is a reason where an answer refuses and says why', () => {
    const passageText = 'You asked for evening buses. Sadly there is no money for tendered services.'
    expect(suggestKind(evidence({ stage: 'answer', passageText }))).to.equal('refuses')
    expect(suggestKind(evidence({ stage: 'answer', passageText: `${passageText} They cost £110,000.` }))).to.equal(
      'gives-reason',
    )
  })
  it('is a challenge where an objection meets the plan, and contains only where the words are there', () => {
    const passageText = 'The library will close on Saturdays.'
    expect(suggestKind(evidence({ stage: 'plan', passageText, direction: 'against' }))).to.equal('challenges')
    expect(suggestKind(evidence({ stage: 'plan', passageText, coverageShare: 0.7 }))).to.equal('contains')
    expect(suggestKind(evidence({ stage: 'plan', passageText, coverageShare: 0.2 }))).to.equal('consistent')
  })
})
