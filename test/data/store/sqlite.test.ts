import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { sql } from 'kysely'
import { insertRecords, readRecords } from '../../../data/store/records.ts'
import { fieldsOf, RECORD_KIND_NAMES } from '../../../data/model/record-kinds.ts'
import { TABLES } from '../../../data/store/schema.ts'
import { migrate } from '../../../data/store/migrate.ts'
import { a } from '../../support/builders.ts'
import { openTemporaryDeps, TEST_NOW } from '../../support/temporary-store.ts'

/** Another process that adds 20 bodies, one write each. */
const runWriter = (path: string, name: string): Promise<number | null> =>
  new Promise(resolve => {
    const script = fileURLToPath(new URL('../../support/writer.ts', import.meta.url))
    spawn(process.execPath, ['--import=tsx', script, path, name], { stdio: 'inherit' }).once('exit', resolve)
  })

describe('the SQLite store', () => {
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  beforeEach(async () => {
    opened = await openTemporaryDeps()
  })
  afterEach(() => opened.close())

  it('waits for the disk at every commit: synchronous is 2 (FULL), in WAL, with foreign keys on', async () => {
    const { reader, write } = opened.deps.store
    const read = async (name: string) =>
      (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(reader)).rows[0]
    expect(await read('synchronous')).to.deep.equal({ synchronous: 2 })
    expect(await read('journal_mode')).to.deep.equal({ journalMode: 'wal' })
    const inWrite = await write(tx => sql<Record<string, unknown>>`pragma synchronous`.execute(tx))
    expect(inWrite.rows[0]).to.deep.equal({ synchronous: 2 })
    const keys = await write(tx => sql<Record<string, unknown>>`pragma foreign_keys`.execute(tx))
    expect(keys.rows[0]).to.deep.equal({ foreignKeys: 1 })
  })

  it('has a column for every field of every record, and none for verbatim words', async () => {
    for (const kind of RECORD_KIND_NAMES) {
      const table = TABLES[kind].replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
      const { rows } = await sql.raw<{ name: string }>(`pragma table_info(${table})`).execute(opened.deps.store.reader)
      const columns = rows.map(row => row.name)
      for (const [name, of] of Object.entries(fieldsOf(kind))) {
        const column = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
        expect(columns.includes(column), `${table}.${column}`).to.equal(!of.isVerbatim)
      }
    }
  })

  it('gives back every record as it was put in', async () => {
    const { store } = opened.deps
    const body = a('body')
    const consultation = a('consultation', { bodyId: body.id })
    const ids = { consultationId: consultation.id }
    const document = a('document', { ...ids, isScopeStatement: null })
    const passage = a('passage', { ...ids, documentId: document.id })
    const contribution = a('contribution', { ...ids })
    const point = a('point', { ...ids, contributionId: contribution.id })
    const link = a('link', {
      ...ids,
      pointId: point.id,
      passageId: passage.id,
      isSpecific: false,
      matched: { inPoint: [[0, 4]], inPassage: [[3, 9]] },
    })
    const search = a('search', {
      ...ids,
      pointId: point.id,
      documentIds: [document.id],
      terms: ['crossing', '"quote"'],
    })
    await store.write(async tx => {
      await insertRecords(tx, 'body', [body])
      await insertRecords(tx, 'consultation', [consultation])
      await insertRecords(tx, 'document', [document])
      await insertRecords(tx, 'passage', [passage])
      await insertRecords(tx, 'contribution', [contribution])
      await insertRecords(tx, 'point', [point])
      await insertRecords(tx, 'link', [link])
      await insertRecords(tx, 'search', [search])
    })
    const withoutRetraction = ({ retractedById: _, ...record }: { retractedById: unknown }) => record
    const read = await readRecords(store.reader, 'link', consultation.id)
    expect(read[0]).to.deep.include(withoutRetraction(link))
    expect((await readRecords(store.reader, 'search', consultation.id))[0]).to.deep.include(withoutRetraction(search))
    expect((await readRecords(store.reader, 'document', consultation.id))[0]).to.deep.include({
      isRequired: true,
      isScopeStatement: null,
    })
  })

  it('keeps all of a write or nothing of it', async () => {
    const { store } = opened.deps
    const failed = await store
      .write(async tx => {
        await insertRecords(tx, 'body', [a('body')])
        throw new Error('stop here')
      })
      .catch((error: unknown) => String(error))
    expect(failed).to.include('stop here')
    expect(await store.reader.selectFrom('bodies').selectAll().execute()).to.deep.equal([])
  })

  it('refuses a reference to nothing', async () => {
    const failed = await opened.deps.store
      .write(tx => insertRecords(tx, 'consultation', [a('consultation', { bodyId: 'nobody' })]))
      .catch((error: unknown) => String(error))
    expect(failed).to.match(/FOREIGN KEY/)
  })

  it('applies each migration once, however often it is opened', async () => {
    await migrate(opened.deps.store, TEST_NOW)
    await migrate(opened.deps.store, TEST_NOW)
    const rows = await opened.deps.store.reader.selectFrom('migrations').select('name').execute()
    expect(rows.map(row => row.name)).to.deep.equal([
      '0001-records',
      '0002-people',
      '0003-history',
      '0004-review',
      '0005-releases',
      '0006-desk',
      '0008-source-rows',
      '0009-former-slugs',
    ])
  })

  it('lets writers in other processes wait for their turn instead of failing', async () => {
    const codes = await Promise.all(Array.from({ length: 4 }, (_, index) => runWriter(opened.path, `writer-${index}`)))
    expect(codes).to.deep.equal([0, 0, 0, 0])
    expect(await opened.deps.store.reader.selectFrom('bodies').select('id').execute()).to.have.length(80)
  })
})
