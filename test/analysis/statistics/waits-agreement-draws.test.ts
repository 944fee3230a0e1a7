import { expect } from 'chai'
import fc from 'fast-check'
import { aalenJohansen } from '../../../analysis/statistics/aalen-johansen.ts'
import { chapman } from '../../../analysis/statistics/chapman.ts'
import { bootstrapDifference, bootstrapShare } from '../../../analysis/statistics/cluster-bootstrap.ts'
import { kaplanMeier, medianDays, waitingAfter, type Wait } from '../../../analysis/statistics/kaplan-meier.ts'
import { effectiveCount } from '../../../analysis/statistics/kish.ts'
import { krippendorffAlpha } from '../../../analysis/statistics/krippendorff-alpha.ts'
import { percentile } from '../../../analysis/statistics/percentile.ts'
import { seededRandom } from '../../../analysis/statistics/random.ts'
import { drawBinomial, logFactorial } from '../../../analysis/statistics/random-variates.ts'
import { wilson } from '../../../analysis/statistics/wilson.ts'

const waits = (text: string): readonly Wait[] =>
  text.split(' ').map(one => ({ days: Number.parseInt(one, 10), isEnded: !one.endsWith('+') }))

describe('Kaplan–Meier', () => {
  // Freireich et al. 1963, 6-mercaptopurine arm, as in Kalbfleisch and Prentice: S(6) .857, S(7) .807, S(10) .753, S(13) .690,
  // S(16) .627, S(22) .538, S(23) .448; R survfit(conf.type = "log-log") range at 23: 0.188–0.680, median 23.
  const freireich = kaplanMeier(waits('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'))
  it('gives the published curve of the 6-MP trial', () => {
    expect(freireich.map(step => step.waitingShare.toFixed(3))).to.deep.equal([
      '0.857',
      '0.807',
      '0.753',
      '0.690',
      '0.627',
      '0.538',
      '0.448',
    ])
    expect(medianDays(freireich)).to.equal(23)
  })
  it('gives R’s log-log range', () => {
    const last = freireich.at(-1)
    expect([last?.lowShare.toFixed(3), last?.highShare.toFixed(3)]).to.deep.equal(['0.188', '0.680'])
  })
  it('has no median while more than half still wait, and everything waits before the first end', () => {
    const steps = kaplanMeier(waits('5 10+ 10+'))
    expect(medianDays(steps)).to.equal(null)
    expect(waitingAfter(steps, 4)).to.equal(null)
    expect(waitingAfter(steps, 9)?.waitingShare).to.be.closeTo(2 / 3, 1e-12)
  })
  it('without open waits is the plain share still waiting', () => {
    const steps = kaplanMeier(waits('1 2 3 4'))
    expect(steps.map(step => step.waitingShare)).to.satisfy((shares: number[]) =>
      shares.every((share, place) => Math.abs(share - (3 - place) / 4) < 1e-12),
    )
  })
})

describe('Aalen–Johansen', () => {
  it('gives the case worked by hand', () => {
    const steps = aalenJohansen([
      { days: 10, end: 'delivered' },
      { days: 20, end: 'withdrawn' },
      { days: 30, end: 'delivered' },
      { days: 40, end: 'open' },
    ])
    expect(steps.map(step => step.deliveredShare)).to.deep.equal([0.25, 0.25, 0.5])
    expect(steps.at(-1)?.withdrawnShare).to.equal(0.25)
  })
  it('delivered, withdrawn and waiting always add up to 1', () => {
    const anyWait = fc.record({
      days: fc.integer({ min: 1, max: 50 }),
      end: fc.constantFrom('delivered' as const, 'withdrawn' as const, 'open' as const),
    })
    fc.assert(
      fc.property(fc.array(anyWait, { minLength: 1, maxLength: 30 }), all => {
        for (const { deliveredShare, withdrawnShare, waitingShare } of aalenJohansen(all))
          expect(deliveredShare + withdrawnShare + waitingShare).to.be.closeTo(1, 1e-9)
      }),
    )
  })
  it('without withdrawals is one minus Kaplan–Meier', () => {
    const days = [5, 9, 12, 20]
    const competing = aalenJohansen(days.map(day => ({ days: day, end: day === 9 ? 'open' : 'delivered' })))
    const plain = kaplanMeier(days.map(day => ({ days: day, isEnded: day !== 9 })))
    expect(competing.map(step => 1 - step.deliveredShare)).to.deep.equal(plain.map(step => step.waitingShare))
  })
})

describe('Krippendorff’s alpha', () => {
  // Krippendorff (2011), sections A (two coders, binary) and C (four coders, nominal, missing data).
  it('gives .095 for the published binary example', () => {
    const meg = '0100000010'
    const owen = '1110010000'
    const units = [...meg].map((value, place) => [value, owen[place] ?? ''])
    expect(krippendorffAlpha(units)?.toFixed(3)).to.equal('0.095')
  })
  it('gives .743 for the published four-coder example with missing data', () => {
    const rows = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.']
    const units = Array.from({ length: 12 }, (_, unit) =>
      rows.map(row => row[unit] ?? '.').filter(value => value !== '.'),
    )
    expect(krippendorffAlpha(units)?.toFixed(3)).to.equal('0.743')
  })
  it('is 1 when coders always agree on more than one value, null when nothing can be told apart', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).to.equal(1)
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).to.equal(null)
    expect(krippendorffAlpha([['a'], ['b']])).to.equal(null)
  })
})

describe('Chapman’s estimate', () => {
  // Seber (1982), The Estimation of Animal Abundance, 3.1: 200 marked, 150 caught, 50 marked among them.
  it('gives 594 for 200 and 150 with 50 in both, worked by hand', () => {
    const found = chapman(200, 150, 50)
    expect(found.total).to.be.closeTo((201 * 151) / 51 - 1, 1e-9)
    const se = Math.sqrt((201 * 151 * 150 * 100) / (51 * 51 * 52))
    expect(found.high - found.total).to.be.closeTo(1.959964 * se, 1e-4)
  })
  it('has no width when one list holds all of the other', () => {
    const found = chapman(10, 10, 10)
    expect([found.low, found.total, found.high]).to.deep.equal([10, 10, 10])
  })
})

describe('Kish’s effective number', () => {
  it('is the number itself when all are single, and less for campaigns', () => {
    expect(effectiveCount([1, 1, 1])).to.equal(3)
    expect(effectiveCount([24, ...Array.from({ length: 12 }, () => 1)])).to.be.closeTo(36 ** 2 / (24 ** 2 + 12), 1e-12)
    expect(effectiveCount([])).to.equal(0)
  })
})

describe('Bootstrap of whole ideas', () => {
  const singles = (hits: number, total: number) =>
    Array.from({ length: total }, (_, place) => ({ hitCount: place < hits ? 1 : 0, totalCount: 1 }))
  it('the same seed gives the same range, another seed nearly the same', () => {
    const clusters = singles(40, 100)
    expect(bootstrapShare(clusters, 7, 2000)).to.deep.equal(bootstrapShare(clusters, 7, 2000))
    expect(bootstrapShare(clusters, 8, 2000)?.low).to.be.closeTo(bootstrapShare(clusters, 7, 2000)?.low ?? 0, 0.02)
  })
  it('without ideas shared it comes near Wilson', () => {
    const range = bootstrapShare(singles(40, 100), 1)
    expect(range?.low).to.be.closeTo(wilson(40, 100)?.low ?? 0, 0.01)
    expect(range?.high).to.be.closeTo(wilson(40, 100)?.high ?? 0, 0.01)
  })
  it('one campaign of half the voices makes the range far wider', () => {
    const campaign = [{ hitCount: 50, totalCount: 50 }, ...singles(10, 50)]
    const range = bootstrapShare(campaign, 1)
    const simple = wilson(60, 100)
    expect((range?.high ?? 0) - (range?.low ?? 0)).to.be.above(2 * ((simple?.high ?? 0) - (simple?.low ?? 0)))
  })
  it('a difference is drawn with both groups of an idea together', () => {
    const pairs = singles(30, 60).map((cluster, place) =>
      place % 2 === 0
        ? { first: cluster, second: { hitCount: 0, totalCount: 0 } }
        : { first: { hitCount: 0, totalCount: 0 }, second: cluster },
    )
    const range = bootstrapDifference(pairs, 3)
    expect(range?.low).to.be.below(0)
    expect(range?.high).to.be.above(0)
  })
  it('ideas that are alike are drawn together, and it comes to the same as picking each one by one', () => {
    const clusters = [...singles(30, 60), { hitCount: 2, totalCount: 9 }, { hitCount: 7, totalCount: 7 }]
    const random = seededRandom(11)
    const picked = Array.from({ length: 10_000 }, () => {
      const draws = clusters.map(() => clusters[Math.floor(random() * clusters.length)])
      const hits = draws.reduce((sum, one) => sum + (one?.hitCount ?? 0), 0)
      return hits / draws.reduce((sum, one) => sum + (one?.totalCount ?? 0), 0)
    }).sort((one, other) => one - other)
    const range = bootstrapShare(clusters, 12)
    expect(range?.low).to.be.closeTo(percentile(picked, 0.025), 0.01)
    expect(range?.high).to.be.closeTo(percentile(picked, 0.975), 0.01)
  })
  it('nothing to draw from gives no range', () => {
    expect(bootstrapShare([], 1)).to.equal(null)
  })
})

describe('Binomial draws', () => {
  it('ln n! is exact for small numbers and right to ten digits for large ones', () => {
    expect(logFactorial(0)).to.equal(0)
    expect(logFactorial(5)).to.be.closeTo(Math.log(120), 1e-12)
    // ln 100! = 363.73937555556349
    expect(logFactorial(100)).to.be.closeTo(363.73937555556349, 1e-9)
  })
  for (const [trialCount, share] of [
    [12, 0.3],
    [60, 0.5],
    [500, 0.01],
    [2000, 0.4],
    [90, 0.97],
  ] as const)
    it(`${trialCount} trials at ${share} come out as often as the formula says`, () => {
      const drawCount = 40_000
      const random = seededRandom(trialCount)
      const counts = new Map<number, number>()
      for (let draw = 0; draw < drawCount; draw += 1) {
        const count = drawBinomial(random, trialCount, share)
        counts.set(count, (counts.get(count) ?? 0) + 1)
      }
      let [chiSquare, cellCount] = [0, 0]
      for (let count = 0; count <= trialCount; count += 1) {
        const chance = Math.exp(
          logFactorial(trialCount) -
            logFactorial(count) -
            logFactorial(trialCount - count) +
            count * Math.log(share) +
            (trialCount - count) * Math.log(1 - share),
        )
        if (chance * drawCount < 5) continue
        chiSquare += ((counts.get(count) ?? 0) - chance * drawCount) ** 2 / (chance * drawCount)
        cellCount += 1
      }
      // Mean of chi-square is its degrees of freedom, spread √(2 df): five spreads is one run in millions.
      expect(chiSquare).to.be.below(cellCount + 5 * Math.sqrt(2 * cellCount))
    })
  it('nothing can happen without trials or chance, and all of it must at chance 1', () => {
    const random = seededRandom(1)
    expect([drawBinomial(random, 0, 0.5), drawBinomial(random, 9, 0), drawBinomial(random, 9, 1)]).to.deep.equal([
      0, 0, 9,
    ])
  })
})

describe('Percentiles and draws', () => {
  it('interpolates between neighbours as R’s default does', () => {
    expect(percentile([1, 2, 3, 4], 0.25)).to.equal(1.75)
    expect(percentile([5], 0.9)).to.equal(5)
  })
  it('draws lie in [0, 1) and are spread evenly', () => {
    const random = seededRandom(42)
    const draws = Array.from({ length: 20_000 }, () => random())
    expect(Math.min(...draws)).to.be.at.least(0)
    expect(Math.max(...draws)).to.be.below(1)
    for (let tenth = 0; tenth < 10; tenth += 1)
      expect(draws.filter(draw => Math.floor(draw * 10) === tenth).length).to.be.within(1800, 2200)
  })
})
