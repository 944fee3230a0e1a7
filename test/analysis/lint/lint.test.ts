import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit, IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import { isBlocked, lintFigures } from '../../../analysis/lint/lint-figures.ts'
import { lintQuote } from '../../../analysis/lint/lint-quote.ts'
import { a } from '../../support/builders.ts'
import { plantC2, plantC3 } from '../planted.ts'

const planted = auditConsultation(plantC2(), { asOf: '2026-06-30' })
const checks = { ...planted.checks, alpha: 0.85 }
const READY: Audit = { ...planted, checks, headlineGate: { isMet: true, reasons: [] } }

const change = (audit: Audit, number: string, given: Partial<IndicatorFinding>): Audit => ({
  ...audit,
  indicators: audit.indicators.map(one => (one.number === number ? { ...one, ...given } : one)),
})
const figureOf = (audit: Audit, number: string): NamedFigure => {
  const found = audit.indicators.find(one => one.number === number)
  if (!found) throw new Error(`No ${number}.`)
  return found.byPoint
}
const rulesOf = (audit: Audit, number: string): readonly string[] =>
  lintFigures(audit)
    .filter(({ subject }) => subject === number)
    .map(({ rule }) => rule)

describe('Headline lint', () => {
  it('lets a figure pass that is checked, dated, ranged and linked', () => {
    expect(rulesOf(READY, 'L1')).to.deep.equal(['P14 flags'])
    expect(isBlocked(lintFigures(READY), 'L1')).to.equal(false)
  })
  it('blocks while too few points are checked, with the reason', () => {
    const audit = { ...READY, headlineGate: { isMet: false, reasons: ['People have checked 3 of the 9 points.'] } }
    expect(lintFigures(audit).find(({ subject }) => subject === 'L9')?.message).to.contain('3 of the 9')
    for (const number of ['L1', 'L4', 'L9']) expect(isBlocked(lintFigures(audit), number), number).to.equal(true)
    expect(isBlocked(lintFigures(audit), 'L28')).to.equal(false)
  })
  it('blocks while the body can still reply', () => {
    const replyWindow = { isOpen: true, dueOn: '2026-07-04', hasReplied: false }
    expect(rulesOf({ ...READY, replyWindow }, 'L9')).to.include('P13 reply window open')
  })
  it('blocks a rate on fewer than ten, and lets a count of documents pass', () => {
    const byPoint = { ...figureOf(READY, 'L9'), denominator: 9 }
    expect(rulesOf(change(READY, 'L9', { byPoint }), 'L9')).to.include('P13 too few')
    expect(rulesOf(READY, 'L28')).to.deep.equal([])
  })
  it('blocks a headline, and no table, on a group under twenty', () => {
    const byPoint = { ...figureOf(READY, 'L4'), against: { numerator: 4, denominator: 19 } }
    const findings = lintFigures(change(READY, 'L4', { byPoint }))
    expect(findings.some(({ rule }) => rule === 'P13 too few for a headline')).to.equal(true)
    expect(isBlocked(findings, 'L4')).to.equal(false)
  })
  it('blocks what coders did not agree on, and warns where they agreed moderately', () => {
    expect(rulesOf(change(READY, 'L16', { alpha: 0.6, byPoint: figureOf(READY, 'L9') }), 'L16')).to.include(
      'P13 low agreement',
    )
    expect(rulesOf({ ...READY, checks: { ...checks, alpha: 0.7 } }, 'L9')).to.include('P14 moderate agreement')
    expect(rulesOf({ ...READY, checks: { ...checks, alpha: null } }, 'L9')).to.include('P14 agreement not measured')
  })
  it('blocks "new" without an earlier dated plan', () => {
    expect(rulesOf({ ...READY, baseline: null }, 'L2')).to.include('P13 no earlier plan')
  })
  it('blocks a difference that includes 0 and is worded as one; its zero sentence passes', () => {
    const audit: Audit = { ...auditConsultation(plantC3(), { asOf: '2026-06-30' }), headlineGate: READY.headlineGate }
    expect(rulesOf(audit, 'L4')).to.not.include('P13 difference includes 0')
    expect(rulesOf(change(audit, 'L4', { isZero: false }), 'L4')).to.include('P13 difference includes 0')
  })
  it('blocks a barred word in our sentence, and not in a quotation', () => {
    expect(rulesOf(change(READY, 'L9', { sentence: 'They ignored it.' }), 'L9')).to.include('P13 word')
    expect(rulesOf(change(READY, 'L9', { sentence: 'It says “you ignored us”.' }), 'L9')).to.not.include('P13 word')
  })
  it('blocks a missing range, as-at date or link to rows', () => {
    const rule = 'P13 range, date or rows missing'
    expect(rulesOf(change(READY, 'L9', { byPoint: { ...figureOf(READY, 'L9'), low: null } }), 'L9')).to.include(rule)
    expect(rulesOf(change(READY, 'L9', { byPoint: { ...figureOf(READY, 'L9'), rows: null } }), 'L9')).to.include(rule)
    expect(rulesOf({ ...READY, asOf: '' }, 'L9')).to.include(rule)
  })
  it('blocks a hidden cell of which a number shows', () => {
    const companions = [{ ...figureOf(READY, 'L9'), nullReason: 'suppressed' as const, value: null }]
    expect(rulesOf(change(READY, 'L19', { companions }), 'L19')).to.include('P13 suppressed cell')
  })
  it('blocks L1 without L2 and L3', () => {
    const byPoint = { ...figureOf(READY, 'L3'), value: null }
    expect(rulesOf(change(READY, 'L3', { byPoint }), 'L1')).to.include('P15 alone')
  })
  it('warns of small numbers, open disputes, stock reasons, claims in conflict, and a missing agenda split', () => {
    const byPoint = { ...figureOf(READY, 'L9'), isSmall: true }
    const flagCounts = { disputed: 1, 'stock-reason': 2, 'claim-conflict': 3 }
    expect(rulesOf(change(READY, 'L9', { byPoint, flagCounts }), 'L9')).to.deep.equal([
      'P14 small numbers',
      'P14 open disputes',
      'P14 flags',
    ])
    const telling = { ...figureOf(READY, 'L28'), value: 0.6, unit: 'share' as const }
    expect(rulesOf(change(READY, 'L15', { byPoint: telling, companions: [] }), 'L15')).to.deep.equal([
      'P14 agenda split missing',
    ])
  })
})

describe('Lint of a quotation', () => {
  const approved = a('point', {
    publicText: 'Please plant trees.',
    publicTextKind: 'redacted',
    approvedBy: 'reviewer-a',
  })
  it('lets approved public text of a point pass that two people checked', () => {
    expect(lintQuote(approved, 'plant trees', true)).to.deep.equal([])
  })
  it('blocks withheld, unapproved, altered and once-checked texts', () => {
    expect(lintQuote({ ...approved, publicTextKind: 'withheld' }, 'plant trees', true)[0]?.message).to.contain(
      'withheld',
    )
    expect(lintQuote({ ...approved, approvedBy: null }, 'plant trees', true)[0]?.message).to.contain('approved')
    expect(lintQuote(approved, 'fell trees', true)[0]?.message).to.contain('not in its approved')
    expect(lintQuote(approved, 'plant trees', false)[0]?.message).to.contain('twice')
  })
})
