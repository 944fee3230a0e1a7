import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { ContributorType } from '../../../data/model/contribution.ts'
import { AppError } from '../../../server/errors.ts'
import { indexAudit, type AuditIndex } from '../../../server/usecases/audit-index.ts'
import { checkQuery, countFacets, isTooFew, narrow, together } from '../../../server/usecases/point-facets.ts'
import { publicTextOf } from '../../../server/usecases/public-text.ts'
import { readIndex } from '../../../server/usecases/read-index.ts'
import { a, aConsultationRecord } from '../../support/builders.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

/** A consultation with so many people in each area, each with one point. */
const aConsultationOf = (
  areas: Readonly<Record<string, number>>,
  publicTextKind: 'redacted' | 'as-published',
): AuditIndex => {
  const people = Object.entries(areas).flatMap(([area, count]) =>
    Array.from({ length: count }, () => a('contribution', { area, contributorType: 'resident' })),
  )
  const points = people.map(({ id }, place) =>
    a('point', {
      contributionId: id,
      number: place + 1,
      publicText: `Point ${place + 1}`,
      publicTextKind,
      approvedBy: 'reviewer-a',
    }),
  )
  const record = aConsultationRecord({ contributions: people, points })
  return indexAudit({ record, audit: auditConsultation(record, { asOf: '2026-06-30' }), revision: '1' })
}

const areasOf = (index: AuditIndex): Readonly<Record<string, number | null>> => {
  const area = countFacets(index, { selected: {}, q: '' }).find(({ facet }) => facet === 'area')
  return Object.fromEntries((area?.values ?? []).map(({ value, pointCount }) => [value, pointCount]))
}

describe('the choices of the list of points', () => {
  it('lead to exactly as many points as they say', async () => {
    const index = await readIndex(await sampleDeps(), { body: 'calderwick', consultation: 'mill-lane-2025' })
    const query = { selected: { topic: ['Buses'] }, q: '' }
    let checked = 0
    for (const { facet, values } of countFacets(index, query))
      for (const { value, pointCount } of values) {
        if (pointCount === null) continue
        const rows = narrow(index, { ...query, selected: { ...query.selected, [facet]: [value] } })
        expect(rows, `${facet}=${value}`).to.have.length(pointCount)
        checked += 1
      }
    expect(checked).to.be.greaterThan(10)
  })

  it('find words in any case and with or without accents, and all of them must be there', () => {
    const record = aConsultationRecord()
    const contribution = a('contribution')
    const point = a('point', {
      contributionId: contribution.id,
      publicText: 'Més arbres al carrer de la Mercè',
      publicTextKind: 'as-published',
    })
    const filled = { ...record, contributions: [contribution], points: [point] }
    const index = indexAudit({
      record: filled,
      audit: auditConsultation(filled, { asOf: '2026-06-30' }),
      revision: '1',
    })
    expect(narrow(index, { selected: {}, q: 'ARBRES merce' })).to.have.length(1)
    expect(narrow(index, { selected: {}, q: 'arbres pont' })).to.have.length(0)
  })

  it('refuse a value outside a closed list by name', () => {
    expect(() => checkQuery({ selected: { group: ['adopted'] }, q: '' })).to.throw(
      AppError,
      '"group" cannot be "adopted"',
    )
    expect(() => checkQuery({ selected: { topic: ['anything at all'] }, q: '' })).not.to.throw()
  })

  it('put areas of fewer than ten people together, at least two of them and ten people', () => {
    expect(areasOf(aConsultationOf({ North: 20, South: 15, East: 6, West: 2 }, 'redacted'))).to.deep.equal({
      North: 20,
      [together]: 23,
    })
    expect(areasOf(aConsultationOf({ North: 20, South: 15, East: 12, West: 2 }, 'redacted'))).to.deep.equal({
      North: 20,
      South: 15,
      [together]: 14,
    })
  })

  it('show every area where the source itself has published each text', () => {
    expect(areasOf(aConsultationOf({ North: 20, West: 2 }, 'as-published'))).to.deep.equal({ North: 20, West: 2 })
  })

  it('hide a split of people under ten, and no list that splits no people', () => {
    const index = aConsultationOf({ North: 20, South: 20 }, 'redacted')
    const few = index.rows.slice(0, 9)
    expect(isTooFew(index, { area: ['North'] }, few)).to.equal(true)
    expect(isTooFew(index, { area: ['North'] }, index.rows.slice(0, 10))).to.equal(false)
    expect(isTooFew(index, { topic: ['Buses'] }, few)).to.equal(false)
  })
})

describe('the public text of a point', () => {
  const by = (contributorType: ContributorType) => a('contribution', { contributorType })
  const text = { publicText: 'Please.', approvedBy: 'reviewer-a' }

  it('is shown when a person released it, or the source had published it', () => {
    expect(publicTextOf(a('point', { ...text, publicTextKind: 'redacted' }), by('resident')).state).to.equal('shown')
    expect(publicTextOf(a('point', { ...text, publicTextKind: 'paraphrase' }), by('resident'))).to.include({
      isParaphrase: true,
    })
    expect(publicTextOf(a('point', { publicText: 'x', publicTextKind: 'as-published' }), null).state).to.equal('shown')
  })

  it('is not shown when no person approved it, or it was withheld', () => {
    expect(
      publicTextOf(a('point', { ...text, approvedBy: null, publicTextKind: 'redacted' }), by('resident')).state,
    ).to.equal('not-released')
    expect(publicTextOf(a('point', { ...text, publicTextKind: null }), by('resident')).state).to.equal('not-released')
    expect(publicTextOf(a('point', { ...text, publicTextKind: 'withheld' }), by('resident')).state).to.equal('withheld')
  })

  it('is never that of a child, whatever was released', () => {
    for (const publicTextKind of ['redacted', 'paraphrase', 'as-published'] as const)
      expect(publicTextOf(a('point', { ...text, publicTextKind }), by('child')).state).to.equal('withheld')
  })
})
