import { expect } from 'chai'
import { a } from '../../support/builders.ts'
import { auditConsultation } from '../../../analysis/audit.ts'
import { AS_OF, findingOf, recordOf, type OnePoint } from '../one-point.ts'

const relationOf = (given: OnePoint): string => findingOf(given).relation
const flagsOf = (given: OnePoint): readonly string[] => findingOf(given).flags

describe('Relation of a point to the plan from before', () => {
  it('contains is stronger than contains-part, that than challenges, that than consistent', () => {
    expect(
      relationOf({
        links: [
          ['plan', 'consistent'],
          ['plan', 'contains'],
        ],
      }),
    ).to.equal('contains')
    expect(
      relationOf({
        links: [
          ['plan', 'challenges'],
          ['plan', 'contains-part'],
        ],
      }),
    ).to.equal('contains-part')
    expect(
      relationOf({
        links: [
          ['plan', 'consistent'],
          ['plan', 'challenges'],
        ],
      }),
    ).to.equal('challenges')
    expect(relationOf({ links: [['plan', 'consistent']] })).to.equal('consistent')
  })
  it('none only when the plan was searched for it', () => {
    expect(relationOf({ searched: ['plan'] })).to.equal('none')
    expect(relationOf({ searched: ['decision'] })).to.equal('unknown')
  })
  it('unknown when no plan is from before the first event', () => {
    expect(relationOf({ links: [['plan', 'contains']], documents: { plan: { publishedOn: '2025-10-07' } } })).to.equal(
      'unknown',
    )
  })
})

describe('Flags beside an outcome', () => {
  const stated = (code: 'says-taken-up' | 'says-refused') => (given: OnePoint) => {
    const record = recordOf(given)
    const statedOutcomes = [a('stated-outcome', { pointId: record.points[0]?.id ?? '', code })]
    return auditConsultation({ ...record, statedOutcomes }, { asOf: AS_OF }).points[0]?.flags
  }
  it('claim-conflict: the body says taken up, the records say otherwise', () => {
    expect(stated('says-taken-up')({})).to.deep.equal(['claim-conflict'])
    expect(flagsOf({ links: [['answer', 'claims-taken-up']] })).to.deep.equal(['claim-conflict'])
  })
  it('no claim-conflict when it was taken up, when it is unchecked, or when the body said no', () => {
    expect(stated('says-taken-up')({ links: [['decision', 'takes-up']] })).to.deep.equal([])
    expect(stated('says-taken-up')({ searched: 'none' })).to.deep.equal([])
    expect(stated('says-refused')({})).to.deep.equal([])
  })
  it('stock-reason and group-reply come from the confirmed link', () => {
    const links: OnePoint['links'] = [
      ['answer', 'gives-reason', { isSpecific: true, isStockReason: true, isGroupReply: true }],
    ]
    expect(flagsOf({ links })).to.deep.equal(['stock-reason', 'group-reply'])
  })
  it('disputed while a dispute is open, and no longer', () => {
    const record = recordOf({})
    const withState = (state: 'open' | 'rejected') => {
      const disputes = [a('dispute', { pointId: record.points[0]?.id ?? '', state })]
      return auditConsultation({ ...record, disputes }, { asOf: AS_OF }).points[0]?.flags
    }
    expect(withState('open')).to.deep.equal(['disputed'])
    expect(withState('rejected')).to.deep.equal([])
  })
  it('overdue from the 85th day after the decision was due', () => {
    const dueOn = (date: string) => flagsOf({ judgements: [{ kind: 'not-decided', dueOn: date }] })
    expect(dueOn('2026-04-07')).to.deep.equal([]) // 84 days before 30 June
    expect(dueOn('2026-04-06')).to.deep.equal(['overdue'])
  })
  it('overdue by the date of the consultation where the point has none of its own', () => {
    const consultation = { decisionState: 'awaited', decisionDueOn: '2026-01-01' } as const
    expect(flagsOf({ consultation })).to.deep.equal(['overdue'])
  })
  it('undated when nobody knows when it came in', () => {
    const record = recordOf({})
    const contributions = record.contributions.map(one => ({ ...one, receivedOn: null }))
    expect(auditConsultation({ ...record, contributions }, { asOf: AS_OF }).points[0]?.flags).to.deep.equal(['undated'])
  })
})
