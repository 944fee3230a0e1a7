import { expect } from 'chai'
import { ENTRY_KIND_NAMES, ENTRY_KINDS } from '../../../data/log/entry-kinds.ts'
import type { EntryField } from '../../../data/log/entry-field.ts'
import { asEntry, entryBody, faultsOfEntry, readEntry } from '../../../data/log/log-entry.ts'
import { occasion, uuid } from './small-log.ts'

const HASH = 'ab'.repeat(32)
/** A right value of each type, and values that it must refuse. */
const RIGHT: Readonly<Record<EntryField<unknown>['type'], unknown>> = {
  id: uuid(7),
  ids: [uuid(7), uuid(8)],
  subjects: [{ recordKind: 'link', recordId: uuid(7) }],
  date: '2026-02-28',
  instant: '2026-02-28T23:59:59.999Z',
  count: 3,
  choice: null,
  hash: HASH,
  seal: HASH,
  'key-id': '00ff00ff',
  version: 'linking@1.2',
}
const WRONG: Readonly<Record<EntryField<unknown>['type'], readonly unknown[]>> = {
  id: ['Jane Smith', 'point-1', uuid(7).toUpperCase().replace('0', 'A'), `${uuid(7)} `, 7],
  ids: [[uuid(7), uuid(7)], ['Jane Smith'], uuid(7), Array.from({ length: 601 }, (_, at) => uuid(at))],
  subjects: [
    [{ recordKind: 'Jane Smith', recordId: uuid(7) }],
    [{ recordId: uuid(7) }],
    [{ recordKind: 'link', recordId: uuid(7), name: 'x' }],
  ],
  date: ['2026-02-30', '28/02/2026', '2026-2-28', '0'],
  instant: ['2026-02-28', '2026-02-28T24:00:00.000Z', '2026-02-28T23:59:59Z', '2026-02-28T23:59:59.999+01:00'],
  count: [-1, 1.5, '3', 2 ** 53],
  choice: ['The council ignored this', ''],
  hash: [HASH.toUpperCase(), HASH.slice(1), `${HASH}0`],
  seal: [HASH.slice(1), 'a secret'],
  'key-id': ['00ff00f', 'not a hex'],
  version: ['Jane Smith', '1.0 beta', '', '1.2.3.4.5', 'x@y'],
}

const fieldsOfKind = (kind: (typeof ENTRY_KIND_NAMES)[number]): readonly (readonly [string, EntryField<unknown>])[] =>
  Object.entries(ENTRY_KINDS[kind])

const rightEntry = (kind: (typeof ENTRY_KIND_NAMES)[number]): Record<string, unknown> => {
  const entry: Record<string, unknown> = { v: 1, kind, ...occasion, consultationId: null }
  for (const [name, of] of fieldsOfKind(kind)) entry[name] = of.type === 'choice' ? of.choices[0] : RIGHT[of.type]
  if (kind === 'import-finished')
    Object.assign(entry, { readCount: 6, acceptedCount: 3, setAsideCount: 2, duplicateCount: 1 })
  if ('secondAdminId' in entry) entry['secondAdminId'] = uuid(8)
  return entry
}

describe('an entry of the log', () => {
  for (const kind of ENTRY_KIND_NAMES) {
    it(`${kind}: is written and read without loss`, () => {
      const entry = asEntry(rightEntry(kind))
      expect(readEntry(entryBody(entry))).to.deep.equal({ entry })
    })

    it(`${kind}: holds nothing but what its kind says, and no free text anywhere`, () => {
      const entry = rightEntry(kind)
      expect(faultsOfEntry({ ...entry, note: 'free text' })).to.have.length(1)
      for (const [name, of] of fieldsOfKind(kind)) {
        for (const wrong of WRONG[of.type])
          expect(faultsOfEntry({ ...entry, [name]: wrong }), `${name} ${String(wrong)}`).to.not.deep.equal([])
        expect(faultsOfEntry({ ...entry, [name]: null }).length, `${name} null`).to.equal(of.isRequired ? 1 : 0)
        const without = Object.fromEntries(Object.entries(entry).filter(([other]) => other !== name))
        expect(faultsOfEntry(without), `${name} missing`).to.have.length(1)
      }
    })
  }

  it('is of a known kind and version, and says when and by whom', () => {
    const entry = rightEntry('heartbeat')
    for (const wrong of [
      { kind: 'gossip' },
      { kind: 'constructor' },
      { v: 2 },
      { at: '2026-03-04' },
      { byId: 'Jane Smith' },
      { consultationId: 'mill-lane' },
    ])
      expect(faultsOfEntry({ ...entry, ...wrong }), JSON.stringify(wrong)).to.have.length(1)
    for (const value of [null, [], 'text', 7, undefined]) expect(faultsOfEntry(value)).to.have.length(1)
  })

  it('of an import adds up', () => {
    const entry = rightEntry('import-finished')
    expect(faultsOfEntry({ ...entry, readCount: 7 })).to.deep.equal(['readCount is 7, its parts add up to 6'])
    expect(faultsOfEntry({ ...entry, firstIndex: 4 })).to.deep.equal(['firstIndex is after endIndex'])
  })

  it('of a removal names two different admins', () => {
    const entry = rightEntry('removal-made')
    expect(faultsOfEntry({ ...entry, secondAdminId: entry['firstAdminId'] })).to.deep.equal([
      'both admins are one person',
    ])
  })

  it('is read from canonical bytes alone', () => {
    const text = Buffer.from(entryBody(asEntry(rightEntry('heartbeat')))).toString()
    for (const other of [` ${text}`, text.replace('{', '{"v":1,'), '{}', '', '\u0000'])
      expect(readEntry(Buffer.from(other))).to.have.property('faults')
    expect(readEntry(Uint8Array.of(0xff))).to.have.property('faults')
  })

  it('is not made from something else: that would be a fault of the program', () => {
    expect(() => asEntry({ v: 1, kind: 'heartbeat' })).to.throw(TypeError, 'at is not instant')
  })
})
