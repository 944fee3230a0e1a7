import { expect } from 'chai'
import { sentenceByCount, sentenceWithoutRate } from '../../../analysis/sentences/sentence-by-count.ts'
import { sampleAudits, type SampleAudits } from '../../golden/sample-audits.ts'

describe('What an indicator says, and its parts', function () {
  this.timeout(120_000)
  let sample: SampleAudits
  before(async () => {
    sample = await sampleAudits()
  })
  const findings = () => Object.values(sample.audits).flatMap(({ indicators }) => indicators)

  it('is the same text: the parts make the sentence, and the label and the figure make the twin', () => {
    for (const { number, sentence, sentenceParts, twin, twinFigure } of findings()) {
      expect(sentenceParts.join(' '), number).to.equal(sentence ?? '')
      expect(twin, number).to.equal(twinFigure === null ? null : `By idea: ${twinFigure}`)
    }
    expect(findings().filter(({ twinFigure }) => twinFigure !== null)).to.have.length.above(10)
  })

  it('L28 sets apart what is on file and what is missing', () => {
    const found = sample.audits.C2.indicators.find(({ number }) => number === 'L28')
    expect(found?.sentenceParts[0]).to.equal('9 of 12 records needed here are on file.')
    expect(found?.sentenceParts[1]).to.match(/^Missing: .*held by.*\.$/)
    expect(found?.sentenceParts).to.have.length(2)
  })

  it('elsewhere is no comparison of groups of fewer than 30: its counts do not stand without their gap and range', () => {
    const found = sample.audits.C2.indicators.find(({ number }) => number === 'L6')
    if (found === undefined) throw new Error('no L6')
    expect(found.sentence).to.match(
      /^46 of 70 objections had .* 17 of 80 had none\. The gap is 44\.5 percentage points/,
    )
    expect(sentenceByCount(found)).to.equal(found.sentence)
    expect(sentenceByCount({ ...found, byPoint: { ...found.byPoint, isSmall: true } })).to.equal(null)
  })

  it('without its rate keeps every other word, and only a figure of fewer than 30 loses it', () => {
    for (const finding of findings()) {
      const words = sentenceWithoutRate(finding)
      if (!finding.byPoint.isSmall) expect(words, finding.number).to.equal(finding.sentence)
      else expect(words ?? '', finding.number).to.not.include('small numbers')
    }
    expect(findings().some(({ byPoint, sentence }) => byPoint.isSmall && sentence?.includes('small numbers'))).to.equal(
      true,
    )
  })
})
