import { expect } from 'chai'
import fc from 'fast-check'
import { auditConsultation } from '../../../analysis/audit.ts'
import { OUTCOMES, type Outcome } from '../../../analysis/finding.ts'
import { ideaOutcome } from '../../../analysis/outcomes/find-ideas.ts'
import { isAnswered } from '../../../analysis/outcomes/outcome-groups.ts'
import { a } from '../../support/builders.ts'
import { AS_OF, findingOf, outcomeOf, recordOf } from '../one-point.ts'
import { plant, type Cell } from '../planted.ts'

describe('Points set aside', () => {
  it('duplicates, officer-written, not codable and withdrawn points are counted apart and in no total', () => {
    for (const kind of ['duplicate', 'officer-written', 'not-codable', 'withdrawn'] as const) {
      const audit = auditConsultation(recordOf({ judgements: [{ kind }] }), { asOf: AS_OF })
      expect(audit.setAside[kind]).to.equal(1)
      expect(audit.groups.byPoint.n).to.equal(0)
      expect(audit.points[0]?.group).to.equal(null)
    }
  })
  it('a point by the body’s own officer is kept and left out of rates', () => {
    const record = recordOf({})
    const contributions = record.contributions.map(one => ({ ...one, contributorType: 'officer' as const }))
    const audit = auditConsultation({ ...record, contributions }, { asOf: AS_OF })
    expect([audit.setAside['officer-written'], audit.bases.byPoint.codable, audit.bases.byPoint.total]).to.deep.equal([
      1, 0, 1,
    ])
  })
  it('points of one contribution in one idea count once: splitting changes nothing', () => {
    const record = plant({ cells: [{ relation: 'none', outcome: 'adopted', sizes: [3] }] })
    const split = record.points.map(point =>
      a('point', { ...point, id: `${point.id}-again`, number: point.number + 100 }),
    )
    const links = record.links.map(link =>
      a('link', { ...link, id: `${link.id}-again`, pointId: `${link.pointId}-again` }),
    )
    const whole = auditConsultation(record, { asOf: AS_OF })
    const more = auditConsultation(
      { ...record, points: [...record.points, ...split], links: [...record.links, ...links] },
      { asOf: AS_OF },
    )
    expect(more.groups).to.deep.equal(whole.groups)
    expect(more.indicators.map(one => one.byPoint)).to.deep.equal(whole.indicators.map(one => one.byPoint))
    expect(more.setAside.duplicate).to.equal(3)
  })
})

describe('Ideas', () => {
  it('an idea is answered when an answer reaches half of its points', () => {
    expect(ideaOutcome(['adopted', 'adopted', 'noted', 'no-trace'])).to.equal('adopted')
    expect(ideaOutcome(['declined-with-reason', 'noted', 'noted'])).to.equal('noted')
  })
  it('an idea is not checked yet while unchecked points could still tip it', () => {
    expect(ideaOutcome(['adopted', 'unchecked', 'noted'])).to.equal('unchecked')
    expect(ideaOutcome(['noted', 'noted', 'unchecked'])).to.equal('noted')
    expect(ideaOutcome(['undetermined', 'undetermined'])).to.equal('undetermined')
  })
  it('an idea waits when most of its unanswered points wait', () => {
    expect(ideaOutcome(['pending', 'pending', 'noted'])).to.equal('pending')
  })
  it('a point in no shared idea is an idea of its own', () => {
    const audit = auditConsultation(plant({ cells: [{ relation: 'none', outcome: 'noted', sizes: [1, 2] }] }), {
      asOf: AS_OF,
    })
    expect(audit.ideas.map(idea => idea.pointIds.length)).to.deep.equal([1, 2])
  })
  it('a merged idea counts as the idea it went into, also through a second merger, and a ring of mergers ends', () => {
    const record = plant({ cells: [{ relation: 'none', outcome: 'noted', sizes: [2, 2, 2] }] })
    const [first, second, third] = record.ideas
    const chain = [first, { ...second, mergedIntoId: first?.id }, { ...third, mergedIntoId: second?.id }]
    const ideas = chain as typeof record.ideas
    expect(auditConsultation({ ...record, ideas }, { asOf: AS_OF }).groups.byIdea.n).to.equal(1)
    const ring = [
      { ...first, mergedIntoId: third?.id },
      { ...second, mergedIntoId: first?.id },
      chain[2],
    ] as typeof record.ideas
    expect(auditConsultation({ ...record, ideas: ring }, { asOf: AS_OF }).groups.byPoint.n).to.equal(6)
  })
})

describe('Identical points share what the decision did', () => {
  const problemsOf = (outcomes: readonly Outcome[]): readonly string[] => {
    const record = plant({ cells: outcomes.map(outcome => ({ relation: 'none', outcome, sizes: [1] })) })
    const idea = a('idea')
    const points = record.points.map(point => ({ ...point, ideaId: idea.id }))
    return auditConsultation({ ...record, ideas: [idea], points }, { asOf: AS_OF }).problems.map(
      problem => problem.code,
    )
  }
  it('one taken up and one left: a problem to look at', () => {
    expect(problemsOf(['adopted', 'noted'])).to.deep.equal(['idea-effects-differ'])
    expect(problemsOf(['adopted', 'declined-with-reason'])).to.deep.equal(['idea-effects-differ'])
  })
  it('the opposite for one and nothing for its twin: a link is missing', () => {
    expect(problemsOf(['contradicted', 'noted'])).to.deep.equal(['idea-effects-differ'])
  })
  it('answers may differ: refused with a reason here, only noted there', () => {
    expect(problemsOf(['declined-with-reason', 'noted'])).to.deep.equal([])
    expect(problemsOf(['declined-with-reason', 'contradicted'])).to.deep.equal([])
  })
  it('what is not known yet contradicts nothing', () => {
    expect(problemsOf(['adopted', 'unchecked'])).to.deep.equal([])
  })
})

const anyCells = fc.array(
  fc.record({
    relation: fc.constantFrom('contains', 'contains-part', 'consistent', 'challenges', 'none'),
    outcome: fc.constantFrom(
      ...OUTCOMES.filter(outcome => outcome !== 'withdrawn' && outcome !== 'taken-up-baseline-unknown'),
    ),
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 8 },
)

describe('Identities', () => {
  it('the groups add up to the codable points, by point and by idea', () => {
    fc.assert(
      fc.property(anyCells, cells => {
        const { groups, bases, setAside } = auditConsultation(plant({ cells: cells as Cell[] }), { asOf: AS_OF })
        for (const g of [groups.byPoint, groups.byIdea]) {
          expect(g.answered + g.noAnswer + g.notDecided + g.notChecked).to.equal(g.n)
          expect(g.changeMade + g.alreadyPlanned + g.turnedDown + g.putOff).to.equal(g.answered)
        }
        const b = bases.byPoint
        expect(b.pending + b.outOfScope + b.undetermined + b.unchecked + b.resolved).to.equal(b.codable)
        expect(b.codable + Object.values(setAside).reduce((sum, count) => sum + count, 0)).to.equal(b.total)
        expect(groups.byPoint.noAnswer + groups.byPoint.overdue).to.equal(b.silent)
        expect(groups.byPoint.answered).to.equal(b.resolved + b.outOfScope - groups.byPoint.noAnswer)
      }),
      { numRuns: 60 },
    )
  })
  it('an idea is answered exactly when half of its points are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES.slice(2)), { minLength: 1, maxLength: 9 }), outcomes => {
        const isHalf = outcomes.filter(isAnswered).length * 2 >= outcomes.length
        expect(isAnswered(ideaOutcome(outcomes))).to.equal(isHalf)
      }),
    )
  })
  it('without any link or search nothing is said of a point', () => {
    expect(findingOf({ searched: 'none' }).missing).to.have.length(1)
    expect(outcomeOf({ searched: 'none' })).to.equal('unchecked')
  })
})
