import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { NamedFigure } from '../../../analysis/finding.ts'
import { publishedIndicators } from '../../../analysis/lint/published-indicators.ts'
import { COMPLAINTS } from '../../../analysis/indicators/crosswalk.ts'
import { INDICATORS } from '../../../analysis/indicators/registry.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { takeUpSentence, waitsSentence } from '../../../analysis/sentences/body-sentences.ts'
import { missingFigure } from '../../../analysis/indicators/figure.ts'
import { sampleAudits, type SampleAudits } from '../../golden/sample-audits.ts'

const numbersOf = (figure: NamedFigure): readonly unknown[] => {
  const { numerator, denominator, value, low, high, bounds, rows } = figure
  return [numerator, denominator, value, low, high, bounds, rows]
}

describe('Indicators as they may be published', function () {
  this.timeout(120_000)
  let sample: SampleAudits
  before(async () => {
    sample = await sampleAudits()
  })
  it('are all 28 in their order, unchanged where no rule blocks them', () => {
    const published = publishedIndicators(sample.audits.C1)
    expect(published.map(({ finding }) => finding.number)).to.deep.equal(INDICATORS.map(({ card }) => card.number))
    expect(published.flatMap(({ blockedBecause }) => blockedBecause)).to.deep.equal([])
    expect(published.map(({ finding }) => finding)).to.deep.equal(sample.audits.C1.indicators)
  })
  it('lose every number, sentence and row while the body can still reply, and say until when', () => {
    const record = sample.records.C1
    const { asOf } = sample.audits.C1
    const replies = record.replies.map(reply => ({ ...reply, state: 'asked' as const, repliedOn: null, dueOn: asOf }))
    const open = auditConsultation({ ...record, replies }, { asOf })
    const blocked = publishedIndicators(open).filter(({ blockedBecause }) => blockedBecause.length > 0)
    expect(blocked.length).to.be.above(20)
    for (const { finding, blockedBecause } of blocked) {
      expect(blockedBecause.join(' ')).to.include(`The body can reply until ${asOf}.`)
      const figures = [finding.byPoint, ...(finding.byIdea ? [finding.byIdea] : [])]
      expect(figures.flatMap(numbersOf).filter(one => one !== null)).to.deep.equal([])
      expect([finding.sentence, finding.twin, finding.nullSentence]).to.deep.equal([null, null, null])
      expect([finding.sentenceParts, finding.twinFigure]).to.deep.equal([[], null])
      expect([...finding.companions, ...finding.items, ...finding.curve]).to.deep.equal([])
    }
  })
})

describe('The crosswalk from complaints', () => {
  it('leads every indicator that answers a complaint back to it, and says what no record shows', () => {
    const answering = INDICATORS.filter(({ card }) => card.complaint !== null).map(({ card }) => card.number)
    expect(COMPLAINTS.flatMap(({ indicators }) => indicators)).to.have.members(answering)
    for (const { said, indicators, notMeasurable } of COMPLAINTS)
      if (indicators.length === 0) expect(notMeasurable, said).to.not.equal(null)
  })
})

describe('Sentences over several consultations', () => {
  const ratio = (value: number, low: number, high: number): NamedFigure => ({
    ...missingFigure({ key: 'ratio', label: '' }, 'ratio', 'too-few'),
    nullReason: null,
    value,
    low,
    high,
  })
  it('give the odds ratio within consultations, and no difference where its range holds 1', () => {
    expect(takeUpSentence(ratio(6.94, 3.1, 15.55)))
      .to.include('had 6.9 times the odds')
      .and.include('(3.1 to 15.6)')
    expect(takeUpSentence(ratio(1.8, 0.5, 6.5)))
      .to.include('do not show a difference')
      .and.not.match(/\d/)
    expect(takeUpSentence(missingFigure({ key: 'ratio', label: '' }, 'ratio', 'too-few'))).to.match(
      /^There are too few/,
    )
  })
  it('say how many still wait for an answer, and blame nobody', () => {
    const wait = (isEnded: boolean) => ({ consultationRef: 'a', days: 38, isEnded })
    const waits = (list: readonly ReturnType<typeof wait>[]) =>
      waitsSentence({ waits: list, curve: [], medianDays: null, waitingAfter84DaysShare: null }, '2026-06-30')
    expect(waits([wait(true), wait(false)])).to.equal('1 of 2 still waits, as at 30 June 2026.')
    expect(waits([wait(true)])).to.equal('It has an answer.')
    expect(waits([])).to.match(/^No consultation has closed/)
    for (const text of [takeUpSentence(ratio(6.94, 3.1, 15.55)), waits([wait(false)])])
      expect(barredWordsIn(text)).to.deep.equal([])
  })
})
