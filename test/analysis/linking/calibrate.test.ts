import { expect } from 'chai'
import { calibrate, MIN_JUDGEMENTS, probabilityOf, type JudgedSuggestion } from '../../../analysis/linking/calibrate.ts'
import { seeded } from '../../bench/measuring.ts'

/** Suggestions whose scores claim far too much: one of score s is right with chance s². */
const overconfident = (count: number): readonly JudgedSuggestion[] => {
  const random = seeded(3)
  return Array.from({ length: count }, () => {
    const score = random()
    return { score, isRight: random() < score * score }
  })
}

describe('calibration', () => {
  it('gives no probability below 60 judgements, nor where all went the same way', () => {
    expect(calibrate(overconfident(MIN_JUDGEMENTS - 1))).to.equal(null)
    expect(calibrate(Array.from({ length: 80 }, () => ({ score: 0.9, isRight: true })))).to.equal(null)
    expect(calibrate(overconfident(MIN_JUDGEMENTS))).not.to.equal(null)
  })
  it('comes near the true chances, from scores that claim too much', () => {
    const calibration = calibrate(overconfident(2_000))!
    for (const score of [0.3, 0.5, 0.8]) expect(probabilityOf(calibration, score)).to.be.closeTo(score * score, 0.08)
  })
  it('never gives a better score less, even where chance turned the judgements over', () => {
    const upsideDown = Array.from({ length: 100 }, (_, i) => ({ score: i / 100, isRight: i < 50 }))
    const calibration = calibrate(upsideDown)!
    expect(probabilityOf(calibration, 0.9)).to.be.at.least(probabilityOf(calibration, 0.1))
  })
  it('stays finite where scores separate right from wrong wholly, and for scores of 0 and 1', () => {
    const separated = Array.from({ length: 100 }, (_, i) => ({ score: i < 50 ? 0 : 1, isRight: i >= 50 }))
    const calibration = calibrate(separated)!
    for (const score of [0, 0.5, 1]) expect(probabilityOf(calibration, score)).to.be.within(0, 1)
    expect(Number.isFinite(calibration.slope)).to.equal(true)
  })
  it('shows a curve over judgements the fit had not seen, every judgement once', () => {
    const calibration = calibrate(overconfident(300))!
    expect(calibration.curve.reduce((sum, { count }) => sum + count, 0)).to.equal(300)
    for (const { from, to, meanProbability, rightShare } of calibration.curve) {
      expect(meanProbability).to.be.within(from, to)
      expect(rightShare).to.be.within(0, 1)
    }
    expect(calibration.errorShare).to.be.below(0.15)
  })
})
