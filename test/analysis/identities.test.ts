import { expect } from 'chai'
import fc from 'fast-check'
import { auditConsultation } from '../../analysis/audit.ts'
import type { Audit, NamedFigure } from '../../analysis/finding.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import { a } from '../support/builders.ts'
import { C1_CELLS, plant, plantC1, plantC2, plantC3, type Cell } from './planted.ts'

const AS_OF = '2026-06-30'
const audited = (record: ConsultationRecord): Audit => auditConsultation(record, { asOf: AS_OF })
const figures = (audit: Audit): readonly NamedFigure[] =>
  audit.indicators.flatMap(one => [one.byPoint, ...(one.byIdea ? [one.byIdea] : []), ...one.companions])
const figure = (audit: Audit, key: string): NamedFigure => {
  const found = figures(audit).find(one => one.key === key)
  if (!found) throw new Error(`No ${key}.`)
  return found
}

/** A shuffle that the seed decides. */
const shuffled = <T>(list: readonly T[], seed: number): readonly T[] =>
  list
    .map((one, place) => ({ one, key: Math.imul(place + 1, seed | 1) >>> 0 }))
    .sort((x, y) => x.key - y.key)
    .map(({ one }) => one)

describe('Identities of an audit', function () {
  this.timeout(60_000)
  it('the order of points, links, searches, documents and ideas changes nothing', () => {
    const record = plantC1()
    const before = audited(record)
    fc.assert(
      fc.property(fc.integer(), seed => {
        const moved = audited({
          ...record,
          points: shuffled(record.points, seed),
          links: shuffled(record.links, seed),
          searches: shuffled(record.searches, seed),
          documents: shuffled(record.documents, seed),
          ideas: shuffled(record.ideas, seed),
          contributions: shuffled(record.contributions, seed),
        })
        expect(moved.indicators).to.deep.equal(before.indicators)
        expect(moved.groups).to.deep.equal(before.groups)
        expect(moved.points.map(point => point.outcome)).to.deep.equal(before.points.map(point => point.outcome))
      }),
      { numRuns: 15 },
    )
  })
  it('the same record, date and seed give the same audit', () => {
    const record = plantC3()
    const once = auditConsultation(record, { asOf: AS_OF, seed: 4 })
    expect(auditConsultation(record, { asOf: AS_OF, seed: 4 })).to.deep.equal(once)
  })
  it('another consultation changes nothing: an audit looks at one record', () => {
    const record = plantC1()
    const before = audited(record)
    audited(plantC2())
    expect(audited(record)).to.deep.equal(before)
  })
  it('adding an unanswered point never improves a figure', () => {
    const outcome = fc.constantFrom(
      'noted' as const,
      'no-trace' as const,
      'contradicted' as const,
      'declined-no-reason' as const,
    )
    const relation = fc.constantFrom('none' as const, 'consistent' as const, 'contains' as const)
    fc.assert(
      fc.property(outcome, relation, fc.integer({ min: 1, max: 3 }), (added, related, size) => {
        const extra: Cell = { relation: related, outcome: added, sizes: [size] }
        const before = audited(plant({ cells: C1_CELLS, answeredOn: null }))
        const after = audited(plant({ cells: [...C1_CELLS, extra], answeredOn: null }))
        for (const suffix of ['', '-by-idea']) {
          for (const key of ['reach', 'influence', 'answered-with-reason'])
            expect(figure(after, key + suffix).value, key).to.be.at.most(figure(before, key + suffix).value ?? 0)
          for (const key of ['silence', 'silence-strict'])
            expect(figure(after, key + suffix).value, key).to.be.at.least(figure(before, key + suffix).value ?? 1)
        }
      }),
      { numRuns: 10 },
    )
  })
  it('an unchecked point improves no bound: the worst case gets no better', () => {
    const before = audited(plantC2())
    const record = plantC2()
    const contribution = a('contribution')
    const point = a('point', { contributionId: contribution.id, number: 999 })
    const after = audited({
      ...record,
      points: [...record.points, point],
      contributions: [...record.contributions, contribution],
    })
    const worst = (audit: Audit, key: string): number => {
      const { low, denominator } = figure(audit, key).bounds ?? { low: 0, denominator: 1 }
      return low / denominator
    }
    for (const key of ['reach', 'influence', 'answered-with-reason'])
      expect(worst(after, key)).to.be.below(worst(before, key))
    expect(figure(after, 'silence').bounds).to.deep.equal({ low: 75, high: 80, denominator: 192 })
  })
  it('an open dispute counts both ways by what it claims, and a settled one no more', () => {
    const record = plantC2()
    const contradicted = audited(record).points.find(point => point.outcome === 'contradicted')
    const dispute = (state: 'open' | 'rejected', claimedOutcome: string | null) =>
      audited({ ...record, disputes: [a('dispute', { pointId: contradicted?.pointId ?? '', state, claimedOutcome })] })
    // With the four that cannot be told: silence 75–79 of 191 becomes 74–79, by itself 74–75 of 187.
    expect(figure(dispute('open', 'declined-with-reason'), 'silence').bounds).to.deep.equal({
      low: 74,
      high: 79,
      denominator: 191,
    })
    expect(figure(dispute('open', 'declined-with-reason'), 'reach').bounds).to.deep.equal({
      low: 67,
      high: 71,
      denominator: 184,
    })
    expect(figure(dispute('open', null), 'reach').bounds).to.deep.equal({ low: 67, high: 72, denominator: 184 })
    expect(figure(dispute('rejected', null), 'silence').bounds).to.deep.equal({ low: 75, high: 79, denominator: 191 })
  })
  it('every share lies in its range and every range within its unit', () => {
    for (const record of [plantC1(), plantC2(), plantC3()])
      for (const { key, value, low, high, unit, numerator, denominator } of figures(
        auditConsultation(record, { asOf: AS_OF, seed: 2 }),
      )) {
        if (value === null) continue
        expect(value, key).to.be.at.least((low ?? value) - 1e-12)
        if (high !== null) expect(value, key).to.be.at.most(high + 1e-12)
        if (unit === 'share') expect(value, key).to.be.within(0, 1)
        if (numerator !== null && denominator !== null) expect(numerator, key).to.be.at.most(denominator)
      }
  })
  it('counting by cells gives what counting one by one gives', () => {
    const audit = audited(plantC2())
    for (const key of ['reach', 'silence', 'taken-up-with-plan', 'delivery-no-evidence']) {
      const one = figures(audit).find(found => found.key === key)
      if (one && one.numerator !== null)
        expect(audit.points.filter(point => point.figures.includes(key)).length, key).to.equal(one.numerator)
    }
  })
  it('an empty consultation has no value anywhere but in what is missing', () => {
    const audit = audited(plant({ cells: [] }))
    for (const { number, byPoint } of audit.indicators)
      if (number !== 'L28' && number !== 'L11') expect(byPoint.value, number).to.equal(null)
    expect(audit.groups.byPoint.n).to.equal(0)
  })
  it('all taken up, or none: shares of 1 and 0, and no rate where nothing was declined', () => {
    const all = audited(
      plant({ cells: [{ relation: 'none', outcome: 'adopted', sizes: Array.from({ length: 30 }, () => 1) }] }),
    )
    expect([
      figure(all, 'reach').value,
      figure(all, 'answered-with-reason').value,
      figure(all, 'silence').value,
    ]).to.deep.equal([1, null, 0])
    const none = audited(
      plant({ cells: [{ relation: 'none', outcome: 'no-trace', sizes: Array.from({ length: 30 }, () => 1) }] }),
    )
    expect([
      figure(none, 'reach').value,
      figure(none, 'answered-with-reason').value,
      figure(none, 'silence').value,
    ]).to.deep.equal([0, 0, 1])
  })
  it('nine points have counts and no rate, ten a rate marked small, thirty a plain one', () => {
    const reachOf = (count: number) =>
      figure(
        audited(
          plant({ cells: [{ relation: 'none', outcome: 'adopted', sizes: Array.from({ length: count }, () => 1) }] }),
        ),
        'reach',
      )
    expect([reachOf(9).value, reachOf(9).nullReason, reachOf(9).numerator]).to.deep.equal([null, 'too-few', 9])
    expect([reachOf(10).isSmall, reachOf(29).isSmall, reachOf(30).isSmall]).to.deep.equal([true, true, false])
  })
})
