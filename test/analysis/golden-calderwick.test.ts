// Longer than most files: the golden values of the method (indicators.md section 7) stand in one place.
import { expect } from 'chai'
import { auditBody } from '../../analysis/audit-body.ts'
import { auditConsultation } from '../../analysis/audit.ts'
import type { Audit, IndicatorFinding, ListeningGapIndex, NamedFigure } from '../../analysis/finding.ts'
import { isBlocked } from '../../analysis/lint/lint-figures.ts'
import { quotableLines } from '../../analysis/sentences/quotable-lines.ts'
import { percentText } from '../../analysis/sentences/wording.ts'
import { sampleAudits, type SampleAudits } from '../golden/sample-audits.ts'

type Key = 'C1' | 'C2' | 'C3'
const AS_OF = '2026-06-30'

const of = (audit: Audit, number: string): IndicatorFinding => {
  const found = audit.indicators.find(one => one.number === number)
  if (!found) throw new Error(`There is no indicator ${number}.`)
  return found
}
const figure = (audit: Audit, key: string): NamedFigure => {
  const all = audit.indicators.flatMap(one => [one.byPoint, ...(one.byIdea ? [one.byIdea] : []), ...one.companions])
  const found = all.find(one => one.key === key)
  if (!found) throw new Error(`There is no figure ${key}.`)
  return found
}
/** The range that takes each point alone: the one that the specification prints. */
const ends = ({ low, high, simple }: NamedFigure): string =>
  low === null || high === null ? 'no range' : `${percentText(simple?.low ?? low)}–${percentText(simple?.high ?? high)}`
/** "34/104 32.7 (24.4–42.2)", as the specification prints it; a difference with both groups. */
const printed = (one: NamedFigure): string => {
  const groups = one.against ? ` v ${one.against.numerator}/${one.against.denominator}` : ''
  const rate = one.value === null ? one.nullReason : `${percentText(one.value)} (${ends(one)})`
  return `${one.numerator}/${one.denominator}${groups} ${rate}`
}

describe('Golden values of Calderwick, through the real import, store and audit', function () {
  this.timeout(120_000)
  let sample: SampleAudits
  before(async () => {
    sample = await sampleAudits()
  })
  const audit = (key: Key): Audit => sample.audits[key]
  const expectPrinted = (key: string, c1: string | null, c2: string | null, c3: string | null): void => {
    const expected = [c1, c2, c3]
    ;(['C1', 'C2', 'C3'] as const).forEach((name, place) => {
      if (expected[place] !== null)
        expect(printed(figure(audit(name), key)), `${key} ${name}`).to.equal(expected[place])
    })
  }

  it('the line a reporter prints of Mill Lane: no answer for 75, range 74 to 79', () => {
    expect(audit('C2').noAnswerBounds).to.deep.equal({ low: 74, high: 79, denominator: 196 })
    expect(quotableLines(audit('C2'), '1.1').short).to.contain('for 75 (range 74 to 79), Said & Done found no answer.')
  })
  it('L4 with or against the plan, by point and by idea, its odds ratio, and what it would be with points the plan contained', () => {
    expectPrinted(
      'cherry-picking-gap',
      '7/20 v 0/34 35.0 (15.3–56.7)',
      '15/34 v 4/70 38.4 (21.2–55.2)',
      '16/22 v 12/20 12.7 (−14.9–38.3)',
    )
    expectPrinted(
      'cherry-picking-gap-by-idea',
      '7/20 v 0/20 35.0 (11.7–56.7)',
      '9/22 v 3/25 28.9 (3.7–50.7)',
      '15/21 v 12/20 11.4 (−16.6–37.4)',
    )
    const ratio = (key: Key, digits: number) => {
      const { value, low, high } = figure(audit(key), 'cherry-picking-gap-odds-ratio')
      return [value?.toFixed(1), low?.toFixed(1), high?.toFixed(digits)]
    }
    expect(ratio('C1', 0)).to.deep.equal(['38.3', '2.0', '719'])
    expect(figure(audit('C1'), 'cherry-picking-gap-odds-ratio').rangeMethod).to.equal('log-odds+0.5')
    expect(ratio('C2', 1)).to.deep.equal(['13.0', '3.9', '43.9'])
    expect(ratio('C3', 1)).to.deep.equal(['1.8', '0.5', '6.5'])
    const withContains = (['C1', 'C2', 'C3'] as const).map(key => {
      const { value } = figure(audit(key), 'cherry-picking-gap-with-contains')
      return percentText(value ?? Number.NaN)
    })
    expect(withContains).to.deep.equal(['68.8', '66.8', '19.4'])
    expect(of(audit('C3'), 'L4').sentence).to.equal(
      'The records do not show a difference in take-up between points with the plan (16/22) and against it (12/20).',
    )
  })
  it('L5 written down in C1, the gap, neither, and Chapman’s range', () => {
    expectPrinted('capture', '31/52 59.6 (46.1–71.8)', null, null)
    expectPrinted('capture-gap', '19/23 v 7/21 49.3 (20.2–68.5)', null, null)
    expectPrinted('capture-neither', '5/8 too-few', null, null)
    const { value, low, high } = figure(audit('C1'), 'raised-in-all')
    expect([value, low, high].map(count => Math.round(count ?? 0))).to.deep.equal([122, 102, 141])
  })
  it('L6 and L7 in C1: objections, and objectors noted', () => {
    expectPrinted('objection-silence-gap', '35/38 v 14/48 62.9 (43.9–75.0)', null, null)
    expectPrinted('silence-neutral', '17/21 81.0 (60.0–92.3)', null, null)
    expectPrinted('objector-noted-no-reply', '16/24 66.7 (46.7–82.0)', null, null)
    expectPrinted('identity-gap', '18/24 v 9/49 56.6 (32.9–72.1)', null, null)
  })
  it('L10 in C2: one wording for unlike points', () => {
    expectPrinted('stock-reasons', null, '21/45 46.7 (32.9–60.9)', null)
  })
  it('L12 in C1 is a list of nine: 5 supported, 3 unsupported, 1 contradicted', () => {
    const { byPoint, items } = of(audit('C1'), 'L12')
    expect([byPoint.value, byPoint.nullReason, byPoint.numerator, byPoint.denominator]).to.deep.equal([
      null,
      'too-few',
      5,
      9,
    ])
    const states = items.map(item => item.state)
    expect(
      ['supported', 'unsupported', 'contradicted'].map(state => states.filter(one => one === state).length),
    ).to.deep.equal([5, 3, 1])
  })
  it('L13 dated before the end: T1, T2, T3, T5 of 5; T4 of 4; 0 of 5', () => {
    const positives = (key: Key) =>
      of(audit(key), 'L13')
        .items.filter(item => item.state === 'positive')
        .map(item => item.text.slice(0, 2))
    expect([positives('C1'), positives('C2'), positives('C3')]).to.deep.equal([['T1', 'T2', 'T3', 'T5'], ['T4'], []])
    expect((['C1', 'C2', 'C3'] as const).map(key => of(audit(key), 'L13').byPoint.denominator)).to.deep.equal([5, 4, 5])
    expect(of(audit('C1'), 'L13').sentence).to.match(
      /dated 1 September 2025, came 62 days before the close\..*No reply received by 22 June 2026\.$/,
    )
    expect(of(audit('C3'), 'L13').sentence).to.equal('None of the 5 checks found a step dated before the close.')
  })
  it('L14 open to change, L20 who set the agenda, L26 who acts', () => {
    const counts = (number: string) =>
      (['C1', 'C2', 'C3'] as const).map(key => {
        const { numerator, denominator, nullReason } = of(audit(key), number).byPoint
        return numerator === null ? nullReason : `${numerator}/${denominator}`
      })
    expect(counts('L14')).to.deep.equal(['1/9', '4/11', '9/10'])
    expect(counts('L20')).to.deep.equal(['1/14', 'not-collected', '6/11'])
    expect(counts('L26')[0]).to.equal('2/22')
  })
  it('L15 who did the talking, beside the agenda’s split', () => {
    const shares = (['C1', 'C2', 'C3'] as const).map(key =>
      percentText(of(audit(key), 'L15').byPoint.value ?? Number.NaN),
    )
    expect(shares).to.deep.equal(['82.9', '57.5', '34.1'])
    const splits = (['C1', 'C2', 'C3'] as const).map(key => figure(audit(key), 'agenda-split').value)
    expect(splits).to.deep.equal([0.5, null, 0.4])
    expect(of(audit('C2'), 'L15').sentence).to.contain('How the agenda split the time is not on record')
  })
  it('L16 questions answered', () => {
    expectPrinted('questions-answered', '9/26 34.6 (19.4–53.8)', '31/52 59.6 (46.1–71.8)', '18/19 94.7 (75.4–99.1)')
  })
  it('L17 first reply, L18 say-back, L19 required attendance', () => {
    const counts = (key: Key, name: string) =>
      `${figure(audit(key), name).numerator}/${figure(audit(key), name).denominator}`
    expect([counts('C1', 'first-reply'), counts('C3', 'first-reply'), counts('C1', 'fix-first')]).to.deep.equal([
      '4/40',
      '22/30',
      '31/40',
    ])
    expect([counts('C1', 'say-back'), counts('C3', 'say-back')]).to.deep.equal(['9/30', '24/27'])
    expect([counts('C1', 'say-back-response'), counts('C3', 'say-back-response')]).to.deep.equal(['30/74', '27/40'])
    expect(counts('C1', 'required-attendance')).to.equal('61/88')
  })
  it('L21 seats: board of 11, cabinet of 8, group of 9', () => {
    expect(of(audit('C1'), 'L21').sentence).to.contain(
      '11 voting seats. Elected members held 3, officers and partners 8, community representatives 0.',
    )
    expect(of(audit('C2'), 'L21').sentence).to.contain(
      '8 voting seats. Elected members held 8, officers and partners 0, community representatives 0.',
    )
    expect(of(audit('C3'), 'L21').sentence).to.contain(
      '9 voting seats. Elected members held 2, officers and partners 2, community representatives 5.',
    )
    expect(figure(audit('C1'), 'seats-transferred').value).to.equal(0)
  })
  it('L22 promised and delivered: involve and inform; consult and consult; collaborate and collaborate', () => {
    const levels = (key: Key) => [
      figure(audit(key), 'level-promised').value,
      figure(audit(key), 'level-delivered').value,
    ]
    expect([levels('C1'), levels('C2'), levels('C3')]).to.deep.equal([
      [3, 1],
      [2, 2],
      [4, 4],
    ])
    expect(of(audit('C2'), 'L22').sentence).to.equal('The records show the level that was promised.')
  })
  it('L23 promises over the council: S(90), S(180), S(188), S(260), S(365), median, oldest', () => {
    const { promises } = auditBody(Object.values(sample.records), { asOf: AS_OF })
    const after = (days: number) => promises.curve.filter(step => step.days <= days).at(-1)
    expect([90, 180, 188, 260, 365].map(days => after(days)?.waitingShare.toFixed(3))).to.deep.equal([
      '0.693',
      '0.578',
      '0.514',
      '0.428',
      '0.428',
    ])
    const range = (days: number) => [after(days)?.lowShare.toFixed(3), after(days)?.highShare.toFixed(3)]
    expect([range(180), range(365)]).to.deep.equal([
      ['0.328', '0.763'],
      ['0.187', '0.650'],
    ])
    expect(promises.sentence)
      .to.contain('10 of 20 promises')
      .and.to.contain('after 260 days')
      .and.to.contain('has waited 762 days')
  })
  it('overdue promises: 6 of 7, 3 of 8, 0 of 5', () => {
    const overdue = (key: Key) =>
      `${figure(audit(key), 'promises-overdue').value} ${figure(audit(key), 'promises-overdue').label.match(/of \d+/)?.[0]}`
    expect([overdue('C1'), overdue('C2'), overdue('C3')]).to.deep.equal(['6 of 7', '3 of 8', '0 of 5'])
  })
  it('L24 delivery, its scale, and null for C1', () => {
    expectPrinted('delivery', '1/8 too-few', '7/24 29.2 (14.9–49.2)', '24/45 53.3 (39.1–67.1)')
    const scale = (key: Key) =>
      ['complete', 'substantial', 'limited', 'not-started', 'no-evidence'].map(
        state => figure(audit(key), `delivery-${state}`).numerator,
      )
    expect([scale('C1'), scale('C2'), scale('C3')]).to.deep.equal([
      [1, 0, 1, 2, 4],
      [4, 3, 5, 4, 8],
      [13, 11, 10, 5, 6],
    ])
  })
  it('L25 in C1: 11 of 69 against 39 of 71, null because coders did not agree (.61)', () => {
    const { byPoint, alpha, sentence } = of(audit('C1'), 'L25')
    expect([printed(byPoint), alpha?.toFixed(2), sentence]).to.deep.equal(['11/69 v 39/71 low-agreement', '0.61', null])
  })
  it('L27 wards of C2: the small ones merged, Riverside against Northgate', () => {
    const wards = of(audit('C2'), 'L27').companions.filter(
      ({ key }) => key.startsWith('equity-area-reach-') && !key.endsWith('rest'),
    )
    expect(wards.map(printed)).to.deep.equal([
      '31/71 43.7 (32.7–55.2)',
      '11/48 22.9 (13.3–36.5)',
      '19/41 46.3 (32.1–61.3)',
      '6/20 30.0 (14.5–51.9)',
    ])
    expect(printed(of(audit('C2'), 'L27').byPoint)).to.equal('31/71 v 11/48 20.7 (3.3–35.8)')
  })
  it('voices of one idea are drawn together: ranges of reach and of the gap, within 1.5 points', () => {
    const expected: Readonly<Record<Key, readonly [reach: readonly number[], gap: readonly number[]]>> = {
      C1: [
        [17, 48],
        [14, 57],
      ],
      C2: [
        [22, 56],
        [10, 63],
      ],
      C3: [
        [55, 81],
        [-17, 42],
      ],
    }
    for (const key of ['C1', 'C2', 'C3'] as const) {
      const seeded = auditConsultation(sample.records[key], { asOf: AS_OF, seed: 20_260_630 })
      const figures = [figure(seeded, 'reach'), figure(seeded, 'cherry-picking-gap')]
      figures.forEach(({ low, high, simple, rangeMethod }, place) => {
        const ranges = expected[key][place] ?? []
        expect((low ?? 0) * 100, `${key} low`).to.be.closeTo(ranges[0] ?? Number.NaN, 1.5)
        expect((high ?? 0) * 100, `${key} high`).to.be.closeTo(ranges[1] ?? Number.NaN, 1.5)
        expect(rangeMethod).to.equal('cluster-bootstrap')
        expect(simple).to.not.equal(null)
      })
    }
  })
  it('over consultations only one odds ratio within them, 6.94 (3.10–15.55); C2’s 180 points are worth 24.7', () => {
    const { value, low, high } = auditBody(Object.values(sample.records), { asOf: AS_OF }).takeUpOddsRatio
    expect([value?.toFixed(2), low?.toFixed(2), high?.toFixed(2)]).to.deep.equal(['6.94', '3.10', '15.55'])
    expect(figure(audit('C2'), 'effective-voices').value?.toFixed(1)).to.equal('24.7')
  })
  it('signals: 7 of 7; 3 of 6 with the timing not known; 0 of 7', () => {
    expect((['C1', 'C2', 'C3'] as const).map(key => audit(key).signals.sentence)).to.deep.equal([
      'The records show 7 of the 7 signals that could be checked; 0 could not be checked.',
      'The records show 3 of the 6 signals that could be checked; 1 could not be checked.',
      'The records show 0 of the 7 signals that could be checked; 0 could not be checked.',
    ])
    const present = audit('C2')
      .signals.signals.filter(signal => signal.state === 'present')
      .map(signal => signal.letter)
    const unknown = audit('C2')
      .signals.signals.filter(signal => signal.state === 'not-enough-records')
      .map(signal => signal.letter)
    expect([present, unknown]).to.deep.equal([['A', 'B', 'E'], ['C']])
  })
  it('the index: low, high, 90% of draws within half a point, band', () => {
    const index = (key: Key): ListeningGapIndex => {
      const found = auditConsultation(sample.records[key], { asOf: AS_OF, withIndex: true }).listeningGapIndex
      if (!found) throw new Error('The index was asked for.')
      return found
    }
    const expected: Readonly<
      Record<Key, { ends: readonly string[]; draws: readonly number[]; band: string; share: number }>
    > = {
      C1: { ends: ['67.8', '72.3'], draws: [60.6, 77.5], band: 'many signs', share: 87 },
      C2: { ends: ['37.9', '41.9'], draws: [30.7, 49.8], band: 'some signs', share: 95 },
      C3: { ends: ['5.4', '5.4'], draws: [0.4, 17.3], band: 'few signs', share: 99 },
    }
    for (const key of ['C1', 'C2', 'C3'] as const) {
      const found = index(key)
      const { ends: range, draws, band, share } = expected[key]
      expect([found.low?.toFixed(1), found.high?.toFixed(1)]).to.deep.equal(range)
      expect(found.drawLow).to.be.closeTo(draws[0] ?? Number.NaN, 0.5)
      expect(found.drawHigh).to.be.closeTo(draws[1] ?? Number.NaN, 0.5)
      expect(found.bands).to.deep.equal([band])
      expect(Math.round((found.bandShare ?? 0) * 100)).to.be.closeTo(share, 1)
    }
  })
  it('the trail: in the record 73, 171, 88; carried in the summary 41, 133, 84 and in the papers 22, 96, 79', () => {
    const stage = (key: Key, name: string) => audit(key).trail.find(one => one.stage === name)
    const keys = ['C1', 'C2', 'C3'] as const
    expect(keys.map(key => stage(key, 'record')?.linkedCount)).to.deep.equal([73, 171, 88])
    expect(keys.map(key => stage(key, 'summary')?.carriedCount)).to.deep.equal([41, 133, 84])
    expect(keys.map(key => stage(key, 'papers')?.carriedCount)).to.deep.equal([22, 96, 79])
  })
  it('C4, a survey that only gathered information, has no figure of outcomes: in the decision are between 0 and 12', () => {
    const c4 = sample.audits.C4
    expect(of(c4, 'L1').byPoint.bounds).to.deep.equal({ low: 0, high: 12, denominator: 12 })
    for (const number of ['L1', 'L2', 'L3', 'L4', 'L8', 'L9'])
      expect(of(c4, number).byPoint.value, number).to.equal(null)
    expect(c4.signals.checkableCount).to.equal(0)
  })
  it('nothing of C1 to C3 is kept from publication but groups too small for a headline', () => {
    for (const key of ['C1', 'C2', 'C3'] as const)
      for (const { number } of audit(key).indicators)
        expect(isBlocked(audit(key).lint, number), `${key} ${number}`).to.equal(false)
  })
  it('release 1.0 of C2, before its correction: one point more without a trace, L8 44/120 and L9 76/187', () => {
    const record = sample.records.C2
    const [correction] = record.corrections.filter(one => one.pointId !== null)
    const links = record.links.filter(link => link.pointId !== correction?.pointId || link.kind !== 'gives-reason')
    expect(links.length).to.be.below(record.links.length)
    const before = auditConsultation({ ...record, links }, { asOf: AS_OF })
    const counts = (key: string) => `${figure(before, key).numerator}/${figure(before, key).denominator}`
    expect([counts('answered-with-reason'), counts('silence')]).to.deep.equal(['44/120', '76/187'])
    expect(before.points.find(point => point.pointId === correction?.pointId)?.outcome).to.equal(correction?.oldValue)
  })
  it('points of one idea share what the decision did, in all of them', () => {
    for (const key of ['C1', 'C2', 'C3'] as const) expect(audit(key).problems).to.deep.equal([])
  })
})
