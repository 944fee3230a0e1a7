import { expect } from 'chai'
import { RECORD_KIND_NAMES } from '../../../data/model/record-kinds.ts'
import { logImport } from '../../../data/log/log-import.ts'
import { logDocument, logSuggestions } from '../../../data/log/log-members.ts'
import { logRecord, logTextDecision, type RecordLoggedAlone } from '../../../data/log/log-record.ts'
import { logRemoval, logRetraction } from '../../../data/log/log-removal.ts'
import { logEntry } from '../../../data/log/logged-entry.ts'
import { isSealOf } from '../../../data/log/seal.ts'
import type { Field } from '../../../data/model/field.ts'
import { fieldsOf } from '../../../data/model/record-kinds.ts'
import { aStored, bytesOf, contribution, link, occasion, point, uuid, words } from './small-log.ts'

const salt = bytesOf('salt')

const anyStored = (kind: RecordLoggedAlone): Parameters<typeof logRecord>[1] => {
  const references = Object.entries<Field<unknown>>(fieldsOf(kind)).filter(
    ([, of]) => of.type === 'reference' && of.isRequired,
  )
  const given = {
    ...Object.fromEntries(references.map(([name], at) => [name, uuid(100 + at)])),
    consultationId: uuid(1),
  }
  const more = kind === 'release' ? { version: '1.0', checksum: 'ab'.repeat(32) } : {}
  return aStored(kind, 40, { ...given, ...more })
}

describe('logging a record', () => {
  for (const kind of RECORD_KIND_NAMES) {
    if (kind === 'document' || kind === 'passage') continue
    it(`makes an entry of every ${kind}, with the seal that its salt opens`, () => {
      const record = anyStored(kind)
      const { entry, openings } = logRecord(kind, record as never, occasion, salt)
      expect(entry).to.include({ recordKind: kind, recordId: uuid(40), ...occasion })
      expect(entry.consultationId).to.equal(kind === 'body' ? null : kind === 'consultation' ? uuid(40) : uuid(1))
      expect(isSealOf('seal' in entry ? entry.seal : '', salt, kind, record)).to.equal(true)
      expect(openings).to.deep.equal([{ recordKind: kind, recordId: uuid(40), salt }])
    })
  }

  it('puts no word of it into the entry', () => {
    for (const logged of [
      logRecord('contribution', contribution, occasion, salt),
      logRecord('point', point, occasion, salt),
      logRecord('link', { ...link, note: words, by: 'J. Smith', partLeft: words }, occasion, salt),
    ]) {
      const text = Buffer.from(logged.body).toString()
      expect(text).to.not.include('Mill Lane').and.not.include('Smith')
    }
  })

  it('says of a link its point, passage, kind and basis', () => {
    const { entry } = logRecord('link', link, occasion, salt)
    expect(entry).to.include({
      kind: 'link-recorded',
      pointId: uuid(11),
      passageId: uuid(31),
      linkKind: 'takes-up',
      basis: 'confirmed',
    })
  })

  it('tells a withdrawal, the end of a dispute and a withdrawn release by the state of the record', () => {
    const kindOf = (kind: RecordLoggedAlone, given: object): string =>
      logRecord(kind, { ...anyStored(kind), ...given } as never, occasion, salt).entry.kind
    expect(kindOf('judgement', { kind: 'withdrawn' })).to.equal('withdrawn')
    expect(kindOf('judgement', { kind: 'not-codable' })).to.equal('judgement-recorded')
    expect(kindOf('dispute', { state: 'open' })).to.equal('dispute-opened')
    expect(kindOf('dispute', { state: 'upheld' })).to.equal('dispute-settled')
    expect(kindOf('release', { isWithdrawn: null })).to.equal('release-published')
    expect(kindOf('release', { isWithdrawn: 'yes' })).to.equal('release-withdrawn')
  })

  it('says whether a text was released, and as what, or withheld', () => {
    const decided = (publicTextKind: 'redacted' | 'withheld' | null) => (): string =>
      logTextDecision({ ...point, publicTextKind }, occasion, salt).entry.kind
    expect(decided('redacted')()).to.equal('text-released')
    expect(decided('withheld')()).to.equal('text-withheld')
    expect(decided(null)).to.throw(TypeError)
  })

  it('makes one entry of a document and its passages, another when a passage changes', () => {
    const document = aStored('document', 30, { stage: 'decision', publishedOn: '2026-03-01' })
    const passages = [31, 32, 33].map(n => aStored('passage', n, { documentId: uuid(30), text: `Clause ${n}.` }))
    const root = (of: typeof passages): unknown =>
      Reflect.get(logDocument(document, of, occasion, salt).entry, 'membersRoot')
    expect(logDocument(document, passages, occasion, salt).entry).to.include({
      memberCount: 3,
      stage: 'decision',
      publishedOn: '2026-03-01',
    })
    expect(root(passages)).to.not.equal(root([...passages].reverse()))
    expect(root(passages)).to.not.equal(root(passages.slice(1)))
    expect(root([])).to.equal('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('makes one entry of a run of the machine, whose links then have no entry of their own', () => {
    const links = [51, 52].map(n =>
      aStored('link', n, { pointId: uuid(11), passageId: uuid(31), basis: 'suggested', score: 0.25 }),
    )
    const run = { runId: uuid(50), consultationId: uuid(1), methodVersion: 'linking@0.1.0', inputHashes: [salt], links }
    const { entry, openings, memberHashes } = logSuggestions(run, { ...occasion, byId: null })
    expect(entry).to.include({ kind: 'suggestions-run', memberCount: 2 })
    expect(openings).to.deep.equal([])
    expect(memberHashes).to.have.length(2)
  })

  it('says of an import what it read and which entries are of it, and seals file, mapping and rows set aside', () => {
    const manifest = {
      id: uuid(60),
      consultationId: uuid(1),
      recordKind: 'contribution',
      fileName: 'Responses of Jane Smith.csv',
      fileSha256: 'cd'.repeat(32),
      mappingName: 'decidim',
      mappingSha256: 'ab'.repeat(32),
      importedAt: occasion.at,
      readCount: 3,
      acceptedCount: 1,
      setAsideCount: 1,
      duplicateCount: 1,
      limits: [],
    }
    const setAside = { id: uuid(60), rows: [{ sourceRow: 3, raw: 'Mill Lane,' }] }
    const salts = { manifest: salt, setAside: bytesOf('other') }
    const { entry, openings, body } = logImport(manifest, setAside, { firstIndex: 0, endIndex: 2 }, occasion, salts)
    expect(entry).to.include({ kind: 'import-finished', recordId: uuid(60), readCount: 3, firstIndex: 0, endIndex: 2 })
    expect(openings.map(opening => opening.recordKind)).to.deep.equal(['import', 'set-aside-rows'])
    expect(isSealOf(String(Reflect.get(entry, 'setAsideSeal')), salts.setAside, 'set-aside-rows', setAside)).to.equal(
      true,
    )
    expect(Buffer.from(body).toString()).to.not.include('Smith').and.not.include('Mill').and.not.include('cdcd')
    const none = logImport(
      { ...manifest, setAsideCount: 0, readCount: 2 },
      { ...setAside, rows: [] },
      { firstIndex: 0, endIndex: 2 },
      occasion,
      salts,
    )
    expect(none.entry).to.include({ setAsideSeal: null })
    expect(none.openings).to.have.length(1)
  })

  it('spreads a large erasure over several entries, each of which fits', () => {
    const subjects = Array.from({ length: 1_300 }, (_, at) => ({ recordKind: 'set-aside-rows', recordId: uuid(at) }))
    const removal = {
      kind: 'erasure-made',
      consultationId: uuid(1),
      reason: 'retention-ended',
      firstAdminId: uuid(901),
      secondAdminId: uuid(902),
      subjects,
    } as const
    const entries = logRemoval(removal, occasion)
    expect(entries).to.have.length(3)
    expect(entries.flatMap(({ entry }) => ('subjects' in entry ? entry.subjects : []))).to.deep.equal(subjects)
    for (const { body } of entries) expect(body.length).to.be.at.most(65_535)
  })

  it('says what a retraction takes back, and takes roles, keys and heartbeats as they are', () => {
    const retraction = {
      id: uuid(70),
      subjectKind: 'link',
      subjectId: link.id,
      consultationId: uuid(1),
      note: words,
    } as const
    expect(logRetraction(retraction, occasion, salt).entry).to.include({
      kind: 'retraction-recorded',
      subjectId: link.id,
    })
    const heartbeat = { kind: 'heartbeat', at: occasion.at, byId: null, consultationId: null }
    expect(logEntry(heartbeat).entry).to.deep.equal({ v: 1, ...heartbeat })
  })
})
