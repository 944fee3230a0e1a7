// Longer than most: the indicators that rest on records other than points, one after the other.
import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { a, aConsultationRecord } from '../../support/builders.ts'

const AS_OF = '2026-06-30'
const measure = (number: string, given: Partial<ConsultationRecord>): IndicatorFinding => {
  const audit = auditConsultation(aConsultationRecord(given), { asOf: AS_OF })
  const found = audit.indicators.find(one => one.number === number)
  if (!found) throw new Error(`No ${number}.`)
  return found
}
const beside = (finding: IndicatorFinding, key: string): NamedFigure => {
  const found = finding.companions.find(one => one.key === key)
  if (!found) throw new Error(`No ${key}.`)
  return found
}
const counts = ({ byPoint }: IndicatorFinding): string => `${byPoint.numerator}/${byPoint.denominator}`
const times = <T>(count: number, make: (place: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => make(place))
const RECORD_INDICATORS = [
  'L5',
  'L7',
  'L12',
  'L13',
  'L14',
  'L15',
  'L16',
  'L17',
  'L18',
  'L19',
  'L20',
  'L21',
  'L22',
  'L23',
  'L24',
  'L25',
  'L26',
  'L27',
]

describe('Indicators over records that are not points', () => {
  for (const number of RECORD_INDICATORS)
    it(`${number} without its records is null and says so, and never 0`, () => {
      const { byPoint, sentence, nullSentence } = measure(number, {})
      expect([byPoint.value, sentence]).to.deep.equal([null, null])
      expect(nullSentence).to.match(/\.$/)
    })

  it('L12: partly supported is not supported; what cannot be checked is in no denominator', () => {
    const verdicts = ['supported', 'partly', 'unsupported', 'contradicted'] as const
    const claims = [
      ...times(12, place => a('claim', { verdict: verdicts[place % 4] ?? 'partly' })),
      a('claim', { verdict: 'not-checkable' }),
    ]
    const found = measure('L12', { claims })
    expect(counts(found)).to.equal('3/12')
    expect(found.items).to.have.length(13)
    expect(found.sentence).to.equal('Of 12 checkable statements, the records support 3.')
  })
  it('L13: unknown and not applicable tests are not assessable, and under three there is no count', () => {
    const tests = (results: readonly ('positive' | 'negative' | 'unknown' | 'not-applicable')[]) =>
      results.map((result, place) =>
        a('timing-test', {
          test: (['T1', 'T2', 'T3', 'T4', 'T5'] as const)[place] ?? 'T1',
          result,
          basis: 'confirmed',
        }),
      )
    expect(counts(measure('L13', { timingTests: tests(['positive', 'unknown', 'negative', 'negative']) }))).to.equal(
      '1/3',
    )
    expect(
      measure('L13', { timingTests: tests(['positive', 'unknown', 'negative', 'not-applicable']) }).byPoint.nullReason,
    ).to.equal('too-few')
  })
  it('L13: a test that only a machine suggests does not count, and the one checked twice stands over the other', () => {
    const twice = a('timing-test', { test: 'T1', result: 'negative', basis: 'double-checked' })
    const timingTests = [
      twice,
      a('timing-test', { test: 'T1', result: 'positive', basis: 'confirmed' }),
      a('timing-test', { test: 'T2', result: 'positive', basis: 'suggested' }),
      ...(['T3', 'T4'] as const).map(test => a('timing-test', { test, result: 'negative', basis: 'confirmed' })),
    ]
    expect(counts(measure('L13', { timingTests }))).to.equal('0/3')
  })
  it('L14: a part of unknown openness is not open, and the bounds say that it could be', () => {
    const decisionElements = (['open', 'open', 'not-open', 'unknown', 'not-open'] as const).map(openness =>
      a('decision-element', { openness }),
    )
    const found = measure('L14', { decisionElements })
    expect(counts(found)).to.equal('2/5')
    expect(found.byPoint.bounds).to.deep.equal({ low: 2, high: 3, denominator: 5 })
    expect(measure('L14', { decisionElements: decisionElements.slice(1) }).byPoint.nullReason).to.equal('too-few')
  })
  it('L15: facilitators are left out, minutes come before words, and the two are never added', () => {
    const time = (role: 'official' | 'community' | 'facilitator', minutes: number | null, wordCount: number | null) =>
      a('speaking-time', { eventId: 'event', role, minutes, wordCount })
    const minutes = measure('L15', {
      speakingTimes: [time('official', 45, 10), time('community', 30, 90), time('facilitator', 60, 5)],
    })
    expect(counts(minutes)).to.equal('45/75')
    expect(beside(minutes, 'agenda-split').nullReason).to.equal('not-collected')
    const mixed = measure('L15', { speakingTimes: [time('official', 45, 10), time('community', null, 90)] })
    expect(mixed.byPoint.numerator).to.equal(10)
    expect(mixed.byPoint.nullReason).to.equal('too-few')
    expect(
      measure('L15', { speakingTimes: [time('official', 45, null), time('community', null, 90)] }).byPoint.nullReason,
    ).to.equal('not-collected')
  })
  it('L15: words are a share of the words, and are not compared with an agenda split in minutes', () => {
    const speakingTimes = ['a', 'b', 'c'].flatMap(eventId => [
      a('speaking-time', { eventId, role: 'official', minutes: null, wordCount: 700 }),
      a('speaking-time', { eventId, role: 'community', minutes: null, wordCount: 300 }),
    ])
    const agendaItems = [
      a('agenda-item', { ledBy: 'official', plannedMinutes: 30 }),
      a('agenda-item', { ledBy: 'community', plannedMinutes: 30 }),
    ]
    const start = 'Officials spoke 70.0% of the words (sessions 70.0–70.0%)'
    const found = measure('L15', { speakingTimes, agendaItems })
    expect(found.sentence).to.equal(`${start}. The agenda is split in minutes, so the two are not compared.`)
    expect(found.byPoint.label).to.equal('Words officials spoke, of the words officials and community spoke')
    expect(measure('L15', { speakingTimes }).sentence).to.equal(
      `${start}. How the agenda split the time is not on record.`,
    )
    const { signals } = auditConsultation(aConsultationRecord({ speakingTimes, agendaItems }), { asOf: AS_OF }).signals
    const signal = signals.find(({ letter }) => letter === 'F')
    expect([signal?.state, signal?.evidence]).to.deep.equal([
      'not-enough-records',
      'officials spoke 70.0% of the words; agenda: split in minutes, not compared',
    ])
  })
  it('L15: under sixty minutes and three sessions there is no share', () => {
    const one = (eventId: string) => [
      a('speaking-time', { eventId, role: 'official', minutes: 10 }),
      a('speaking-time', { eventId, role: 'community', minutes: 5 }),
    ]
    expect(measure('L15', { speakingTimes: [...one('a'), ...one('b')] }).byPoint.nullReason).to.equal('too-few')
    const three = measure('L15', { speakingTimes: [...one('a'), ...one('b'), ...one('c')] })
    expect(three.byPoint.value).to.be.closeTo(2 / 3, 1e-12)
  })
  it('L16: in part, deflected or taken away is not answered; an answer dated after the as-at date is not given yet', () => {
    const states = ['in-room', 'later', 'partly', 'deflected', 'taken-away', 'no-reply'] as const
    const questions = [
      ...times(12, place =>
        a('question', {
          answerState: states[place % 6] ?? 'no-reply',
          askedOn: '2026-01-01',
          answeredOn: '2026-01-11',
        }),
      ),
      a('question', { answerState: 'later', askedOn: '2026-01-01', answeredOn: '2026-07-01' }),
    ]
    const found = measure('L16', { questions })
    expect(counts(found)).to.equal('4/13')
    expect(beside(found, 'questions-median-days').value).to.equal(10)
    expect(beside(found, 'questions-taken-away').numerator).to.equal(3)
  })
  it('L17: a question is understanding, advice is fixing, information neither; low agreement gives no figure', () => {
    const moves = ['reflection', 'open-question', 'closed-question', 'information', 'advice', 'justification'] as const
    const officialTurns = times(30, place =>
      a('official-turn', { firstMove: moves[place % 6] ?? 'thanks', eventId: `event-${place % 3}` }),
    )
    const found = measure('L17', { officialTurns })
    expect(counts(found)).to.equal('15/30')
    expect(beside(found, 'fix-first').numerator).to.equal(10)
    const codings = ['a', 'b'].flatMap(coder =>
      times(4, unit =>
        a('coding', { variable: 'first-move', unit: `turn-${unit}`, coder, value: `${coder}${unit % 2}` }),
      ),
    )
    expect(measure('L17', { officialTurns, codings }).byPoint.nullReason).to.equal('low-agreement')
  })
  it('L18: those who stayed quiet are in the response rate and not in the share', () => {
    const sayBacks = [
      ...times(6, () => a('say-back', { reply: 'confirmed' })),
      ...times(4, () => a('say-back', { reply: 'not-confirmed' })),
      ...times(10, () => a('say-back', { reply: 'no-reply' })),
    ]
    const found = measure('L18', { sayBacks })
    expect(counts(found)).to.equal('6/10')
    expect(beside(found, 'say-back-response').value).to.equal(0.5)
  })
  it('L19: an unknown basis is counted beside, and a kind of people under ten is put with another: it would follow from the total', () => {
    const row = (
      basis: 'required' | 'open' | 'unknown',
      attendeeKind: 'staff' | 'resident' | 'partner',
      attendanceCount: number,
    ) => a('attendance', { basis, attendeeKind, attendanceCount, instrument: basis === 'required' ? 'Order 7' : null })
    const found = measure('L19', {
      attendances: [
        row('required', 'staff', 30),
        row('open', 'resident', 20),
        row('open', 'partner', 5),
        row('unknown', 'staff', 9),
      ],
    })
    expect(counts(found)).to.equal('30/55')
    expect(beside(found, 'attendance-unknown').value).to.equal(9)
    expect(found.companions.map(({ key }) => key))
      .to.not.include('required-partner')
      .and.not.include('required-resident')
    expect(beside(found, 'required-staff').denominator).to.equal(30)
    expect(beside(found, 'required-partner-and-resident').denominator).to.equal(25)
    const few = measure('L19', { attendances: [row('required', 'staff', 12), row('open', 'partner', 3)] })
    const hidden = [beside(few, 'required-staff'), beside(few, 'required-partner')]
    for (const { nullReason, numerator, denominator } of hidden)
      expect([nullReason, numerator, denominator]).to.deep.equal(['suppressed', null, null])
    expect(found.sentence).to.equal('30 of 55 attendances were required under “Order 7”.')
  })
  it('L20: joint items are counted beside; first and last word are those of each agenda', () => {
    const item = (position: number, origin: 'body' | 'community' | 'joint', ledBy: 'official' | 'community') =>
      a('agenda-item', { eventId: 'e', position, origin, ledBy })
    const found = measure('L20', {
      agendaItems: [item(1, 'body', 'official'), item(2, 'community', 'community'), item(3, 'joint', 'community')],
    })
    expect(counts(found)).to.equal('1/3')
    expect(beside(found, 'agenda-joint').numerator).to.equal(1)
    expect([
      beside(found, 'agenda-first-and-last-word').numerator,
      beside(found, 'agenda-first-and-last-word').denominator,
    ]).to.deep.equal([1, 2])
  })
  it('L21: only voting seats of the group that decided, as they stood on that day', () => {
    const consultation = a('consultation', { decidingGroup: 'Board', decidedOn: '2026-01-10', decidingPower: 'decide' })
    const seat = (kind: 'elected' | 'community', more: Partial<Parameters<typeof a<'seat'>>[1]> = {}) =>
      a('seat', { group: 'Board', kind, isVoting: true, ...more })
    const seats = [
      seat('elected'),
      seat('community'),
      seat('community', { isVoting: false }),
      seat('community', { group: 'Forum' }),
      seat('community', { fromOn: '2026-02-01' }),
      seat('community', { toOn: '2025-12-31' }),
    ]
    expect(counts(measure('L21', { consultation, seats }))).to.equal('1/2')
  })
  it('L23: open promises are censored, withdrawn ones above one in ten compete, late evidence has not happened yet', () => {
    const commitments = times(12, place =>
      a('commitment', { madeOn: '2026-01-01', dueOn: '2026-03-01', text: `promise ${place}` }),
    )
    const update = (place: number, status: 'complete' | 'withdrawn', on: string) =>
      a('commitment-update', { commitmentId: commitments[place]?.id ?? '', status, on })
    const commitmentUpdates = [
      update(0, 'complete', '2026-02-01'),
      update(1, 'withdrawn', '2026-02-02'),
      update(2, 'withdrawn', '2026-02-03'),
      update(3, 'complete', '2026-07-01'),
    ]
    const found = measure('L23', { commitments, commitmentUpdates })
    expect(counts(found)).to.equal('9/12')
    expect(beside(found, 'promises-overdue').value).to.equal(9)
    expect(beside(found, 'promises-delivered-share').value).to.be.closeTo(1 / 12, 1e-12)
    expect(found.sentence).to.contain('More than half are still waiting')
    expect(measure('L23', { commitments: commitments.slice(0, 9) }).byPoint.nullReason).to.equal('too-few')
  })
  it('L23: a withdrawn promise is named and counted as no delivery, and “half are still waiting” is said only where it is so', () => {
    const of = (openCount: number, deliveredCount: number, withdrawnCount: number): IndicatorFinding => {
      const commitments = times(openCount + deliveredCount + withdrawnCount, () =>
        a('commitment', { madeOn: '2026-01-01', text: 'New lamps' }),
      )
      const commitmentUpdates = commitments.slice(openCount).map(({ id: commitmentId }, place) =>
        a('commitment-update', {
          commitmentId,
          on: '2026-03-01',
          status: place < deliveredCount ? 'complete' : 'withdrawn',
        }),
      )
      return measure('L23', { commitments, commitmentUpdates })
    }
    const oldest = 'The oldest, “New lamps”, has waited 180 days.'
    expect(of(4, 1, 7).sentence).to.equal(
      `4 of 12 promises are still open as at 30 June 2026; 7 were withdrawn. ${oldest}`,
    )
    expect(of(8, 3, 1).sentence).to.equal(
      `8 of 12 promises are still open as at 30 June 2026; 1 was withdrawn. More than half are still waiting. ${oldest}`,
    )
    expect(of(10, 2, 0).sentence).to.equal(
      `10 of 12 promises have no recorded delivery as at 30 June 2026. More than half are still waiting. ${oldest}`,
    )
    expect(of(0, 12, 0).sentence).to.equal(
      'All 12 promises have a recorded delivery as at 30 June 2026. Half were still waiting after 59 days.',
    )
    expect(of(0, 0, 12).sentence).to.equal('All 12 promises were withdrawn as at 30 June 2026.')
    expect([of(4, 1, 7), of(10, 2, 0)].map(({ byPoint }) => byPoint.label)).to.deep.equal([
      'Promises still open',
      'Promises without a recorded delivery',
    ])
  })
  it('L25: a quotation is the other’s statement, and a difference that includes 0 says so', () => {
    const statements = (speaker: 'official' | 'community', strengthCount: number) =>
      times(30, place =>
        a('coded-statement', { speaker, frame: place < strengthCount ? 'strength' : 'problem', isQuoted: false }),
      )
    const quoted = a('coded-statement', { speaker: 'official', frame: 'strength', isQuoted: true })
    const equal = measure('L25', {
      codedStatements: [...statements('official', 10), ...statements('community', 12), quoted],
    })
    expect([counts(equal), equal.isZero, equal.sentence]).to.deep.equal([
      '10/30',
      true,
      'The records do not show a difference between official and community statements.',
    ])
    const apart = measure('L25', { codedStatements: [...statements('official', 3), ...statements('community', 20)] })
    expect(apart.sentence).to.equal(
      'Of 30 official statements about residents, 3 named strengths and 27 named problems.',
    )
    expect(measure('L25', { codedStatements: statements('official', 3) }).byPoint.nullReason).to.equal('too-few')
  })
  it('L26: joint counts as led by residents, an unknown lead does not, and money only where every action has an amount', () => {
    const action = (lead: 'community' | 'joint' | 'body' | 'unknown', amount: number | null) =>
      a('action', { lead, amount })
    const actions = [
      action('community', 100),
      action('joint', 200),
      ...times(8, () => action('body', 50)),
      action('unknown', 100),
    ]
    const found = measure('L26', { actions })
    expect(counts(found)).to.equal('2/11')
    expect(beside(found, 'who-acts-money').value).to.equal(300 / 800)
    expect(beside(measure('L26', { actions: [...actions, action('body', null)] }), 'who-acts-money').value).to.equal(
      null,
    )
  })
  it('L28: a stop of the trail for which nothing is named is missing too; information-gathering needs none', () => {
    const documents = [
      a('document', { stage: 'decision', isRequired: true, holding: 'held' }),
      a('document', { stage: 'plan', isRequired: true, holding: 'exempt', title: 'Plan', heldBy: 'the Board' }),
    ]
    const found = measure('L28', { documents })
    expect(counts(found)).to.equal('1/6')
    expect(found.sentence).to.contain(
      'Missing: Plan (closed to the public; held by the Board); the record of what was said (none on record)',
    )
    const consultation = a('consultation', { legalStatus: 'information-gathering', decisionState: 'none-promised' })
    expect(counts(measure('L28', { consultation, documents }))).to.equal('1/2')
    expect(measure('L28', { consultation }).byPoint.nullReason).to.equal('not-collected')
  })
  it('L11: before the close there is nothing to wait for; an answer that we have not collected is our gap', () => {
    const closing = (closesOn: string | null) => ({ consultation: a('consultation', { closesOn }) })
    expect(measure('L11', closing('2026-07-01')).byPoint.nullReason).to.equal('no-decision')
    expect(measure('L11', closing(null)).byPoint.nullReason).to.equal('not-collected')
    expect(measure('L11', closing('2026-06-30')).byPoint.value).to.equal(0)
    const missing = {
      ...closing('2026-01-01'),
      documents: [a('document', { stage: 'answer', holding: 'asked-pending' })],
    }
    expect(measure('L11', missing).byPoint.nullReason).to.equal('asked-pending')
    const notHeld = { ...closing('2026-01-01'), documents: [a('document', { stage: 'answer', holding: 'not-held' })] }
    expect(measure('L11', notHeld).byPoint.value).to.equal(180)
  })
})
