import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { NamedFigure, StatedView } from '../../../analysis/finding.ts'
import { percentText } from '../../../analysis/sentences/wording.ts'
import { isEmptyReason } from '../../../analysis/stated/stated-reasons.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { StatedCode } from '../../../data/model/stated-outcome.ts'
import { a, aConsultationRecord } from '../../support/builders.ts'
import { barcelonaRecord, hasBarcelona } from '../barcelona.ts'

const AS_OF = '2026-06-30'
const printed = ({ numerator, denominator, value, low, high }: NamedFigure): string =>
  `${numerator}/${denominator} ${percentText(value ?? Number.NaN)} (${percentText(low ?? Number.NaN)}–${percentText(high ?? Number.NaN)})`

interface Row {
  readonly code: StatedCode | null
  readonly reason?: string
  readonly type?: 'officer' | 'resident'
  readonly text?: string
}
const recordOf = (rows: readonly Row[]): ConsultationRecord => {
  const contributions = rows.map(({ type = 'resident' }) => a('contribution', { contributorType: type }))
  const points = rows.map(({ text }, place) =>
    a('point', {
      number: place + 1,
      contributionId: contributions[place]?.id ?? '',
      publicText: text ?? `text ${place}`,
    }),
  )
  const statedOutcomes = rows.flatMap(({ code, reason }, place) =>
    code === null ? [] : [a('stated-outcome', { pointId: points[place]?.id ?? '', code, reason: reason ?? null })],
  )
  return aConsultationRecord({ contributions, points, statedOutcomes })
}
const viewOf = (rows: readonly Row[]): StatedView => auditConsultation(recordOf(rows), { asOf: AS_OF }).stated

describe('What the body says', () => {
  it('a point of which nothing is said stays in the count', () => {
    const view = viewOf([...Array.from({ length: 9 }, () => ({ code: 'says-taken-up' as const })), { code: null }])
    expect([view.accepted.numerator, view.accepted.denominator]).to.deep.equal([9, 10])
    expect([view.statedCount, view.nothingSaidCount]).to.deep.equal([9, 1])
  })
  it('under ten points there is a count and no rate', () => {
    const view = viewOf([{ code: 'says-taken-up' }])
    expect([view.accepted.value, view.accepted.nullReason, view.accepted.numerator]).to.deep.equal([null, 'too-few', 1])
  })
  it('"null", "×", a dash and nothing are no reasons; a short word is one', () => {
    for (const text of ['null', 'NULL', '×', '-', '–', ' . ', '', 'n/a', '???'])
      expect(isEmptyReason(text), text).to.equal(true)
    for (const text of ['No.', 'Cost', 'Ja hi és']) expect(isEmptyReason(text), text).to.equal(false)
  })
  it('empty reasons are kept as they stand and counted', () => {
    const view = viewOf([
      { code: 'says-refused', reason: 'null' },
      { code: 'says-refused', reason: '×' },
      { code: 'says-refused', reason: '×' },
      { code: 'says-refused', reason: 'Too dear.' },
    ])
    expect(view.reasons.emptyCount).to.equal(3)
    expect(view.reasons.empty).to.deep.equal([
      { text: '×', useCount: 2 },
      { text: 'null', useCount: 1 },
    ])
    expect(view.reasons.withReasonText.numerator).to.equal(4)
  })
  it('one sentence for five points is listed, for four it is not', () => {
    const rows = (text: string, count: number): readonly Row[] =>
      Array.from({ length: count }, () => ({ code: 'says-refused' as const, reason: text }))
    const { reused } = viewOf([...rows('Too general.', 5), ...rows('No funds.', 4)]).reasons
    expect(reused).to.deep.equal([{ text: 'Too general.', useCount: 5, ideaCount: 5 }])
  })
  it('identical points that got different answers are found, after folding case and space', () => {
    const view = viewOf([
      { code: 'says-taken-up', text: 'Plant  trees' },
      { code: 'says-refused', text: 'plant trees' },
      { code: 'says-refused', text: 'plant trees?' },
      { code: 'says-taken-up', text: 'More buses' },
      { code: 'says-taken-up', text: 'more buses' },
    ])
    expect(view.unequalAnswers).to.deep.equal([{ pointNumbers: [1, 2], codes: ['says-refused', 'says-taken-up'] }])
  })
  it('the body’s latest word counts', () => {
    const record = recordOf([{ code: 'says-considering' }])
    const later = a('stated-outcome', {
      pointId: record.points[0]?.id ?? '',
      code: 'says-refused',
      statedOn: '2026-05-01',
    })
    const { stated } = auditConsultation(
      { ...record, statedOutcomes: [later, ...record.statedOutcomes] },
      { asOf: AS_OF },
    )
    expect(stated.byCode.map(row => row.code)).to.deep.equal(['says-refused'])
  })
  it('officers are compared with the rest only where both are there', () => {
    expect(viewOf([{ code: 'says-taken-up' }]).officersAgainstRest).to.equal(null)
    const rows: readonly Row[] = Array.from({ length: 20 }, (_, place) => ({
      code: place < 15 ? 'says-taken-up' : 'says-refused',
      type: place < 10 ? 'officer' : 'resident',
    }))
    expect(viewOf(rows).officersAgainstRest?.difference.value).to.equal(0.5)
  })
})

describe('Barcelona’s city plan, 2016 (stated outcomes)', function () {
  before(function () {
    if (!hasBarcelona()) {
      console.log('skipped: the records of Barcelona are not here (set SAID_TEST_DATA)')
      this.skip()
    }
  })
  const audit = hasBarcelona() ? auditConsultation(barcelonaRecord(), { asOf: AS_OF }) : null
  const view = (): StatedView => {
    if (!audit) throw new Error('No audit.')
    return audit.stated
  }
  it('gives the table of section 6 by source', () => {
    const rows = view().breakdowns.find(one => one.attribute === 'contributor-type')?.rows ?? []
    expect(Object.fromEntries(rows.map(row => [row.value, printed(row.accepted)]))).to.deep.equal({
      official: '1244/1300 95.7 (94.4–96.7)',
      organization: '1241/1617 76.7 (74.6–78.7)',
      meeting: '3410/4498 75.8 (74.5–77.0)',
      citizen: '2247/3445 65.2 (63.6–66.8)',
    })
    expect(printed(view().acceptedWithoutOfficers)).to.equal('6898/9560 72.2 (71.2–73.0)')
  })
  it('official against the rest: +23.5 points (22.0–24.9), odds ratio 8.57 (6.53–11.25)', () => {
    const compared = view().officersAgainstRest
    expect(compared && printed(compared.difference)).to.contain('23.5 (22.0–24.9)')
    const { value, low, high } = compared?.oddsRatio ?? {}
    expect([value?.toFixed(2), low?.toFixed(2), high?.toFixed(2)]).to.deep.equal(['8.57', '6.53', '11.25'])
  })
  it('every refusal has a text, one sentence serves 743, and 14 are only "null" or "×"', () => {
    const { reasons } = view()
    expect([reasons.withReasonText.numerator, reasons.refusedCount]).to.deep.equal([2718, 2718])
    expect(reasons.reused[0]?.useCount).to.equal(743)
    expect(reasons.empty).to.deep.equal([
      { text: 'null', useCount: 7 },
      { text: '×', useCount: 7 },
    ])
    expect(reasons.emptyCount).to.equal(14)
  })
  it('districts lie between 43 and 92 per cent', () => {
    const shares = (view().breakdowns.find(one => one.attribute === 'area')?.rows ?? []).flatMap(
      row => row.accepted.value ?? [],
    )
    expect([Math.min(...shares), Math.max(...shares)].map(share => Math.round(share * 100))).to.deep.equal([43, 92])
  })
  it('every point is unchecked, and no indicator of outcomes has a value', () => {
    expect(audit?.points.every(point => point.outcome === 'unchecked')).to.equal(true)
    const byNumber = new Map(audit?.indicators.map(one => [one.number, one.byPoint]))
    for (const number of ['L1', 'L2', 'L3', 'L8', 'L9']) expect(byNumber.get(number)?.value, number).to.equal(null)
    expect(audit?.headlineGate.isMet).to.equal(false)
  })
})

describe('Groups of people in what the body says', () => {
  const areas = (kind: 'as-published' | 'redacted', sizes: Readonly<Record<string, number>>) => {
    const record = recordOf(
      Object.values(sizes).flatMap(size => Array.from({ length: size }, () => ({ code: 'says-taken-up' as const }))),
    )
    const given = Object.entries(sizes).flatMap(([area, size]) => Array.from({ length: size }, () => area))
    const contributions = record.contributions.map((one, place) => ({ ...one, area: given[place] ?? null }))
    const points = record.points.map(one => ({ ...one, publicTextKind: kind }))
    const { breakdowns } = auditConsultation({ ...record, contributions, points }, { asOf: AS_OF }).stated
    return breakdowns.find(one => one.attribute === 'area')
  }
  it('areas of fewer than ten people are shown together, so that none follows from the total', () => {
    const rows = areas('redacted', { North: 40, South: 12, East: 4, West: 4 })?.rows ?? []
    expect(rows.map(({ label, accepted }) => `${label} ${accepted.denominator}`)).to.deep.equal([
      'North 40',
      'South, East, West 20',
    ])
    expect(rows.map(({ accepted }) => accepted.rows)).to.deep.equal(['area=North', null])
  })
  it('where nothing may be shown the breakdown says so', () => {
    const breakdown = areas('redacted', { North: 40, South: 3 })
    expect([breakdown?.isSuppressed, breakdown?.rows]).to.deep.equal([true, []])
  })
  it('where the source has published every row, small areas stand by themselves', () => {
    expect(areas('as-published', { North: 40, South: 3 })?.rows).to.have.length(2)
  })
})
