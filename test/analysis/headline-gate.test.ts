import { expect } from 'chai'
import { openHeadlineGate } from '../../analysis/headline-gate.ts'
import type { Outcome } from '../../analysis/finding.ts'
import { findPoints } from '../../analysis/outcomes/find-points.ts'
import { indexRecord } from '../../analysis/outcomes/record-index.ts'
import type { PointUnit } from '../../analysis/outcomes/counted-unit.ts'
import { plant } from './planted.ts'

const [model] = findPoints(
  indexRecord(plant({ cells: [{ relation: 'none', outcome: 'noted', sizes: [1] }] }), '2026-06-30'),
).units

const units = (count: number, outcome: Outcome, twiceCount = 0, isConfirmed = true): readonly PointUnit[] =>
  Array.from({ length: count }, (_, place) => {
    if (!model) throw new Error('A unit was planted.')
    return { ...model, outcome, isConfirmed, isCheckedTwice: place < twiceCount }
  })
const reasons = (all: readonly PointUnit[], alpha: number | null = 0.85): readonly string[] =>
  openHeadlineGate(all, alpha).reasons

describe('What must be so before a headline names a body', () => {
  it('nine in ten checked, a fifth of them twice and fifty at least, in each outcome, with agreement: open', () => {
    const all = [...units(200, 'noted', 50), ...units(100, 'adopted', 10), ...units(30, 'unchecked', 0, false)]
    expect(openHeadlineGate(all, 0.7)).to.deep.equal({
      isMet: false,
      reasons: ['60 points are checked twice; 66 are needed.'],
    })
    expect(
      openHeadlineGate([...all.slice(0, 200), ...units(100, 'adopted', 16), ...all.slice(300)], 0.7).isMet,
    ).to.equal(true)
  })
  it('fewer than nine in ten checked: closed', () => {
    expect(reasons([...units(89, 'noted', 60), ...units(11, 'unchecked', 0, false)])).to.deep.equal([
      'People have checked 89 of the 100 points; 9 in 10 are needed.',
    ])
  })
  it('a fifth of 100 is 20, but fifty are needed; under fifty points all are checked twice', () => {
    expect(reasons(units(100, 'noted', 49))).to.deep.equal(['49 points are checked twice; 50 are needed.'])
    expect(reasons(units(100, 'noted', 50))).to.deep.equal([])
    expect(reasons(units(40, 'noted', 39))).to.deep.equal(['39 points are checked twice; 40 are needed.'])
  })
  it('an outcome of five points or more of which none was checked twice: closed', () => {
    expect(reasons([...units(95, 'noted', 60), ...units(5, 'adopted')])).to.deep.equal([
      'No point with the outcome "adopted" is checked twice.',
    ])
    expect(reasons([...units(96, 'noted', 60), ...units(4, 'adopted')])).to.deep.equal([])
  })
  it('coders who agree too little: closed; agreement not measured is warned of elsewhere', () => {
    expect(reasons(units(60, 'noted', 60), 0.66)).to.deep.equal([
      "Coders agree too little: Krippendorff's alpha is 0.66, 0.667 is needed.",
    ])
    expect(reasons(units(60, 'noted', 60), null)).to.deep.equal([])
  })
  it('no points: closed', () => {
    expect(openHeadlineGate([], null).isMet).to.equal(false)
  })
})
