import { expect } from 'chai'
import { auditConsultation, RANGE_SEED } from '../../../analysis/audit.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { plantC2, plantC3 } from '../planted.ts'
import { figuresOf } from './planted-consultations.test.ts'

const AS_OF = '2026-06-30'

/** The same points, put into so many ideas by turns. */
const inIdeas = (record: ConsultationRecord, ideaCount: number): ConsultationRecord => ({
  ...record,
  points: record.points.map((point, place) => ({
    ...point,
    ideaId: record.ideas[place % ideaCount]?.id ?? null,
  })),
})
const figureIn = (record: ConsultationRecord, key: string, seed?: number) => {
  const audit = auditConsultation(record, { asOf: AS_OF, ...(seed === undefined ? {} : { seed }) })
  const found = figuresOf(audit).find(figure => figure.key === key)
  if (found === undefined) throw new Error(`There is no figure ${key}.`)
  return found
}
const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? 0) - (low ?? 0)

describe('A range by point', () => {
  it('is drawn from whole ideas, always from the same seed unless another is given', () => {
    const figure = figureIn(plantC2(), 'reach')
    expect(figure.rangeMethod).to.equal('cluster-bootstrap')
    expect(figure).to.deep.equal(figureIn(plantC2(), 'reach', RANGE_SEED))
    expect(figure.low).to.not.equal(figureIn(plantC2(), 'reach', RANGE_SEED + 1).low)
    expect(auditConsultation(plantC2(), { asOf: AS_OF }).seed).to.equal(RANGE_SEED)
  })
  it('keeps the range that takes each point alone as `simple`, and is far wider where a campaign shares one decision', () => {
    const { low, high, simple } = figureIn(plantC2(), 'silence')
    expect(width({ low, high })).to.be.above(1.5 * width(simple ?? { low: 0, high: 0 }))
  })
  it('comes from the number of ideas where there are under ten: three ideas of sixty points know as little as three points', () => {
    const figure = figureIn(inIdeas(plantC2(), 3), 'reach')
    expect(figure.rangeMethod).to.equal('wilson-on-ideas')
    expect(width(figure)).to.be.above(0.7)
  })
  it('of a difference comes from the number of ideas too where a group has under ten', () => {
    const figure = figureIn(inIdeas(plantC2(), 6), 'cherry-picking-gap')
    expect(figure.rangeMethod).to.equal('newcombe-on-ideas')
    expect(width(figure)).to.be.above(0.7)
  })
  it('is never of no width where all points came out alike', () => {
    const silent = figureIn(plantC3(), 'silence')
    expect(silent.value).to.be.above(0)
    for (const figure of figuresOf(auditConsultation(plantC3(), { asOf: AS_OF })))
      if (figure.unit === 'share' && figure.rangeMethod?.endsWith('on-ideas') && (figure.denominator ?? 0) > 0)
        expect(width(figure), figure.key).to.be.above(0)
  })
  it('by idea takes each idea alone: it has no other', () => {
    expect(figureIn(plantC2(), 'reach-by-idea')).to.include({ rangeMethod: 'wilson', simple: null })
  })
})
