import { expect } from 'chai'
import type { Audit } from '../../../analysis/finding.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { quotableLines } from '../../../analysis/sentences/quotable-lines.ts'
import { auditOf, type Change } from './an-audit.ts'

const linesOf = (change: Change, more: Partial<Audit> = {}) => quotableLines({ ...auditOf(change), ...more }, '1.1')
const usual: Change = { changeMade: 24, alreadyPlanned: 43, turnedDown: 39, putOff: 6, noAnswer: 75 }

describe('the lines a reporter can print', () => {
  it('say who answered how many of what, as at which day, in which release, at every length', () => {
    const { short, medium, long } = linesOf(usual)
    for (const line of [short, medium, long]) {
      expect(line).to.match(/^Calderwick Borough Council answered 112 of the 187 points people made on “/)
      expect(line).to.match(/\(As at 30 June 2026, release 1\.1\.\)$/)
      expect(barredWordsIn(line)).to.deep.equal([])
    }
    expect(short.length).to.be.lessThan(medium.length)
    expect(medium.length).to.be.lessThan(long.length)
  })

  it('say "not yet released" where there is no release', () => {
    expect(quotableLines(auditOf(usual), null).short).to.include('As at 30 June 2026, not yet released.')
  })

  it('give the range where points are in dispute or unclear, and none where nothing is open', () => {
    const audit = auditOf(usual)
    const indicators = audit.indicators.map(finding =>
      finding.id === 'silence'
        ? { ...finding, byPoint: { ...finding.byPoint, bounds: { low: 74, high: 79, denominator: 191 } } }
        : finding,
    )
    expect(linesOf(usual, { indicators }).short).to.include('for 75 (range 74 to 79), Said & Done found no answer')
    expect(linesOf(usual).short).to.include('for 75, Said & Done found no answer')
  })

  it('have their own words for all, none and none without an answer', () => {
    expect(linesOf({ changeMade: 40 }).short).to.match(/answered all 40 points .*, Said & Done found\./)
    expect(linesOf({ noAnswer: 40 }).short).to.match(/^Said & Done found no answer from .* to any of the 40 points/)
    expect(linesOf({ noAnswer: 30, notDecided: 10 }).short).to.include('answered none of the 40 points')
    expect(linesOf({ changeMade: 30, notDecided: 10 }).short).to.include(
      'none of the others was left without an answer',
    )
  })

  it('never call a change new where no earlier plan is on record', () => {
    expect(linesOf(usual, { baseline: null }).medium)
      .to.include('no earlier plan is on record')
      .and.not.include('met by a change')
  })

  it('say what answered means, and how it counts by idea, in the longest', () => {
    const { long } = linesOf({ ...usual, ideas: { changeMade: 10, noAnswer: 5 } })
    expect(long)
      .to.include('The points are 15 ideas; 10 were answered. For 5, it found no answer.')
      .and.include('It does not mean agreed.')
  })
})
