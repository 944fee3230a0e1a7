// Longer than most: every guard of the index against gaming has its own test.
import { expect } from 'chai'
import fc from 'fast-check'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit, NamedFigure } from '../../../analysis/finding.ts'
import { LETTERS, weighComponents, WEIGHTS, type Components } from '../../../analysis/listening-gap/weigh-components.ts'
import { drawBeta, drawDirichlet, drawGamma, drawShare } from '../../../analysis/statistics/random-variates.ts'
import { seededRandom } from '../../../analysis/statistics/random.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Document, Stage } from '../../../data/model/document.ts'
import { a } from '../../support/builders.ts'
import { sampleAudits } from '../../golden/sample-audits.ts'

const AS_OF = '2026-06-30'
const audited = (record: ConsultationRecord): Audit => auditConsultation(record, { asOf: AS_OF })

/** Unknown parts halfway, for these tests only: pages show the range. */
const middle = ({ signals: { signals } }: Audit): Components => {
  const of = (letter: string): number => {
    const { low, high } = signals.find(signal => signal.letter === letter)?.component ?? { low: 0, high: 1 }
    return (low + high) / 2
  }
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D'), E: of('E'), F: of('F'), G: of('G') }
}
const score = (record: ConsultationRecord): string => weighComponents(middle(audited(record))).score.toFixed(1)
const upperEnd = ({ signals: { signals } }: Audit): number =>
  weighComponents(
    Object.fromEntries(signals.map(({ letter, component }) => [letter, component?.high ?? 1])) as unknown as Components,
  ).score
const influenceOf = (record: ConsultationRecord): NamedFigure | undefined =>
  audited(record).indicators.find(one => one.id === 'influence')?.byPoint

describe('Weighing the components', () => {
  it('the weights add up to 100', () => {
    expect(LETTERS.reduce((sum, letter) => sum + WEIGHTS[letter], 0)).to.equal(100)
  })
  it('all signs are 100, no sign is 0, in every way of weighing', () => {
    const all = (value: number): Components => ({
      A: value,
      B: value,
      C: value,
      D: value,
      E: value,
      F: value,
      G: value,
    })
    expect(weighComponents(all(0))).to.deep.equal({
      score: 0,
      equal: 0,
      geometric: 0,
      leaveOneOut: { low: 0, high: 0 },
    })
    const full = weighComponents(all(1))
    expect([full.score, full.equal, full.leaveOneOut.low]).to.deep.equal([100, 100, 100])
    expect(full.geometric).to.be.closeTo(99, 1e-9)
  })
  it('it rises with each component', () => {
    const share = fc.double({ min: 0, max: 0.9, noNaN: true })
    const any = fc.record({ A: share, B: share, C: share, D: share, E: share, F: share, G: share })
    fc.assert(
      fc.property(any, fc.constantFrom(...LETTERS), (components, letter) => {
        const before = weighComponents(components)
        const after = weighComponents({ ...components, [letter]: components[letter] + 0.1 })
        expect(after.score).to.be.above(before.score)
        expect(after.equal).to.be.above(before.equal)
        expect(after.geometric).to.be.above(before.geometric)
      }),
    )
  })
})

describe('Draws', () => {
  const random = seededRandom(5)
  const mean = (draw: () => number): number =>
    Array.from({ length: 20_000 }, draw).reduce((sum, one) => sum + one, 0) / 20_000
  it('gamma, beta and share have the means of their distributions', () => {
    expect(mean(() => drawGamma(random, 0.5))).to.be.closeTo(0.5, 0.03)
    expect(mean(() => drawGamma(random, 7))).to.be.closeTo(7, 0.1)
    expect(mean(() => drawBeta(random, 2, 6))).to.be.closeTo(0.25, 0.01)
    expect(mean(() => drawShare(random, 6, 7))).to.be.closeTo(6.5 / 8, 0.01)
  })
  it('weights add up to 1 and lie around those set', () => {
    const draw = drawDirichlet(random, [7.5, 6, 6, 3, 3, 1.5, 3])
    expect(draw.reduce((sum, weight) => sum + weight, 0)).to.be.closeTo(1, 1e-12)
    expect(mean(() => drawDirichlet(random, [7.5, 22.5])[0] ?? 0)).to.be.closeTo(0.25, 0.01)
  })
})

describe('The index on the sample council, and moves against it', function () {
  this.timeout(120_000)
  let c1: ConsultationRecord
  let c2: ConsultationRecord
  let c3: ConsultationRecord
  before(async () => {
    const { records } = await sampleAudits()
    ;({ C1: c1, C2: c2, C3: c3 } = records)
  })
  const gone = (stage: Stage, holding: Document['holding']): Document =>
    a('document', { stage, holding, source: 'official', publishedOn: null, isRequired: true })
  const findings = (record: ConsultationRecord) => new Map(audited(record).points.map(point => [point.pointId, point]))

  it('is off by default, and never without its range', () => {
    expect(audited(c1).listeningGapIndex).to.equal(null)
    const found = auditConsultation(c1, { asOf: AS_OF, withIndex: true }).listeningGapIndex
    expect([found?.low, found?.high, found?.drawLow, found?.drawHigh].every(end => typeof end === 'number')).to.equal(
      true,
    )
  })
  it('middle, equal weights, geometric and leave-one-out of C1, C2 and C3', () => {
    const row = (record: ConsultationRecord): readonly string[] => {
      const { score: middleScore, equal, geometric, leaveOneOut } = weighComponents(middle(audited(record)))
      return [middleScore, equal, geometric, leaveOneOut.low, leaveOneOut.high].map(number => number.toFixed(1))
    }
    expect(row(c1)).to.deep.equal(['70.1', '70.1', '71.1', '67.6', '72.9'])
    expect(row(c2)).to.deep.equal(['39.9', '32.6', '44.7', '30.6', '44.3'])
    expect(row(c3)).to.deep.equal(['5.4', '3.8', '5.9', '0.4', '6.8'])
  })
  it('the same seed gives the same index', () => {
    const index = () => auditConsultation(c3, { asOf: AS_OF, withIndex: true, seed: 3 }).listeningGapIndex
    expect(index()).to.deep.equal(index())
  })
  it('never recording objections: a group under ten is not demonstrated, 70.1 → 72.6', () => {
    const found = findings(c1)
    const points = c1.points.filter(point => found.get(point.id)?.relation !== 'challenges')
    expect(score({ ...c1, points })).to.equal('72.6')
  })
  it('one stock reason for all: strict silence does not move', () => {
    const found = findings(c1)
    const decision = c1.documents.find(document => document.stage === 'decision')
    const passageId = c1.passages.find(passage => passage.documentId === decision?.id)?.id ?? ''
    const silent = c1.points.filter(point => found.get(point.id)?.group === 'no-answer-found')
    const links = silent.map(point =>
      a('link', {
        pointId: point.id,
        passageId,
        kind: 'refuses',
        ground: 'cost',
        isSpecific: true,
        isStockReason: true,
        basis: 'confirmed',
      }),
    )
    const moved = { ...c1, links: [...c1.links, ...links] }
    expect(audited(moved).groups.byPoint.noAnswer).to.equal(0)
    expect(score(moved)).to.equal('70.1')
  })
  it('no plan: refused is not demonstrated, 70.1 → 76.1', () => {
    const plans = audited(c1).baseline?.documentIds ?? []
    const documents = [...c1.documents.filter(document => !plans.includes(document.id)), gone('plan', 'refused')]
    expect(score({ ...c1, documents })).to.equal('76.1')
  })
  it('no minutes and no log of promises: refused is not demonstrated, 70.1 → 73.2', () => {
    const documents = [...c1.documents, gone('record', 'refused'), gone('delivery', 'refused')]
    expect(score({ ...c1, documents, speakingTimes: [], commitments: [] })).to.equal('73.2')
  })
  it('splitting seven wins into 35: one per contribution and idea, nothing moves', () => {
    const found = findings(c1)
    const wins = c1.points.filter(point => {
      const finding = found.get(point.id)
      return (
        finding?.relation === 'consistent' && (finding.outcome === 'adopted' || finding.outcome === 'partly-adopted')
      )
    })
    expect(wins).to.have.length(7)
    const ideaOf = new Map(wins.map(point => [point.id, a('idea')]))
    const copies = wins.flatMap(point =>
      [1, 2, 3, 4].map(copy => ({ of: point.id, point: { ...point, id: `${point.id}-${copy}`, number: 1000 + copy } })),
    )
    const ideaIdOf = (id: string) => ideaOf.get(id)?.id ?? null
    const moved: ConsultationRecord = {
      ...c1,
      ideas: [...c1.ideas, ...ideaOf.values()],
      points: [
        ...c1.points.map(point => (ideaOf.has(point.id) ? { ...point, ideaId: ideaIdOf(point.id) } : point)),
        ...copies.map(({ of, point }) => ({ ...point, ideaId: ideaIdOf(of) })),
      ],
      links: [
        ...c1.links,
        ...copies.flatMap(({ of, point }) =>
          c1.links
            .filter(link => link.pointId === of)
            .map(link => ({ ...link, id: `${link.id}-${point.id}`, pointId: point.id })),
        ),
      ],
      searches: [
        ...c1.searches,
        ...copies.flatMap(({ of, point }) =>
          c1.searches
            .filter(search => search.pointId === of)
            .map(search => ({ ...search, id: `${search.id}-${point.id}`, pointId: point.id })),
        ),
      ],
    }
    expect(score(moved)).to.equal('70.1')
    expect(influenceOf(moved)?.value?.toFixed(3)).to.equal('0.077')
  })
  it('logging eight points: no index, too few records', () => {
    const found = auditConsultation(
      { ...c1, points: c1.points.slice(0, 8) },
      { asOf: AS_OF, withIndex: true },
    ).listeningGapIndex
    expect([found?.low, found?.bands]).to.deep.equal([null, []])
    expect(found?.nullReasons.join(' ')).to.contain('Too few records')
  })
  it('while the body can still reply there is no index', () => {
    const replies = [a('reply', { state: 'asked', pointId: null, dueOn: '2026-07-10' })]
    const found = auditConsultation({ ...c1, replies }, { asOf: AS_OF, withIndex: true }).listeningGapIndex
    expect(found?.nullReasons).to.deep.equal(['The council can still reply.'])
  })
  it('declaring all out of scope afterwards: a scope text dated after launch changes nothing', () => {
    const late = a('document', { stage: 'papers', source: 'official', holding: 'held', publishedOn: '2025-11-30' })
    const passage = a('passage', { documentId: late.id })
    const judgements = c1.points.map(point =>
      a('judgement', { pointId: point.id, kind: 'out-of-scope', passageId: passage.id, basis: 'confirmed' }),
    )
    const searches = c1.searches.map(search => ({ ...search, documentIds: [...search.documentIds, late.id] }))
    const moved = {
      ...c1,
      documents: [...c1.documents, late],
      passages: [...c1.passages, passage],
      judgements: [...c1.judgements, ...judgements],
      searches,
    }
    expect(audited(moved).bases.byPoint.outOfScope).to.equal(3)
    expect(score(moved)).to.equal('70.1')
  })
  it('leaving all silent points pending for ever: overdue is silent', () => {
    const found = findings(c1)
    const judgements = c1.points
      .filter(point => found.get(point.id)?.group === 'no-answer-found')
      .map(point => a('judgement', { pointId: point.id, kind: 'not-decided', dueOn: '2025-12-01', basis: 'confirmed' }))
    const moved = { ...c1, judgements: [...c1.judgements, ...judgements] }
    expect(audited(moved).bases.byPoint.silent).to.equal(66)
    expect(middle(audited(moved)).A).to.equal(middle(audited(c1)).A)
  })
  it('seeding points of one’s own: officer-written ones are left out', () => {
    const found = findings(c1)
    const win = c1.points.find(point => found.get(point.id)?.outcome === 'adopted')
    const contributions = Array.from({ length: 30 }, () => a('contribution', { contributorType: 'officer' }))
    const seeds = contributions.map((contribution, place) =>
      a('point', { contributionId: contribution.id, number: 2000 + place }),
    )
    const links = seeds.flatMap(seed =>
      c1.links
        .filter(link => link.pointId === win?.id)
        .map(link => ({ ...link, id: `${link.id}-${seed.id}`, pointId: seed.id })),
    )
    const moved = {
      ...c1,
      contributions: [...c1.contributions, ...contributions],
      points: [...c1.points, ...seeds],
      links: [...c1.links, ...links],
    }
    expect(audited(moved).setAside['officer-written']).to.equal(31)
    expect([score(moved), influenceOf(moved)?.numerator]).to.deep.equal(['70.1', 8])
  })
  it('a backdated plan: first archived after the first event, it is no baseline', () => {
    const documents = c1.documents.map(document =>
      document.stage === 'plan' ? { ...document, firstArchivedOn: '2025-11-20' } : document,
    )
    expect(influenceOf({ ...c1, documents })?.nullReason).to.equal('no-earlier-plan')
  })
  it('what we have not collected is anything between no sign and every sign', () => {
    const signal = audited({ ...c1, commitments: [] }).signals.signals.find(one => one.letter === 'G')
    expect([signal?.state, signal?.component]).to.deep.equal(['not-enough-records', null])
  })
  it('deleting records never lowers the upper end', () => {
    const before = new Map([c1, c2, c3].map(record => [record, upperEnd(audited(record))]))
    const bits = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
    const some = <T>(list: readonly T[], keep: readonly boolean[]): readonly T[] =>
      list.filter((_, place) => keep[place % 12])
    fc.assert(
      fc.property(
        fc.constantFrom(c1, c2, c3),
        bits,
        bits,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (record, tests, updates, whole) => {
          const [promises, seats, plan, answers] = whole
          const times = tests[11]
            ? record.speakingTimes
            : record.speakingTimes.filter(time => time.eventId !== record.speakingTimes[0]?.eventId)
          const moved: ConsultationRecord = {
            ...record,
            timingTests: some(record.timingTests, tests),
            commitmentUpdates: some(record.commitmentUpdates, updates),
            commitments: promises ? record.commitments : [],
            seats: seats ? record.seats : [],
            speakingTimes: updates[11] ? times : [],
            documents: record.documents.filter(
              ({ stage }) => (stage !== 'plan' || plan) && (stage !== 'answer' || answers),
            ),
          }
          expect(upperEnd(audited(moved))).to.be.at.least((before.get(record) ?? 0) - 1e-9)
        },
      ),
      { numRuns: 25 },
    )
  })
})
