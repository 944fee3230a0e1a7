import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit, NamedFigure } from '../../../analysis/finding.ts'
import { percentText } from '../../../analysis/sentences/wording.ts'
import { plantC1, plantC2, plantC3 } from '../planted.ts'

const AS_OF = '2026-06-30'
const C1 = auditConsultation(plantC1(), { asOf: AS_OF })
const C2 = auditConsultation(plantC2(), { asOf: AS_OF })
const C3 = auditConsultation(plantC3(), { asOf: AS_OF })

export const figuresOf = (audit: Audit): readonly NamedFigure[] =>
  audit.indicators.flatMap(one => [one.byPoint, ...(one.byIdea ? [one.byIdea] : []), ...one.companions])
/** "34/104 32.7 (24.4–42.2)", as the tables of the method print it. */
const printed = (audit: Audit, key: string): string => {
  const figure = figuresOf(audit).find(one => one.key === key)
  if (!figure) return `no figure ${key}`
  const { numerator, denominator, value, low, high, simple } = figure
  if (value === null || low === null || high === null) return `${numerator}/${denominator} ${figure.nullReason}`
  return `${numerator}/${denominator} ${percentText(value)} (${percentText(simple?.low ?? low)}–${percentText(simple?.high ?? high)})`
}

/** indicators.md 7.2, simple ranges; the three consultations planted by hand through links, searches and judgements. */
const TABLE: Readonly<Record<string, readonly [c1: string, c2: string, c3: string]>> = {
  reach: ['34/104 32.7 (24.4–42.2)', '67/180 37.2 (30.5–44.5)', '56/82 68.3 (57.6–77.4)'],
  influence: ['8/104 7.7 (3.9–14.4)', '24/180 13.3 (9.1–19.1)', '45/82 54.9 (44.1–65.2)'],
  'influence-outside-plan': ['8/76 10.5 (5.4–19.4)', '24/134 17.9 (12.3–25.3)', '45/70 64.3 (52.6–74.5)'],
  'already-planned-share': ['26/34 76.5 (60.0–87.6)', '43/67 64.2 (52.2–74.6)', '11/56 19.6 (11.3–31.8)'],
  'answered-with-reason': ['7/73 9.6 (4.7–18.5)', '45/120 37.5 (29.4–46.4)', '28/29 96.6 (82.8–99.4)'],
  'answered-with-reason-strict': ['7/73 9.6 (4.7–18.5)', '31/120 25.8 (18.8–34.3)', '28/29 96.6 (82.8–99.4)'],
  silence: ['66/107 61.7 (52.2–70.3)', '75/187 40.1 (33.3–47.3)', '1/85 1.2 (0.2–6.4)'],
  'silence-strict': ['66/107 61.7 (52.2–70.3)', '89/187 47.6 (40.6–54.7)', '1/85 1.2 (0.2–6.4)'],
  'reach-by-idea': ['17/68 25.0 (16.2–36.4)', '27/86 31.4 (22.6–41.8)', '49/71 69.0 (57.5–78.6)'],
  'influence-by-idea': ['8/68 11.8 (6.1–21.5)', '17/86 19.8 (12.7–29.4)', '42/71 59.2 (47.5–69.8)'],
  'answered-with-reason-by-idea': ['5/54 9.3 (4.0–19.9)', '24/65 36.9 (26.2–49.1)', '24/25 96.0 (80.5–99.3)'],
  'silence-by-idea': ['49/71 69.0 (57.5–78.6)', '41/92 44.6 (34.8–54.7)', '1/74 1.4 (0.2–7.3)'],
  'silence-strict-by-idea': ['49/71 69.0 (57.5–78.6)', '53/92 57.6 (47.4–67.2)', '1/74 1.4 (0.2–7.3)'],
}

describe('The planted consultations give the table of the method', () => {
  for (const [key, [c1, c2, c3]] of Object.entries(TABLE))
    it(`${key}: ${c1}; ${c2}; ${c3}`, () => {
      expect([printed(C1, key), printed(C2, key), printed(C3, key)]).to.deep.equal([c1, c2, c3])
    })

  it('C2: with four points that cannot be told, reach lies between 67 and 71 of 184, silence between 75 and 79 of 191', () => {
    const bounds = (key: string) => figuresOf(C2).find(one => one.key === key)?.bounds
    expect(bounds('reach')).to.deep.equal({ low: 67, high: 71, denominator: 184 })
    expect(bounds('silence')).to.deep.equal({ low: 75, high: 79, denominator: 191 })
  })
  it('C2: 21 of 45 reasons use one wording (32.9–60.9)', () => {
    expect(printed(C2, 'stock-reasons')).to.equal('21/45 46.7 (32.9–60.9)')
  })
  it('C1 has waited 240 days for an answer, C2 143 and C3 38', () => {
    const wait = (audit: Audit) => audit.indicators.find(one => one.id === 'time-to-answer')
    expect(wait(C1)?.byPoint.value).to.equal(240)
    expect(wait(C1)?.byPoint.high).to.equal(null)
    expect(wait(C1)?.sentence).to.equal('We found no answer 240 days after close (as at 30 June 2026).')
    expect(wait(C2)?.sentence).to.equal('An answer was published 143 days after close.')
    expect(wait(C3)?.byPoint.value).to.equal(38)
  })
  it('C1, C2 and C3 have 107, 196 and 88 codable points, and C2 has 88 ideas of 184 points that are decided', () => {
    expect([C1, C2, C3].map(audit => audit.bases.byPoint.codable)).to.deep.equal([107, 196, 88])
    const { resolved, undetermined } = C2.bases.byIdea
    expect(resolved + undetermined).to.equal(88)
  })
  it('L4 leaves out what the plan contained, in full or in part', () => {
    expect(printed(C1, 'taken-up-with-plan')).to.equal('7/20 35.0 (18.1–56.7)')
    expect(printed(C1, 'taken-up-against-plan')).to.equal('0/34 0.0 (0.0–10.2)')
    expect(printed(C2, 'taken-up-with-plan')).to.equal('15/34 44.1 (28.9–60.5)')
  })
  it('overdue points are silent, and count among those that could have been answered', () => {
    const record = plantC2()
    const judgements = record.judgements.map(one =>
      one.kind === 'not-decided' ? { ...one, dueOn: '2026-01-01' } : one,
    )
    const late = auditConsultation({ ...record, judgements }, { asOf: AS_OF })
    expect(printed(late, 'silence')).to.match(/^80\/192 /)
    expect(printed(late, 'silence-overdue')).to.match(/^5\/192 /)
    expect([late.groups.byPoint.notDecided, late.groups.byPoint.overdue, late.bases.byPoint.silent]).to.deep.equal([
      5, 5, 80,
    ])
  })
  it('points named by a figure are the points it counts', () => {
    for (const key of ['reach', 'influence', 'silence', 'silence-strict', 'answered-with-reason', 'stock-reasons']) {
      const figure = figuresOf(C2).find(one => one.key === key)
      expect(C2.points.filter(point => point.figures.includes(key)).length).to.equal(figure?.numerator)
      expect(figure?.rows).to.equal(`figure=${key}`)
    }
  })
})
