import { expect } from 'chai'
import { companion, indicator, printedShare, sampleAudits, type SampleAudits } from './sample-audits.ts'

describe('the golden values of Calderwick: reach, influence, answers', () => {
  let audits: SampleAudits['audits']
  before(async () => {
    audits = (await sampleAudits()).audits
  })

  const byPoint: readonly (readonly [string, 'C1' | 'C2' | 'C3', string])[] = [
    ['L1', 'C1', '34/104 32.7% (24.4–42.2)'],
    ['L1', 'C2', '67/180 37.2% (30.5–44.5)'],
    ['L1', 'C3', '56/82 68.3% (57.6–77.4)'],
    ['L2', 'C1', '8/104 7.7% (3.9–14.4)'],
    ['L2', 'C2', '24/180 13.3% (9.1–19.1)'],
    ['L2', 'C3', '45/82 54.9% (44.1–65.2)'],
    ['L3', 'C1', '26/34 76.5% (60.0–87.6)'],
    ['L3', 'C2', '43/67 64.2% (52.2–74.6)'],
    ['L3', 'C3', '11/56 19.6% (11.3–31.8)'],
    ['L8', 'C1', '7/73 9.6% (4.7–18.5)'],
    ['L8', 'C2', '45/120 37.5% (29.4–46.4)'],
    ['L8', 'C3', '28/29 96.6% (82.8–99.4)'],
    ['L9', 'C1', '66/107 61.7% (52.2–70.3)'],
    ['L9', 'C2', '75/187 40.1% (33.3–47.3)'],
    ['L9', 'C3', '1/85 1.2% (0.2–6.4)'],
    ['L10', 'C2', '21/45 46.7% (32.9–60.9)'],
  ]
  for (const [number, consultation, expected] of byPoint)
    it(`${consultation} ${number} by point is ${expected}`, () => {
      expect(printedShare(indicator(audits[consultation], number).byPoint)).to.equal(expected)
    })

  const byIdea: readonly (readonly [string, 'C1' | 'C2' | 'C3', string])[] = [
    ['L1', 'C1', '17/68 25.0% (16.2–36.4)'],
    ['L1', 'C2', '27/86 31.4% (22.6–41.8)'],
    ['L1', 'C3', '49/71 69.0% (57.5–78.6)'],
    ['L2', 'C1', '8/68 11.8% (6.1–21.5)'],
    ['L2', 'C2', '17/86 19.8% (12.7–29.4)'],
    ['L2', 'C3', '42/71 59.2% (47.5–69.8)'],
    ['L8', 'C1', '5/54 9.3% (4.0–19.9)'],
    ['L8', 'C2', '24/65 36.9% (26.2–49.1)'],
    ['L8', 'C3', '24/25 96.0% (80.5–99.3)'],
    ['L9', 'C1', '49/71 69.0% (57.5–78.6)'],
    ['L9', 'C2', '41/92 44.6% (34.8–54.7)'],
    ['L9', 'C3', '1/74 1.4% (0.2–7.3)'],
  ]
  for (const [number, consultation, expected] of byIdea)
    it(`${consultation} ${number} by idea is ${expected}`, () => {
      const figure = indicator(audits[consultation], number).byIdea
      expect(figure === null ? 'none' : printedShare(figure)).to.equal(expected)
    })

  it('L2b, new in the decision of those not in the plan, is as printed', () => {
    const printed = (['C1', 'C2', 'C3'] as const).map(key =>
      printedShare(companion(audits[key], 'L2', 'influence-outside-plan')),
    )
    expect(printed).to.deep.equal(['8/76 10.5% (5.4–19.4)', '24/134 17.9% (12.3–25.3)', '45/70 64.3% (52.6–74.5)'])
  })

  it('the strict versions drop the reasons that C2 used for unlike points', () => {
    expect(printedShare(companion(audits.C2, 'L8', 'answered-with-reason-strict'))).to.equal('31/120 25.8% (18.8–34.3)')
    expect(printedShare(companion(audits.C2, 'L9', 'silence-strict'))).to.equal('89/187 47.6% (40.6–54.7)')
    expect(printedShare(companion(audits.C2, 'L9', 'silence-strict-by-idea'))).to.equal('53/92 57.6% (47.4–67.2)')
  })

  it('what cannot be told in C2 widens its bounds: 67 to 71 of 184 in the decision', () => {
    expect(indicator(audits.C2, 'L1').byPoint.bounds).to.deep.equal({ low: 67, high: 71, denominator: 184 })
  })

  it('the answer came 143 days after close in C2, 38 in C3, and in C1 none was found after 240', () => {
    expect(indicator(audits.C2, 'L11').byPoint.value).to.equal(143)
    expect(indicator(audits.C3, 'L11').byPoint.value).to.equal(38)
    expect(indicator(audits.C1, 'L11').sentence).to.include('240 days after close')
  })

  it('a survey nobody checked has no figure, and no point in a group but "not checked yet"', () => {
    const { C4 } = audits
    for (const number of ['L1', 'L2', 'L3', 'L8', 'L9', 'L10', 'L11']) {
      const { byPoint: figure } = indicator(C4, number)
      expect(figure.value, number).to.equal(null)
      expect(figure.nullReason, number).to.be.a('string')
    }
    expect(indicator(C4, 'L1').byPoint.bounds).to.deep.equal({ low: 0, high: 12, denominator: 12 })
    expect(C4.groups.byPoint).to.include({ n: 12, notChecked: 12, answered: 0, noAnswer: 0 })
  })

  it('the seven groups add up to every codable point: 107, 196, 88', () => {
    for (const [key, n] of [
      ['C1', 107],
      ['C2', 196],
      ['C3', 88],
    ] as const) {
      const { changeMade, alreadyPlanned, turnedDown, putOff, noAnswer, notDecided, notChecked, ...counts } =
        audits[key].groups.byPoint
      expect(counts.n).to.equal(n)
      expect(changeMade + alreadyPlanned + turnedDown + putOff + noAnswer + notDecided + notChecked).to.equal(n)
    }
  })

  it('what is left out is counted: duplicates, withdrawn, not codable, written by officers', () => {
    expect(audits.C1.setAside).to.deep.equal({ duplicate: 0, 'not-codable': 3, withdrawn: 0, 'officer-written': 1 })
    expect(audits.C2.setAside).to.deep.equal({ duplicate: 1, 'not-codable': 4, withdrawn: 0, 'officer-written': 0 })
    expect(audits.C3.setAside).to.deep.equal({ duplicate: 0, 'not-codable': 2, withdrawn: 1, 'officer-written': 0 })
  })

  it('the trail holds what 7 prints: in the record, carried in summary and papers', () => {
    const trail = (key: 'C1' | 'C2' | 'C3') => {
      const stage = (name: string) => audits[key].trail.find(coverage => coverage.stage === name)
      return [stage('record')?.linkedCount, stage('summary')?.carriedCount, stage('papers')?.carriedCount]
    }
    expect([trail('C1'), trail('C2'), trail('C3')]).to.deep.equal([
      [73, 41, 22],
      [171, 133, 96],
      [88, 84, 79],
    ])
  })

  it('importing in another order of rows changes no figure: neither does auditing twice', async () => {
    const { auditConsultation } = await import('../../analysis/audit.ts')
    const { records } = await sampleAudits()
    const record = records.C2
    const shuffled = {
      ...record,
      points: [...record.points].reverse(),
      links: [...record.links].reverse(),
      searches: [...record.searches].reverse(),
    }
    const again = auditConsultation(shuffled, { asOf: audits.C2.asOf })
    expect(again.indicators).to.deep.equal(audits.C2.indicators)
    expect(again.groups).to.deep.equal(audits.C2.groups)
  })
})
