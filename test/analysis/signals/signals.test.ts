import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { SignalFinding } from '../../../analysis/finding.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { SIGNALS } from '../../../analysis/signals/signals-board.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { a, aConsultationRecord } from '../../support/builders.ts'
import { plant, plantC1, plantC2, type Cell } from '../planted.ts'

const AS_OF = '2026-06-30'
const stateOf = (letter: SignalFinding['letter'], record: ConsultationRecord): string | undefined =>
  auditConsultation(record, { asOf: AS_OF }).signals.signals.find(signal => signal.letter === letter)?.state
const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1)
const silent = (silentCount: number, answeredCount: number, uncheckedCount = 0): ConsultationRecord =>
  plant({
    cells: [
      { relation: 'none', outcome: 'no-trace', sizes: ones(silentCount) },
      { relation: 'none', outcome: 'adopted', sizes: ones(answeredCount) },
      { relation: 'unknown', outcome: 'unchecked', sizes: ones(uncheckedCount) },
    ].filter(cell => cell.sizes.length > 0) as readonly Cell[],
  })

describe('Signals', () => {
  it('are A to G in their order, each with a rule, an innocent explanation and no barred word', () => {
    expect(SIGNALS.map(signal => signal.letter).join('')).to.equal('ABCDEFG')
    for (const signal of SIGNALS) {
      expect(signal.innocent).to.match(/\.$/)
      expect(barredWordsIn(`${signal.name} ${signal.threshold} ${signal.innocent}`)).to.deep.equal([])
    }
  })
  it('A: present when the lower end is above 30%, not when only the share is', () => {
    expect(stateOf('A', silent(20, 20))).to.equal('present') // 50% (35.2–64.8)
    expect(stateOf('A', silent(16, 24))).to.equal('not-present') // 40% (26.3–55.4)
  })
  it('A: not enough records while unchecked points could change it, or under 20 ideas', () => {
    expect(stateOf('A', silent(16, 24, 15))).to.equal('not-enough-records')
    expect(stateOf('A', silent(19, 0))).to.equal('not-enough-records')
  })
  it('A: one campaign is one idea, however many its cards', () => {
    const campaign = plant({
      cells: [
        { relation: 'none', outcome: 'no-trace', sizes: [200] },
        { relation: 'none', outcome: 'adopted', sizes: ones(30) },
      ],
    })
    expect(stateOf('A', campaign)).to.equal('not-present')
  })
  it('B: needs twenty ideas a group, a gap of 15 points, and a range without 0', () => {
    const gap = (withPlan: readonly [number, number], against: readonly [number, number]): ConsultationRecord =>
      plant({
        cells: [
          { relation: 'consistent', outcome: 'adopted', sizes: ones(withPlan[0]) },
          { relation: 'consistent', outcome: 'no-trace', sizes: ones(withPlan[1]) },
          { relation: 'challenges', outcome: 'adopted', sizes: ones(against[0]) },
          { relation: 'challenges', outcome: 'no-trace', sizes: ones(against[1]) },
        ],
      })
    expect(stateOf('B', gap([12, 8], [3, 17]))).to.equal('present')
    expect(stateOf('B', gap([12, 8], [10, 10]))).to.equal('not-present')
    expect(stateOf('B', gap([12, 7], [3, 17]))).to.equal('not-enough-records')
    expect(stateOf('B', plantC1())).to.equal('present')
  })
  it('C: two positive tests checked twice; unknown ones could still make it two', () => {
    const tests = (
      results: readonly ('positive' | 'negative' | 'unknown')[],
      basis: 'confirmed' | 'double-checked' = 'double-checked',
    ) =>
      aConsultationRecord({
        timingTests: results.map((result, place) =>
          a('timing-test', { test: (['T1', 'T2', 'T3', 'T4', 'T5'] as const)[place] ?? 'T1', result, basis }),
        ),
      })
    expect(stateOf('C', tests(['positive', 'positive', 'negative', 'negative', 'negative']))).to.equal('present')
    expect(stateOf('C', tests(['positive', 'negative', 'negative', 'negative', 'negative']))).to.equal('not-present')
    expect(stateOf('C', tests(['positive', 'unknown', 'negative', 'negative', 'negative']))).to.equal(
      'not-enough-records',
    )
    expect(stateOf('C', tests(['positive', 'positive', 'negative', 'negative', 'negative'], 'confirmed'))).to.equal(
      'not-enough-records',
    )
    expect(stateOf('C', tests(['negative', 'negative', 'negative']))).to.equal('not-enough-records')
  })
  it('E: late from the 85th day, unless explained', () => {
    const record = (closesOn: string, lateAnswerReason: string | null) =>
      aConsultationRecord({ consultation: a('consultation', { closesOn, lateAnswerReason }) })
    expect(stateOf('E', record('2026-04-07', null))).to.equal('not-present')
    expect(stateOf('E', record('2026-04-06', null))).to.equal('present')
    expect(stateOf('E', record('2026-04-06', 'The reply waits for a survey.'))).to.equal('not-present')
    expect(stateOf('E', aConsultationRecord())).to.equal('not-enough-records')
  })
  it('F: above 60% and above the agenda; without an agenda it cannot be said', () => {
    const record = (official: number, agenda: number | null) =>
      aConsultationRecord({
        speakingTimes: [
          a('speaking-time', { eventId: 'e', role: 'official', minutes: official }),
          a('speaking-time', { eventId: 'e', role: 'community', minutes: 100 - official }),
        ],
        agendaItems:
          agenda === null
            ? []
            : [
                a('agenda-item', { ledBy: 'official', plannedMinutes: agenda }),
                a('agenda-item', { ledBy: 'community', plannedMinutes: 100 - agenda }),
              ],
      })
    expect(stateOf('F', record(61, 50))).to.equal('present')
    expect(stateOf('F', record(61, 70))).to.equal('not-present')
    expect(stateOf('F', record(60, null))).to.equal('not-present')
    expect(stateOf('F', record(61, null))).to.equal('not-enough-records')
  })
  it('G: three overdue and at least half of those with a date; five with a date at least', () => {
    const record = (overdue: number, dated: number) =>
      aConsultationRecord({
        commitments: Array.from({ length: dated }, (_, place) =>
          a('commitment', { madeOn: '2026-01-01', dueOn: place < overdue ? '2026-06-29' : '2026-06-30' }),
        ),
      })
    expect(stateOf('G', record(3, 6))).to.equal('present')
    expect(stateOf('G', record(3, 7))).to.equal('not-present')
    expect(stateOf('G', record(2, 5))).to.equal('not-present')
    expect(stateOf('G', record(4, 4))).to.equal('not-enough-records')
  })
  it('the sentence counts present, checkable and unknown ones', () => {
    const board = auditConsultation(plantC2(), { asOf: AS_OF }).signals
    expect(board.presentCount + board.signals.filter(one => one.state === 'not-present').length).to.equal(
      board.checkableCount,
    )
    expect(board.checkableCount + board.unknownCount).to.equal(7)
    expect(board.sentence).to.equal(
      `The records show ${board.presentCount} of the ${board.checkableCount} signals that could be checked; ${board.unknownCount} could not be checked.`,
    )
  })
})
