import { expect } from 'chai'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { importedRecord, releasedRecord, withoutWithdrawn } from '../../../server/usecases/released-record.ts'
import { a, aConsultationRecord } from '../../support/builders.ts'

const REVIEWER = 'p-abcdefgh'
const DESK: ReadonlySet<string> = new Set([REVIEWER])

const contribution = a('contribution', { area: 'North', group: 'Carers', contributorType: 'resident', importId: 'i1' })
const point = a('point', {
  contributionId: contribution.id,
  importId: 'i1',
  publicText: 'Wants a bench.',
  publicTextKind: 'paraphrase',
  approvedBy: 'editor-1',
  approvedOn: '2026-01-05',
})
const fromFile = a('link', { pointId: point.id, basis: 'confirmed', by: 'coder-1' })
const released = aConsultationRecord({ contributions: [contribution], points: [point], links: [fromFile] })
const deskLink = a('link', { pointId: point.id, basis: 'confirmed', by: REVIEWER })
const later = (given: Partial<ConsultationRecord>): ConsultationRecord => ({ ...released, ...given })

describe('where something was released here, the public sees', () => {
  it('the judgements of the release, and none that the desk made or took back since', () => {
    const now = later({ links: [{ ...fromFile, retractedById: 'r1' }, deskLink] })
    expect(releasedRecord(released, now).links).to.deep.equal([fromFile])
  })

  it('no record that was imported since', () => {
    const now = later({
      points: [point, a('point', { importId: 'i2' })],
      documents: [a('document')],
      statedOutcomes: [a('stated-outcome', { pointId: point.id })],
    })
    const shown = releasedRecord(released, now)
    expect([shown.points.length, shown.documents.length, shown.statedOutcomes.length]).to.deep.equal([1, 0, 0])
  })

  it('replies, disputes, corrections and releases as they stand now', () => {
    const added = {
      replies: [a('reply', { state: 'replied' })],
      disputes: [a('dispute', { pointId: point.id, state: 'open' })],
      corrections: [a('correction', { pointId: point.id })],
      releases: [a('release')],
    }
    const shown = releasedRecord(released, later(added))
    expect(shown).to.deep.include(added)
  })

  it('no request for a reply that came after it: that belongs to the next release', () => {
    const before = a('reply', { state: 'asked' })
    const now = later({ replies: [before, a('reply', { state: 'asked' })] })
    expect(releasedRecord({ ...released, replies: [before] }, now).replies).to.deep.equal([before])
  })

  it('no dispute about a point that it does not hold, and evidence only where it holds that', () => {
    const unknown = a('dispute', { pointId: 'p-later' })
    const known = a('dispute', { pointId: point.id, passageId: 'passage-later' })
    const shown = releasedRecord(released, later({ disputes: [unknown, known] }))
    expect(shown.disputes).to.deep.equal([{ ...known, passageId: null }])
  })

  it('its addresses under their present names', () => {
    const now = later({
      body: { ...released.body, ref: 'new-body', name: 'Not yet' },
      consultation: { ...released.consultation, ref: 'new-name', title: 'Not yet' },
    })
    const shown = releasedRecord(released, now)
    expect([shown.body.ref, shown.consultation.ref]).to.deep.equal(['new-body', 'new-name'])
    expect([shown.body.name, shown.consultation.title]).to.not.include('Not yet')
  })

  for (const [what, change] of Object.entries({
    withheld: { publicText: null, publicTextKind: 'withheld' },
    'taken back': { publicText: null, publicTextKind: null, approvedBy: null },
    'released in other words': { publicText: 'Wants two benches.' },
  } as const))
    it(`no text that was ${what} since, at once`, () => {
      const shown = releasedRecord(released, later({ points: [{ ...point, ...change }] }))
      expect(shown.points[0]?.publicText).to.equal(null)
    })

  it('no text of a point that is not held any more, nor of one found to be a child’s', () => {
    expect(releasedRecord(released, later({ points: [] })).points[0]?.publicTextKind).to.equal('withheld')
    const child = { ...contribution, contributorType: 'child' as const }
    const shown = releasedRecord(released, later({ contributions: [child] }))
    expect(shown.points[0]?.publicText).to.equal(null)
    expect(shown.contributions[0]?.contributorType).to.equal('child')
  })

  it('a text that stands as it was released, but none that was let out since', () => {
    expect(releasedRecord(released, released).points).to.deep.equal([point])
    const before = { ...point, publicText: null, publicTextKind: null, approvedBy: null, approvedOn: null }
    const shown = releasedRecord({ ...released, points: [before] }, released)
    expect(shown.points[0]?.publicText).to.equal(null)
  })

  it('nothing that a person said of themselves and that was erased since; they stay counted', () => {
    const erased = { ...contribution, area: null, group: null }
    const { contributions } = releasedRecord(released, later({ contributions: [erased] }))
    expect(contributions).to.deep.equal([erased])
    expect(releasedRecord(released, later({ contributions: [] })).contributions).to.have.length(1)
  })

  it('also under the lasting address of an older release', () => {
    const now = later({ points: [{ ...point, publicText: null, publicTextKind: 'withheld' }] })
    expect(withoutWithdrawn(released, now).points[0]?.publicText).to.equal(null)
  })
})

describe('where nothing was released here, the public sees', () => {
  it('the very records that were imported, where the desk has done nothing', () => {
    expect(importedRecord(released, new Set())).to.equal(released)
    expect(importedRecord(released, DESK)).to.equal(released)
  })

  it('no link, search, judgement or coding of a person at the desk', () => {
    const by = { pointId: point.id, basis: 'confirmed', by: REVIEWER } as const
    const now = later({
      links: [fromFile, deskLink],
      searches: [a('search', by)],
      judgements: [a('judgement', by)],
      codings: [a('coding', { coder: REVIEWER }), a('coding', { coder: 'coder-1' })],
    })
    const shown = importedRecord(now, DESK)
    expect(shown.links).to.deep.equal([fromFile])
    expect([shown.searches, shown.judgements, shown.codings.length]).to.deep.equal([[], [], 1])
  })

  it('what came with a file and was taken back at the desk, until the next release', () => {
    const now = later({ links: [{ ...fromFile, retractedById: 'r1' }] })
    expect(importedRecord(now, DESK).links).to.deep.equal([fromFile])
  })

  it('no text that a person at the desk let out; one that a person withheld is withheld', () => {
    const letOut = { ...point, approvedBy: REVIEWER }
    expect(importedRecord(later({ points: [letOut] }), DESK).points[0]?.publicText).to.equal(null)
    const withheld = { ...letOut, publicText: null, publicTextKind: 'withheld' as const }
    expect(importedRecord(later({ points: [withheld] }), DESK).points[0]?.publicTextKind).to.equal('withheld')
  })

  it('no point that was split off at the desk, and nothing about it', () => {
    const split = a('point', { contributionId: contribution.id, importId: null })
    const suggested = a('link', { pointId: split.id, basis: 'suggested', by: 'linking@1.0' })
    const now = later({ points: [point, split], links: [fromFile, suggested] })
    expect(importedRecord(now, DESK)).to.deep.include({ points: [point], links: [fromFile] })
  })
})
