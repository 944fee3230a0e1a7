// Longer than most files: one package, looked at from every side, and brought back whole.
import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { COLLECTIONS } from '../../../data/model/consultation-record.ts'
import { listSampleFiles } from '../../../data/samples/list-sample-files.ts'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Deps } from '../../../server/deps.ts'
import { csvCell } from '../../../server/export/csv.ts'
import { dataPackage, type PackageFile } from '../../../server/export/data-package.ts'
import { importFile } from '../../../server/usecases/import-file.ts'
import { publicRecord } from '../../../server/usecases/public-record.ts'
import { readAudit } from '../../../server/usecases/read-audit.ts'
import { sampleDeps } from '../../support/sample-deps.ts'
import { openTemporaryDeps } from '../../support/temporary-store.ts'

const CONSULTATIONS = ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026', 'residents-survey-2026']

interface DescriptorField {
  readonly name: string
  readonly type: string
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly formulaGuard?: string
}
interface Descriptor {
  readonly profile: string
  readonly name: string
  readonly version: string
  readonly licenses: readonly { readonly name: string; readonly path: string }[]
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly profile: string
    readonly encoding: string
    readonly bytes: number
    readonly hash: string
    readonly schema: { readonly fields: readonly DescriptorField[]; readonly missingValues: readonly string[] }
  }[]
}

const packageOf = async (deps: Deps, consultation: string): Promise<readonly PackageFile[]> => {
  const { record, audit } = await readAudit(deps, { body: 'calderwick', consultation })
  return dataPackage(publicRecord(record), audit)
}
const descriptorOf = (files: readonly PackageFile[]): Descriptor =>
  JSON.parse(files.find(({ path }) => path === 'datapackage.json')?.content ?? '') as Descriptor
const rowsOf = (content: string): readonly (readonly string[])[] => parse(content) as string[][]

/** Types of Frictionless Table Schema, as values may be written. */
const isOfType = ({ type, trueValues = ['true'], falseValues = ['false'] }: DescriptorField, cell: string): boolean => {
  switch (type) {
    case 'string':
      return true
    case 'integer':
      return /^-?\d+$/.test(cell)
    case 'number':
      return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(cell)
    case 'boolean':
      return trueValues.includes(cell) || falseValues.includes(cell)
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(cell)
    case 'datetime':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(cell)
    case 'object':
      return cell.startsWith('{')
    default:
      return false
  }
}

describe('the data package', function () {
  this.timeout(180_000)
  let packages: ReadonlyMap<string, readonly PackageFile[]>
  before(async () => {
    const deps = await sampleDeps()
    const made = new Map<string, readonly PackageFile[]>()
    for (const consultation of CONSULTATIONS) made.set(consultation, await packageOf(deps, consultation))
    packages = made
  })

  it('bears the version of the newest release that stands, in whatever order releases were written', async () => {
    const { record, audit } = await readAudit(await sampleDeps(), {
      body: 'calderwick',
      consultation: 'mill-lane-2025',
    })
    const [release] = record.releases
    if (release === undefined) throw new Error('The sample has no release.')
    const releases = [
      { ...release, version: '2.0', publishedAt: '2026-06-03T09:00:00.000Z' },
      { ...release, version: '3.0', publishedAt: '2026-06-04T09:00:00.000Z', isWithdrawn: 'yes' as const },
      { ...release, version: '1.1', publishedAt: '2026-06-01T09:00:00.001Z' },
    ]
    expect(descriptorOf(dataPackage({ ...publicRecord(record), releases }, audit)).version).to.equal('2.0')
  })

  it('has a descriptor as Frictionless asks: names, profile, licence, and a resource for every file', () => {
    for (const [consultation, files] of packages) {
      const { profile, name, licenses, resources } = descriptorOf(files)
      expect(profile, consultation).to.equal('tabular-data-package')
      expect(name).to.match(/^[a-z0-9._-]+$/)
      expect(licenses[0]?.path).to.match(/^https:/)
      expect(new Set(resources.map(resource => resource.name)).size).to.equal(resources.length)
      expect(resources.map(({ path }) => path).toSorted()).to.deep.equal(
        files
          .map(({ path }) => path)
          .filter(path => path.endsWith('.csv'))
          .toSorted(),
      )
      for (const resource of resources) {
        expect(resource.name).to.match(/^[a-z0-9._-]+$/)
        expect(resource.profile).to.equal('tabular-data-resource')
        expect(resource.encoding).to.equal('utf-8')
      }
    }
  })

  it('states the bytes and the SHA-256 of each file as it stands', () => {
    for (const [consultation, files] of packages)
      for (const { path, bytes, hash } of descriptorOf(files).resources) {
        const content = files.find(file => file.path === path)?.content ?? ''
        expect(bytes, `${consultation}/${path}`).to.equal(Buffer.byteLength(content))
        expect(hash).to.equal(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      }
  })

  it('has the columns that the schema names, each value of its type, and no value where it says missing', () => {
    const faults: string[] = []
    for (const [consultation, files] of packages)
      for (const { path, schema } of descriptorOf(files).resources) {
        const [header = [], ...rows] = rowsOf(files.find(file => file.path === path)?.content ?? '')
        expect(header, path).to.deep.equal(schema.fields.map(({ name }) => name))
        for (const row of rows)
          schema.fields.forEach((field, place) => {
            const cell = row[place] ?? ''
            if (!schema.missingValues.includes(cell) && !isOfType(field, cell))
              faults.push(`${consultation}/${path} ${field.name} (${field.type}): ${cell.slice(0, 40)}`)
          })
      }
    expect([...new Set(faults)].slice(0, 5)).to.deep.equal([])
  })

  it('names in each reference a row that is in the package', () => {
    const faults: string[] = []
    for (const [consultation, files] of packages) {
      const column = (path: string, name: string): readonly string[] => {
        const [header = [], ...rows] = rowsOf(files.find(file => file.path === path)?.content ?? '')
        const at = header.indexOf(name)
        return at < 0 ? [] : rows.map(row => row[at] ?? '').filter(Boolean)
      }
      const points = new Set(column('points.csv', 'ref'))
      const passages = new Set(column('passages.csv', 'ref'))
      for (const path of ['links.csv', 'searches.csv', 'outcomes.csv'])
        for (const ref of column(path, 'point')) if (!points.has(ref)) faults.push(`${consultation}/${path}: ${ref}`)
      for (const ref of column('links.csv', 'passage')) if (!passages.has(ref)) faults.push(`${consultation}: ${ref}`)
    }
    expect(faults).to.deep.equal([])
  })

  it('holds no text that a page may not show, and nothing only a machine suggested', async () => {
    const deps = await sampleDeps()
    const { record } = await readAudit(deps, { body: 'calderwick', consultation: 'mill-lane-2025' })
    const [first, second] = record.points
    const [link] = record.links
    if (first === undefined || second === undefined || link === undefined) throw new Error('The sample has no points.')
    const planted = publicRecord({
      ...record,
      points: [
        { ...first, publicText: 'nobody released this', publicTextKind: 'redacted', approvedBy: null },
        { ...second, publicText: 'this was withheld', publicTextKind: 'withheld' },
      ],
      links: [{ ...link, basis: 'suggested' }],
    })
    expect(planted.points.map(({ publicText }) => publicText)).to.deep.equal([null, null])
    expect(planted.links).to.deep.equal([])
  })

  it('comes back as it was: what is exported, imported and exported again is the same, file for file', async () => {
    for (const consultation of CONSULTATIONS) {
      const files = packages.get(consultation) ?? []
      const { deps, close } = await openTemporaryDeps()
      try {
        const importCsv = async (recordKind: string, name: string, open: () => AsyncIterable<Uint8Array>) => {
          const kind = recordKind as Parameters<typeof importFile>[1]['options']['recordKind']
          const { report } = await importFile(deps, {
            source: { name, open },
            options: kind === undefined ? {} : { recordKind: kind },
            isDryRun: false,
          })
          expect(
            report.setAside.map(({ problems }) => problems[0]?.message),
            name,
          ).to.deep.equal([])
        }
        const content = (path: string): Buffer | null => {
          const file = files.find(one => one.path === path)
          return file === undefined ? null : Buffer.from(file.content)
        }
        const own = async (recordKind: string, path: string): Promise<void> => {
          const bytes = content(path)
          if (bytes === null || rowsOf(bytes.toString()).length < 2) return
          await importCsv(recordKind, path, async function* () {
            yield bytes
          })
        }
        await own('body', 'bodies.csv')
        await own('consultation', 'consultations.csv')
        await own('event', 'events.csv')
        // Restricted words are in no package: contributions and points come from the files they came from.
        const restricted = (await listSampleFiles()).filter(
          ({ path, recordKind }) =>
            path.includes(`/${consultation}/`) && ['idea', 'contribution', 'point'].includes(recordKind ?? ''),
        )
        const rank = ['contribution', 'idea', 'point']
        for (const { path, recordKind } of restricted.toSorted(
          (a, b) => rank.indexOf(a.recordKind ?? '') - rank.indexOf(b.recordKind ?? ''),
        ))
          await importCsv(recordKind ?? '', basename(path), () => createReadStream(path))
        const imported = new Set<string>([
          'event',
          'contribution',
          'idea',
          'point',
          'coding',
          'say-back',
          'recorded-identity',
        ])
        const order = ['document', 'passage', 'commitment', 'link', 'search', 'judgement']
        const kinds = [...order, ...Object.values(COLLECTIONS).filter(kind => !order.includes(kind))]
        const pathOf = new Map(
          Object.entries(COLLECTIONS).map(([name, kind]) => [
            kind as string,
            `${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}.csv`,
          ]),
        )
        for (const kind of kinds) if (!imported.has(kind)) await own(kind, pathOf.get(kind) ?? '')
        const again = await packageOf(deps, consultation)
        const compared = files.filter(
          ({ path }) => path.endsWith('.csv') && !['outcomes.csv', 'indicators.csv'].includes(path),
        )
        for (const { path, content: before } of compared)
          expect(again.find(file => file.path === path)?.content, `${consultation}/${path}`).to.equal(before)
      } finally {
        await close()
      }
    }
  })

  it('is read back with exactly one apostrophe taken off what was guarded', async () => {
    const files = packages.get('residents-survey-2026') ?? []
    const { deps, close } = await openTemporaryDeps()
    const from = (path: string, change: (text: string) => string) => ({
      name: path,
      open: async function* () {
        yield Buffer.from(change(files.find(file => file.path === path)?.content ?? ''))
      },
    })
    try {
      await importFile(deps, {
        source: from('bodies.csv', text => text),
        options: { recordKind: 'body' },
        isDryRun: false,
      })
      await importFile(deps, {
        source: from('consultations.csv', text =>
          text.replace('The Big Calderwick Consultation 2026', csvCell('=1+1')),
        ),
        options: { recordKind: 'consultation' },
        isDryRun: false,
      })
      const { record } = await readAudit(deps, { body: 'calderwick', consultation: 'residents-survey-2026' })
      expect(record.consultation.title).to.equal('=1+1')
    } finally {
      await close()
    }
  })

  it('guards text that a spreadsheet would run by one apostrophe, so that taking one off gives it back', () => {
    for (const text of ['=1+1', '+44', '-5', '@x', "'=1", "''=1", '\t=', '＝1', "'quoted'", 'plain']) {
      const [[cell = ''] = []] = rowsOf(`${csvCell(text)}\r\n`)
      const back = /^'+[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell
      expect(back).to.equal(text)
      expect(cell).not.to.match(/^[=+\-@\t＝]/)
    }
  })
})
