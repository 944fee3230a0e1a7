// Longer than 250 lines: every way of tampering with one small log, which all of them share.
/* eslint max-lines: off */
import { expect } from 'chai'
import fc from 'fast-check'
import { signNextCheckpoint } from '../../../data/log/checkpoint.ts'
import { RecordComparison, type StoredMember, type StoredRecord } from '../../../data/log/compare-records.ts'
import type { HistoryFault } from '../../../data/log/history-fault.ts'
import { leafHash } from '../../../data/log/merkle-hash.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { logImport } from '../../../data/log/log-import.ts'
import { logDocument, logSuggestions } from '../../../data/log/log-members.ts'
import { logRecord } from '../../../data/log/log-record.ts'
import { logRemoval } from '../../../data/log/log-removal.ts'
import type { LoggedEntry } from '../../../data/log/logged-entry.ts'
import { HistoryReplay, type StoredEntry } from '../../../data/log/replay-history.ts'
import {
  aStored,
  bytesOf,
  contribution,
  link,
  logKey,
  logOfThree,
  occasion,
  point,
  storedEntries,
  uuid,
} from './small-log.ts'

const document = aStored('document', 30, { stage: 'decision' })
const passages = [31, 32, 33].map(n => aStored('passage', n, { documentId: uuid(30), text: `Clause ${n}.` }))
const loggedDocument = logDocument(document, passages, occasion, bytesOf('salt document'))
const logged: readonly LoggedEntry[] = [...logOfThree(), loggedDocument]

const records: readonly StoredRecord[] = [
  { recordKind: 'contribution', recordId: contribution.id, record: contribution, salt: bytesOf('salt contribution') },
  { recordKind: 'point', recordId: point.id, record: point, salt: bytesOf('salt point') },
  { recordKind: 'link', recordId: link.id, record: link, salt: bytesOf('salt link') },
  { recordKind: 'document', recordId: document.id, record: document, salt: bytesOf('salt document') },
]
const members: readonly StoredMember[] = passages.map((record, at) => ({
  recordKind: 'passage',
  recordId: record.id,
  record,
  storedHash: loggedDocument.memberHashes[at] ?? null,
}))

interface Held {
  readonly entries: readonly StoredEntry[]
  readonly records: readonly StoredRecord[]
  readonly members: readonly StoredMember[]
}
const held: Held = { entries: storedEntries(logged), records, members }

const replayed = (entries: readonly StoredEntry[]): HistoryReplay => {
  const replay = new HistoryReplay()
  for (const entry of entries) replay.take(entry)
  return replay
}
const faultsOf = (changed: Partial<Held>): readonly HistoryFault[] => {
  const all = { ...held, ...changed }
  const replay = replayed(all.entries)
  const comparison = new RecordComparison(replay)
  for (const record of all.records) comparison.takeRecord(record)
  if (all.members.length > 0) comparison.takeMembers({ ownerKind: 'document', ownerId: document.id }, all.members)
  return [...replay.faults, ...comparison.finish()]
}
const said = (faults: readonly HistoryFault[]): readonly string[] =>
  faults.map(({ code, recordKind, recordId }) => `${code} ${recordKind ?? '-'} ${recordId ?? '-'}`)
const changedRecord = (at: number, change: object): readonly StoredRecord[] =>
  records.map((one, place) => (place === at ? { ...one, record: { ...one.record, ...change } } : one))
const changedEntry = (at: number, change: Partial<StoredEntry>): readonly StoredEntry[] =>
  held.entries.map((one, place) => (place === at ? { ...one, ...change } : one))

describe('the check of the history', () => {
  it('finds nothing where nothing was changed', () => {
    expect(faultsOf({})).to.deep.equal([])
  })

  it('names the record whose text, judgement or decision was edited', () => {
    expect(
      said(faultsOf({ records: changedRecord(0, { text: 'The crossing at Mill Lane floods each winter!' }) })),
    ).to.deep.equal([`record-changed contribution ${contribution.id}`])
    expect(said(faultsOf({ records: changedRecord(2, { kind: 'refuses' }) }))).to.deep.equal([
      `record-changed link ${link.id}`,
    ])
    expect(said(faultsOf({ records: changedRecord(3, { publishedOn: '2025-01-01' }) }))).to.deep.equal([
      `record-changed document ${document.id}`,
    ])
    expect(said(faultsOf({ records: changedRecord(1, { number: 1.5 }) }))).to.deep.equal([
      `record-changed point ${point.id}`,
    ])
  })

  it('names the passage that was edited, and the document where hash and passage were edited together', () => {
    const edited = members.map((one, at) =>
      at === 1 ? { ...one, record: { ...one.record, text: 'Clause 99.' } } : one,
    )
    expect(said(faultsOf({ members: edited }))).to.deep.equal([`record-changed passage ${uuid(32)}`])
    const both = edited.map((one, at) => (at === 1 ? { ...one, storedHash: bytesOf('forged') } : one))
    expect(said(faultsOf({ members: both }))).to.deep.equal([`members-changed document ${document.id}`])
  })

  it('finds a passage taken out, put in or moved', () => {
    for (const changed of [members.slice(1), [...members, members[0]!], [...members].reverse(), []])
      expect(said(faultsOf({ members: changed })).length).to.be.greaterThan(0)
  })

  it('finds a record that was deleted, and one that was slipped in', () => {
    expect(said(faultsOf({ records: records.slice(1) }))).to.deep.equal([
      `record-missing contribution ${contribution.id}`,
    ])
    const extra = { recordKind: 'link', recordId: uuid(99), record: link, salt: bytesOf('x') } as const
    expect(said(faultsOf({ records: [...records, extra] }))).to.deep.equal([`record-unlogged link ${uuid(99)}`])
  })

  it('finds the passages of a document that was never logged', () => {
    const comparison = new RecordComparison(replayed(held.entries))
    comparison.takeMembers({ ownerKind: 'document', ownerId: uuid(77) }, members)
    expect(said(comparison.faults)).to.deep.equal(passages.map(({ id }) => `record-unlogged passage ${id}`))
  })

  it('finds a passage edited into something that cannot be hashed', () => {
    const edited = members.map((one, at) => (at === 1 ? { ...one, record: { ...one.record, ordinal: 1.5 } } : one))
    expect(said(faultsOf({ members: edited }))).to.deep.equal([`record-changed passage ${uuid(32)}`])
  })

  it('holds a run of the machine to the links it suggested', () => {
    const links = [51, 52].map(n =>
      aStored('link', n, { pointId: uuid(11), passageId: uuid(31), basis: 'suggested', score: 0.25 }),
    )
    const run = { runId: uuid(50), consultationId: uuid(1), methodVersion: 'linking@0.1.0', inputHashes: [], links }
    const suggested = logSuggestions(run, occasion)
    const faults = (stored: readonly object[]): readonly string[] => {
      const comparison = new RecordComparison(replayed(storedEntries([suggested])))
      const asMembers = links.map(({ id }, at) => ({
        recordKind: 'link' as const,
        recordId: id,
        record: stored[at] ?? {},
        storedHash: suggested.memberHashes[at] ?? null,
      }))
      comparison.takeMembers({ ownerKind: 'suggestions-run', ownerId: uuid(50) }, asMembers.slice(0, stored.length))
      return said(comparison.finish())
    }
    expect(faults(links)).to.deep.equal([])
    expect(faults([links[0]!, { ...links[1], score: 0.26 }])).to.deep.equal([`record-changed link ${uuid(52)}`])
    expect(faults(links.slice(1))).to.deep.equal([`members-changed - ${uuid(50)}`])
  })

  it('finds a salt that was changed or deleted without an erasure', () => {
    const withSalt = (salt: Uint8Array | null): readonly StoredRecord[] =>
      records.map((one, at) => (at === 1 ? { ...one, salt } : one))
    expect(said(faultsOf({ records: withSalt(null) }))).to.deep.equal([`salt-missing point ${point.id}`])
    expect(said(faultsOf({ records: withSalt(bytesOf('x')) }))).to.deep.equal([`record-changed point ${point.id}`])
    expect(said(faultsOf({ records: withSalt(Uint8Array.of(1)) }))).to.deep.equal([`record-changed point ${point.id}`])
  })

  it('finds any one byte changed in any entry or its hash, and names the record of it', () => {
    const place = fc.tuple(fc.nat(held.entries.length - 1), fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 }))
    const property = fc.property(place, ([at, isBody, byteAt, mask]) => {
      const entry = held.entries[at]!
      const bytes = isBody ? entry.body : entry.leafHash
      const flipped = Uint8Array.from(bytes, (byte, index) => (index === byteAt % bytes.length ? byte ^ mask : byte))
      const faults = replayed(changedEntry(at, isBody ? { body: flipped } : { leafHash: flipped })).faults
      return faults.some(({ code, entryIndex }) => code === 'entry-changed' && entryIndex === at)
    })
    fc.assert(property, { numRuns: 600 })
    const flippedHash = replayed(changedEntry(2, { leafHash: bytesOf('x') })).faults
    expect(said(flippedHash)).to.deep.equal([`entry-changed link ${link.id}`])
  })

  it('finds an entry edited together with its hash by the checkpoint that was signed', () => {
    const result = signNextCheckpoint(replayed(held.entries).tree, null, logKey)
    const note = result.isSigned ? result.note : ''
    const body = Buffer.from(Buffer.from(held.entries[2]!.body).toString().replace('takes-up', 'refuses'))
    const forged = replayed(changedEntry(2, { body, leafHash: leafHash(body) }))
    expect(forged.faults).to.deep.equal([])
    forged.takeCheckpoint(note, logKey)
    expect(said(forged.faults)).to.deep.equal(['checkpoint-differs - -'])
    const right = replayed(held.entries)
    right.takeCheckpoint(note, logKey)
    expect(right.faults).to.deep.equal([])
    right.takeCheckpoint(note.replace('\n4\n', '\n3\n'), logKey)
    expect(said(right.faults)).to.deep.equal(['checkpoint-unreadable - -'])
  })

  it('finds entries that were taken out, moved or cut off', () => {
    const note = signNextCheckpoint(replayed(held.entries).tree, null, logKey)
    const cut = replayed(held.entries.slice(0, 3))
    cut.takeCheckpoint(note.isSigned ? note.note : '', logKey)
    expect(said(cut.faults)).to.deep.equal(['log-shorter-than-signed - -'])
    expect(said(replayed(held.entries.filter((_, at) => at !== 1)).faults)).to.deep.equal(['entry-gap - -'])
    expect(replayed([...held.entries].reverse()).faults.length).to.be.greaterThan(0)
  })

  it('finds bytes that are no entry, though their hash is right', () => {
    const body = Buffer.from('{"kind":"gossip"}')
    const faults = replayed([{ index: 0, body, leafHash: leafHash(body) }]).faults
    expect(said(faults)).to.deep.equal(['entry-unreadable - -'])
  })

  it('lets the newest seal of a record count', () => {
    const later = { ...point, topic: 'flooding' }
    const entries = storedEntries([...logged, logRecord('point', later, occasion, bytesOf('salt later'))])
    const newer = records.map(one =>
      one.recordKind === 'point' ? { ...one, record: later, salt: bytesOf('salt later') } : one,
    )
    expect(said(faultsOf({ entries, records: newer }))).to.deep.equal([])
    expect(said(faultsOf({ entries }))).to.deep.equal([`record-changed point ${point.id}`])
  })

  it('accepts that text and salt are gone after an erasure, while every proof still holds', () => {
    const removal = {
      kind: 'erasure-made',
      consultationId: uuid(1),
      reason: 'erasure-request',
      firstAdminId: uuid(901),
      secondAdminId: uuid(902),
      subjects: [
        { recordKind: 'contribution', recordId: contribution.id },
        { recordKind: 'document', recordId: document.id },
      ],
    } as const
    const entries = storedEntries([...logged, ...logRemoval(removal, occasion)])
    const left = records.slice(1, 3)
    expect(said(faultsOf({ entries, records: left, members: [] }))).to.deep.equal([])
    const emptied = { ...records[0]!, record: { id: contribution.id }, salt: null }
    expect(said(faultsOf({ entries, records: [emptied, ...left], members: [] }))).to.deep.equal([])
    expect(replayed(entries).tree.root(4)).to.deep.equal(replayed(held.entries).tree.root())
  })

  it('asks that a record which was only removed from view is still whole, or gone', () => {
    const removal = {
      kind: 'removal-made',
      consultationId: uuid(1),
      reason: 'abuse',
      firstAdminId: uuid(901),
      secondAdminId: uuid(902),
      subjects: [{ recordKind: 'point', recordId: point.id }],
    } as const
    const entries = storedEntries([...logged, ...logRemoval(removal, occasion)])
    expect(said(faultsOf({ entries }))).to.deep.equal([])
    expect(said(faultsOf({ entries, records: records.filter(one => one.recordKind !== 'point') }))).to.deep.equal([])
    expect(said(faultsOf({ entries, records: changedRecord(1, { text: 'Other words.' }) }))).to.deep.equal([
      `record-changed point ${point.id}`,
    ])
  })

  it('holds an import to the range of entries it names', () => {
    const importId = uuid(60)
    const imported = { ...contribution, importId }
    const manifest = {
      id: importId,
      consultationId: uuid(1),
      recordKind: 'contribution',
      fileName: 'a.csv',
      fileSha256: 'cd'.repeat(32),
      mappingName: 'own',
      mappingSha256: 'ab'.repeat(32),
      importedAt: occasion.at,
      readCount: 1,
      acceptedCount: 1,
      setAsideCount: 0,
      duplicateCount: 0,
      limits: [],
    }
    const salts = { manifest: bytesOf('m'), setAside: bytesOf('s') }
    const faults = (firstIndex: number, endIndex: number): readonly string[] => {
      const finished = logImport(manifest, { id: importId, rows: [] }, { firstIndex, endIndex }, occasion, salts)
      return said(
        replayed(storedEntries([logRecord('contribution', imported, occasion, bytesOf('c')), finished])).faults,
      )
    }
    expect(faults(0, 1)).to.deep.equal([])
    expect(faults(1, 1)).to.deep.equal(['import-range-wrong - -'])
    expect(faults(0, 9)).to.deep.equal(['import-range-wrong - -'])
  })

  it('recomputes the same root as the tree that was appended to', () => {
    expect(replayed(held.entries).tree.root()).to.deep.equal(MerkleTree.of(logged.map(one => one.leafHash)).root())
  })
})
