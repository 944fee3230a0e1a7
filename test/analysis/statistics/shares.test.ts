import { expect } from 'chai'
import fc from 'fast-check'
import { mantelHaenszel } from '../../../analysis/statistics/mantel-haenszel.ts'
import { newcombe } from '../../../analysis/statistics/newcombe.ts'
import { oddsRatio } from '../../../analysis/statistics/odds-ratio.ts'
import { wilson } from '../../../analysis/statistics/wilson.ts'

/** Low and high, rounded as printed in the source. */
const ends = (range: { low: number; high: number } | null, digits: number): readonly string[] =>
  range === null ? [] : [range.low.toFixed(digits), range.high.toFixed(digits)]

describe('Wilson’s range of a share', () => {
  // Newcombe (1998), Statistics in Medicine 17: 857–872, table I, method 3 (score, without continuity correction).
  it('gives the four published examples of Newcombe 1998, table I', () => {
    expect(ends(wilson(81, 263), 4)).to.deep.equal(['0.2553', '0.3662'])
    expect(ends(wilson(15, 148), 4)).to.deep.equal(['0.0624', '0.1605'])
    expect(ends(wilson(0, 20), 4)).to.deep.equal(['0.0000', '0.1611'])
    expect(ends(wilson(1, 29), 4)).to.deep.equal(['0.0061', '0.1718'])
  })
  it('is null, and not 0, when there is nothing to divide by', () => {
    expect(wilson(0, 0)).to.equal(null)
  })
  it('holds the share, stays within 0 and 1, and mirrors when hits and misses are swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (total, anyHits) => {
        const hits = Math.min(anyHits, total)
        const range = wilson(hits, total)
        const mirror = wilson(total - hits, total)
        if (!range || !mirror) throw new Error('A range was expected.')
        expect(range.low).to.be.within(0, hits / total + 1e-12)
        expect(range.high).to.be.within(hits / total - 1e-12, 1)
        expect(range.low).to.be.closeTo(1 - mirror.high, 1e-12)
      }),
    )
  })
})

describe('Newcombe’s range of a difference', () => {
  // Newcombe (1998), Statistics in Medicine 17: 873–890, table II, method 10.
  it('gives published examples of Newcombe 1998, table II', () => {
    expect(ends(newcombe(56, 70, 48, 80), 4)).to.deep.equal(['0.0524', '0.3339'])
    expect(ends(newcombe(9, 10, 3, 10), 4)).to.deep.equal(['0.1705', '0.8090'])
    expect(ends(newcombe(6, 7, 2, 7), 4)).to.deep.equal(['0.0582', '0.8062'])
    expect(ends(newcombe(5, 56, 0, 29), 4)).to.deep.equal(['-0.0381', '0.1926'])
    expect(ends(newcombe(0, 10, 0, 20), 4)).to.deep.equal(['-0.1611', '0.2775'])
    expect(ends(newcombe(10, 10, 0, 10), 4)).to.deep.equal(['0.6075', '1.0000'])
  })
  it('is null when a group is empty, and changes sign when the groups are swapped', () => {
    expect(newcombe(0, 0, 1, 2)).to.equal(null)
    const range = newcombe(7, 20, 3, 30)
    const swapped = newcombe(3, 30, 7, 20)
    expect(range?.low).to.be.closeTo(-(swapped?.high ?? 0), 1e-12)
  })
})

describe('Odds ratio', () => {
  // R 4.3, fmsb::oddsratio-like log method worked by hand: log OR ± 1.959964 × √(1/a + 1/b + 1/c + 1/d).
  it('gives 1.5 (0.42–5.35) for 6 of 10 against 10 of 20, worked by hand', () => {
    const half = 1.959963984540054 * Math.sqrt(1 / 6 + 1 / 4 + 1 / 10 + 1 / 10)
    const found = oddsRatio(6, 10, 10, 20)
    expect(found?.ratio).to.be.closeTo(1.5, 1e-12)
    expect(found?.low).to.be.closeTo(1.5 / Math.exp(half), 1e-12)
    expect(found?.isCorrected).to.equal(false)
  })
  it('adds 0.5 to all four cells only when one is 0, and says so', () => {
    const found = oddsRatio(7, 20, 0, 34)
    expect(found?.isCorrected).to.equal(true)
    expect(found?.ratio).to.be.closeTo((7.5 * 34.5) / (13.5 * 0.5), 1e-12)
    expect(ends(found, 1)).to.deep.equal(['2.0', '718.6'])
  })
  it('is null when a group is empty', () => {
    expect(oddsRatio(0, 0, 1, 2)).to.equal(null)
  })
})

describe('The real-data check of the method, from its counts', () => {
  it('official against citizen proposals of Barcelona: odds ratio 11.84 (8.98–15.62)', () => {
    const found = oddsRatio(1244, 1300, 2247, 3445)
    expect([found?.ratio.toFixed(2), ...ends(found, 2)]).to.deep.equal(['11.84', '8.98', '15.62'])
  })
  it('with and without a negative comment: −17.5 points (−22.9 to −12.3)', () => {
    expect((189 / 342 - 6709 / 9218).toFixed(3)).to.equal('-0.175')
    expect(ends(newcombe(189, 342, 6709, 9218), 3)).to.deep.equal(['-0.229', '-0.123'])
  })
})

describe('Mantel–Haenszel', () => {
  it('with one table is the crude odds ratio', () => {
    expect(mantelHaenszel([{ hits1: 6, total1: 10, hits2: 10, total2: 20 }])?.ratio).to.be.closeTo(1.5, 1e-12)
  })
  // UCBAdmissions (R datasets; Bickel et al. 1975): mantelhaen.test(UCBAdmissions) gives common odds ratio 0.9046968,
  // 95% range 0.7719074–1.0603298 (Robins–Breslow–Greenland).
  it('gives R’s mantelhaen.test on the Berkeley admissions', () => {
    const found = mantelHaenszel([
      { hits1: 512, total1: 825, hits2: 89, total2: 108 },
      { hits1: 353, total1: 560, hits2: 17, total2: 25 },
      { hits1: 120, total1: 325, hits2: 202, total2: 593 },
      { hits1: 138, total1: 417, hits2: 131, total2: 375 },
      { hits1: 53, total1: 191, hits2: 94, total2: 393 },
      { hits1: 22, total1: 373, hits2: 24, total2: 341 },
    ])
    expect(found?.ratio).to.be.closeTo(0.9046968, 1e-6)
    expect(found?.low).to.be.closeTo(0.7719074, 1e-6)
    expect(found?.high).to.be.closeTo(1.0603298, 1e-6)
  })
  it('is null when no table can tell', () => {
    expect(mantelHaenszel([{ hits1: 0, total1: 5, hits2: 0, total2: 5 }])).to.equal(null)
    expect(mantelHaenszel([])).to.equal(null)
  })
})
