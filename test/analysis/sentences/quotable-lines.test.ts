import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit } from '../../../analysis/finding.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { certaintySentence } from '../../../analysis/sentences/certainty-sentences.ts'
import { quotableLines } from '../../../analysis/sentences/quotable-lines.ts'
import { a } from '../../support/builders.ts'
import { plant, type Cell } from '../planted.ts'
import { auditOf, type Change } from './an-audit.ts'

const linesOf = (change: Change, more: Partial<Audit> = {}) => quotableLines({ ...auditOf(change), ...more }, '1.1')
const usual: Change = { changeMade: 24, alreadyPlanned: 43, turnedDown: 39, putOff: 6, noAnswer: 75 }

/** 20 without an answer, 20 + 20 answered, 10 whose decision is late; more with which people are not done, if asked for. */
const planted = ([uncheckedCount, undeterminedCount]: readonly [number, number] = [0, 0]) => {
  const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1)
  const cell = (outcome: Cell['outcome'], count: number): Cell => ({ relation: 'none', outcome, sizes: ones(count) })
  const record = plant({
    cells: [
      cell('no-trace', 20),
      cell('adopted', 20),
      cell('declined-with-reason', 20),
      cell('pending', 10),
      cell('unchecked', uncheckedCount),
      cell('undetermined', undeterminedCount),
    ],
  })
  const judgements = record.judgements.map(one => (one.kind === 'not-decided' ? { ...one, dueOn: '2026-01-01' } : one))
  const late = { ...record, judgements }
  return { record: late, audit: auditConsultation(late, { asOf: '2026-06-30' }) }
}

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
    const noAnswerBounds = { low: 74, high: 79, denominator: 191 }
    expect(linesOf(usual, { noAnswerBounds }).short).to.include('for 75 (range 74 to 79), Said & Done found no answer')
    expect(linesOf(usual).short).to.include('for 75, Said & Done found no answer')
  })

  it('give the range of the number beside it: what waits for a late decision is in neither', () => {
    const { record, audit } = planted()
    expect([audit.groups.byPoint.noAnswer, audit.groups.byPoint.overdue]).to.deep.equal([20, 10])
    expect(quotableLines(audit, '1.1').short).to.include('for 20, Said & Done found no answer')
    const { points } = record
    const [silent, answered] = [points[0], points[40]]
    const disputes = [silent, answered].map(point =>
      a('dispute', { pointId: point?.id ?? '', state: 'open', claimedOutcome: null }),
    )
    const disputed = auditConsultation({ ...record, disputes }, { asOf: '2026-06-30' })
    expect(quotableLines(disputed, '1.1').short).to.include('for 20 (range 19 to 21), Said & Done found no answer')
  })

  it('give the range that the sentence on certainty gives, where nothing is in dispute', () => {
    const { audit } = planted([4, 3])
    const certainty = certaintySentence(audit).text
    expect(certainty).to.match(/“no answer” will be between 20 and 27\.$/)
    expect(quotableLines(audit, '1.1').short).to.include('for 20 (range 20 to 27), Said & Done found no answer')
  })

  it('claim an answer for no point that nobody checked', () => {
    expect(linesOf({ changeMade: 30, notChecked: 4 }).short)
      .to.include('none of the others that people checked was left without an answer')
      .and.not.include('none of the others was')
  })

  it('never call a change what is in the decision with its origin unknown', () => {
    expect(linesOf({ ...usual, originUnknown: 4 }).medium).to.include(
      '20 were met by a change; 4 more are in the decision, origin unknown; 43 asked for what was planned already.',
    )
    expect(linesOf({ changeMade: 12, originUnknown: 12, noAnswer: 40 }).medium).to.include(
      'It found no change; 12 are in the decision, origin unknown.',
    )
    expect(linesOf({ changeMade: 12, originUnknown: 1, noAnswer: 40 }).medium).to.include(
      '11 were met by a change; 1 more is in the decision, origin unknown.',
    )
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
