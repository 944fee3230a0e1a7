// Longer than most: the six steps, and everything that must not pass them.
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import express, { type Express } from 'express'
import { sql } from 'kysely'
import supertest, { type Response } from 'supertest'
import { readConsultationState } from '../../../../../data/store/consultation-state.ts'
import { readRecords } from '../../../../../data/store/records.ts'
import type { Deps } from '../../../../../server/deps.ts'
import { COOKIE_NAME } from '../../../../../server/http/desk/cookie.ts'
import { formTokenFor } from '../../../../../server/http/desk/csrf.ts'
import { importRouter } from '../../../../../server/http/desk/import/import-router.ts'
import { listRoutes } from '../../../../../server/http/desk/list-routes.ts'
import { errorHandler, notFound } from '../../../../../server/http/errors.ts'
import { cleanFileName, dropStaleUploads } from '../../../../../server/usecases/upload/keep-upload.ts'
import { uploadsFolderOf } from '../../../../../server/usecases/upload/staged-files.ts'
import { itFollowsTheAccessTable } from '../../../../support/access-matrix.ts'
import { DeskClient, testWeb } from '../../../../support/desk-client.ts'
import {
  ADMIN,
  aPerson,
  aStoredConsultation,
  aToken,
  openPeopleTest,
  type PeopleTest,
} from '../../../../support/people.ts'

const importApp = (deps: Deps): Express => {
  const web = testWeb(deps)
  const app = express()
  app.use(importRouter(web))
  app.use(notFound)
  app.use(errorHandler(web))
  return app
}

const INTO = '/desk/import/into/body-of-high-street/high-street'
const FORMS =
  'No,Date,Comment,E-mail\nF1,13/02/2026,Keep the bench by the pump.,a@example.org\nF2,14/02/2026,More lights please.,b@example.org\nF3,15/02/2026,,c@example.org\n'

describe('the import pages', () => {
  let test: PeopleTest
  let app: Express
  let consultationId: string
  let client: DeskClient
  beforeEach(async () => {
    test = await openPeopleTest()
    app = importApp(test.deps)
    consultationId = await aStoredConsultation(test.deps)
    client = await clientAs('editor')
  })
  afterEach(() => test.close())

  const clientAs = async (role: 'editor' | 'admin' | 'reviewer', id = consultationId): Promise<DeskClient> => {
    const grants = [role === 'admin' ? ADMIN : { role, consultationId: id }]
    const person = await aPerson(test.deps, { grants, password: null, hasSecondStep: true })
    return new DeskClient(app, await aToken(test.deps, person.id, { isFull: true }))
  }
  const send = (
    from: DeskClient,
    place: string,
    file: { readonly name: string; readonly bytes: Buffer | string },
    token: string = formTokenFor(from.token ?? ''),
  ): Promise<Response> =>
    supertest(app)
      .post(`${place}/files?form-token=${token}`)
      .set({ Cookie: `${COOKIE_NAME}=${from.token ?? ''}`, 'Sec-Fetch-Site': 'same-origin' })
      .attach('file', Buffer.from(file.bytes), file.name)
      .redirects(0)
  const upload = async (from: DeskClient, place: string, name: string, bytes: Buffer | string): Promise<string> => {
    const response = await send(from, place, { name, bytes })
    expect(response.status, response.text).to.equal(303)
    return response.get('Location') ?? ''
  }
  const filesKept = (): Promise<readonly string[]> => readdir(uploadsFolderOf(test.deps.config)).catch(() => [])
  /** Everything but what the desk keeps of uploads. */
  const dump = async (): Promise<string> => {
    const { reader } = test.deps.store
    const tables = await sql<{
      name: string
    }>`select name from sqlite_master where type = 'table' order by name`.execute(reader)
    const rows = []
    for (const { name } of tables.rows)
      if (name !== 'uploads' && name !== 'sessions')
        rows.push([name, (await sql`select * from ${sql.table(name)}`.execute(reader)).rows])
    return JSON.stringify(rows)
  }
  const points = () => readRecords(test.deps.store.reader, 'point', consultationId)

  it('lead from a file of nobody’s format to records: what it is, each column, a dry run that writes nothing, the report', async () => {
    const before = await dump()
    const path = await upload(client, INTO, 'forms.csv', FORMS)
    const unknown = await client.get(path)
    expect(unknown.text).to.include('We do not know this kind of file')
    await client.post(`${path}/as`, { as: 'responses', 'document-kind': 'text' })
    const mapping = await client.get(path)
    expect(mapping.text).to.include('Keep the bench by the pump.').and.include('<s>E-mail</s>')
    expect(mapping.text, 'personal data are not even shown').to.not.include('a@example.org')
    const columns = { 'c-0': 'ref', 'c-1': 'received_on', 'c-2': 'text', 'c-3': '', language: 'en-GB' }
    expect((await client.post(`${path}/try`, columns)).get('Location')).to.equal(`${path}/tried`)
    const tried = await client.get(`${path}/tried`)
    expect(tried.text).to.include('3 rows read &#x3D; 2 accepted + 1 set aside + 0 on record already.')
    expect(tried.text, 'the raw line').to.include('F3,15/02/2026,,c@example.org')
    expect(tried.text).to.include('This file cannot show answers')
    expect(await dump()).to.equal(before)

    await client.post(`${path}/import`)
    expect((await client.get(`${path}/tried`)).get('Location')).to.equal(`${path}/done`)
    const done = await client.get(`${path}/done`)
    expect(done.text).to.include('Imported: 2 rows').and.include('Row 4')
    expect((await points()).map(({ ref, language }) => [ref, language])).to.deep.equal([
      ['F1', 'en-GB'],
      ['F2', 'en-GB'],
    ])
    expect(await dump(), 'what was struck out is nowhere').to.not.include('a@example.org')
    expect(await filesKept(), 'the bytes are gone').to.deep.equal([])
  })

  it('keep a mapping by its name, and offer it for the next file', async () => {
    const path = await upload(client, INTO, 'forms.csv', FORMS)
    await client.post(`${path}/as`, { as: 'responses', 'document-kind': 'text' })
    await client.post(`${path}/try`, { 'c-0': 'ref', 'c-1': 'received_on', 'c-2': 'text', 'c-3': '' })
    await client.post(`${path}/import`)
    expect((await client.post(`${path}/save`, { name: 'No good name' })).status).to.equal(422)
    await client.post(`${path}/save`, { name: 'drop-in-forms' })
    const next = await upload(client, INTO, 'more.csv', FORMS.replaceAll('F', 'G').replace('Keep', 'Mend'))
    expect((await client.get(next)).text).to.include('As the last time: “drop-in-forms”')
    await client.post(`${next}/as`, { as: 'saved:drop-in-forms', 'document-kind': 'text' })
    await client.post(`${next}/try`, {})
    expect((await client.get(`${next}/tried`)).text).to.include('2 accepted + 1 set aside')
  })

  it('take files in our own columns as they stand, and a second time change nothing', async () => {
    const csv = 'ref,consultation,title,kind,held_on\nw-1,high-street,A walk,other,2026-03-01\n'
    const path = await upload(client, INTO, 'events.csv', csv)
    expect((await client.get(path)).text).to.include('This looks like our own columns, event')
    await client.post(`${path}/try`, {})
    await client.post(`${path}/import`)
    expect(await readRecords(test.deps.store.reader, 'event', consultationId)).to.have.length(1)
    const again = await upload(client, INTO, 'events.csv', csv)
    await client.post(`${again}/try`, {})
    expect((await client.get(`${again}/tried`)).text).to.include('1 on record already')
  })

  it('ask what a document is, and make passages of it', async () => {
    const path = await upload(client, INTO, 'Decision May.txt', 'The bench stays.\n\nThe lights go out at ten.\n')
    const asked = await client.get(path)
    expect(asked.text).to.include('This is a document').and.include('value="decision-may"')
    const fields = {
      title: 'The decision',
      ref: 'decision',
      stage: 'decision',
      source: 'official',
      'published-on': '2026-05-01',
      'first-archived-on': '',
      url: '',
      licence: '',
      note: '',
      'is-required': 'yes',
    }
    const wrong = await client.post(`${path}/try`, { ...fields, stage: 'nonsense' })
    expect(wrong.status).to.equal(303)
    expect((await client.get(`${path}/tried`)).text).to.include('This file cannot be imported')
    await client.post(`${path}/try`, fields)
    await client.post(`${path}/import`)
    const [document] = await readRecords(test.deps.store.reader, 'document', consultationId)
    expect(document).to.include({ ref: 'decision', stage: 'decision', holding: 'held', publishedOn: '2026-05-01' })
    const passages = await readRecords(test.deps.store.reader, 'passage', consultationId)
    expect(passages.map(({ text }) => text)).to.deep.equal(['The bench stays.', 'The lights go out at ten.'])
  })

  it('take a web page for a document, whatever it is called', async () => {
    const path = await upload(client, INTO, 'report.csv', '<!doctype html><p>The bench stays.</p><script>x</script>')
    expect((await client.get(path)).text).to.include('This is a document')
  })

  it('ask what only a person can settle: the order of dates, and what a word of the body means', async () => {
    const csv =
      'No,Date,Comment,Status\nF1,03/04/2026,Keep the bench.,Minded to agree\nF2,05/06/2026,More lights.,rejected\n'
    const path = await upload(client, INTO, 'forms.csv', csv)
    await client.post(`${path}/as`, { as: 'responses', 'document-kind': 'text' })
    const columns = { 'c-0': 'ref', 'c-1': 'received_on', 'c-2': 'text', 'c-3': 'raw_state' }
    await client.post(`${path}/try`, columns)
    const asks = await client.get(`${path}/tried`)
    expect(asks.text).to.include('Some things only a person can settle').and.include('could be 3 April or 4 March')
    expect(asks.text).to.include('Minded to agree').and.not.include('said map')
    const word = /name="(word-\d+)"/.exec(asks.text)?.[1] ?? ''
    await client.post(`${path}/answers`, { dates: 'month-first', [word]: 'says-considering' })
    expect((await client.get(`${path}/tried`)).text).to.include('2 accepted')
    await client.post(`${path}/import`)
    const { reader } = test.deps.store
    expect(
      (await readRecords(reader, 'contribution', consultationId)).map(({ receivedOn }) => receivedOn),
    ).to.deep.equal(['2026-03-04', '2026-05-06'])
    const stated = await readRecords(reader, 'stated-outcome', consultationId)
    expect(stated.map(({ rawState, code }) => [rawState, code])).to.have.deep.members([
      ['Minded to agree', 'says-considering'],
      ['rejected', 'says-refused'],
    ])
  })

  it('keep the bytes under their hash, readable by the program alone, and under no name that was sent', async () => {
    for (const name of ['../../x.csv', 'CON', `${'n'.repeat(4_000)}.csv`]) await upload(client, INTO, name, FORMS)
    const folder = uploadsFolderOf(test.deps.config)
    const [kept, ...others] = await filesKept()
    expect(others).to.deep.equal([])
    expect(kept).to.match(/^[0-9a-f]{64}$/)
    expect((await stat(join(folder, kept ?? ''))).mode & 0o777).to.equal(0o600)
    expect((await stat(folder)).mode & 0o777).to.equal(0o700)
    expect(cleanFileName('..\\..\\x\u0000.csv')).to.equal('x.csv')
    expect(cleanFileName('..')).to.equal('file')
    expect(cleanFileName(`${'n'.repeat(4_000)}.csv`))
      .to.have.length(120)
      .and.match(/….csv$/)
  })

  it('refuse more than 20 MB with 413 while it comes, an empty file, and keep nothing of either', async function () {
    this.timeout(30_000)
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 'a')
    expect((await send(client, INTO, { name: 'large.csv', bytes: large })).status).to.equal(413)
    expect((await send(client, INTO, { name: 'empty.csv', bytes: '' })).status).to.equal(422)
    expect(await filesKept()).to.deep.equal([])
  })

  it('refuse a file with the token of another form, and one sent from elsewhere, before a byte of it is kept', async () => {
    expect((await send(client, INTO, { name: 'a.csv', bytes: FORMS }, 'f'.repeat(64))).status).to.equal(403)
    const elsewhere = await supertest(app)
      .post(`${INTO}/files?form-token=${formTokenFor(client.token ?? '')}`)
      .set({ Cookie: `${COOKIE_NAME}=${client.token ?? ''}`, 'Sec-Fetch-Site': 'cross-site' })
      .attach('file', Buffer.from(FORMS), 'a.csv')
    expect(elsewhere.status).to.equal(403)
    expect(await filesKept()).to.deep.equal([])
  })

  it('refuse workbooks, archives and PDF by name, and never unpack one', async () => {
    for (const [name, bytes, said] of [
      ['sheet.xlsx', Buffer.from('PK\u0003\u0004rest'), 'Excel'],
      ['plain.csv', Buffer.from('PK\u0003\u0004rest'), 'Excel'],
      ['paper.pdf', Buffer.from('%PDF-1.7 rest'), 'PDF'],
    ] as const) {
      const path = await upload(client, INTO, name, bytes)
      expect((await client.get(path)).text, name).to.include(said)
    }
  })

  it('refuse rows of another consultation, whatever their column says, and write none of the file', async () => {
    await aStoredConsultation(test.deps, 'low-street')
    const csv =
      'ref,consultation,title,kind,held_on\nw-1,high-street,A walk,other,2026-03-01\nw-2,low-street,A walk,other,2026-03-01\n'
    const path = await upload(client, INTO, 'events.csv', csv)
    const before = await dump()
    await client.post(`${path}/try`, {})
    expect((await client.get(`${path}/tried`)).text).to.include('belong to another consultation')
    await client.post(`${path}/import`)
    expect((await client.get(`${path}/tried`)).text).to.include('belong to another consultation')
    expect(await dump()).to.equal(before)
  })

  it('refuse records that a person must make under their own name, and bodies at the desk of one consultation', async () => {
    const judged = await upload(
      client,
      INTO,
      'judgements.csv',
      'consultation,point,kind,reason,basis,by,on\nhigh-street,P1,not-codable,spam,confirmed,p-someone,2026-05-01\n',
    )
    const refused = await client.post(`${judged}/try`, {})
    expect(refused.status).to.equal(422)
    expect(refused.text).to.include('made on the pages for them')
    const body = await upload(
      client,
      INTO,
      'bodies.csv',
      'ref,name,short_name,kind,country,language,nature\nelsewhere,Elsewhere,Elsewhere,city,GB,en-GB,fictional\n',
    )
    expect((await client.post(`${body}/try`, {})).text).to.include('An admin imports it')
  })

  it('let an admin add a body and a consultation by form, as a draft, and say what is missing', async () => {
    const admin = await clientAs('admin')
    const empty = Object.fromEntries(
      'body body-name body-short-name body-kind body-nature ref opens-on closes-on decision-due-on decided-on'
        .split(' ')
        .map(name => [name, '']),
    )
    const given = {
      ...empty,
      'body-country': 'GB',
      'body-language': 'en-GB',
      title: 'Mill Lane, 2026',
      'legal-status': 'voluntary',
      'decision-state': 'awaited',
    }
    const refused = await admin.post('/desk/import/new/consultation', given)
    expect([refused.status, refused.text.includes('Give the name of the body')]).to.deep.equal([422, true])
    const body = {
      'body-name': 'Calder "Council"',
      'body-short-name': 'Calder',
      'body-kind': 'city',
      'body-nature': 'fictional',
    }
    const reserved = await admin.post('/desk/import/new/consultation', { ...given, ...body, 'body-short-name': 'Desk' })
    expect(reserved.text).to.include('A page of this site is called')
    const added = await admin.post('/desk/import/new/consultation', { ...given, ...body })
    expect(added.get('Location')).to.equal('/desk/import/into/calder/mill-lane-2026')
    const { reader } = test.deps.store
    const { id } = await reader
      .selectFrom('consultations')
      .select('id')
      .where('ref', '=', 'mill-lane-2026')
      .executeTakeFirstOrThrow()
    expect(await readConsultationState(reader, id)).to.equal('draft')
    expect((await admin.post('/desk/import/new/consultation', { ...given, body: 'calder' })).text).to.include('already')
  })

  it('begin every consultation that comes in a file as a draft', async () => {
    const admin = await clientAs('admin')
    const csv =
      'ref,body,title,legal_status,decision_state\nlow-street,body-of-high-street,Low Street,voluntary,awaited\n'
    const path = await upload(admin, '/desk/import/new', 'consultations.csv', csv)
    await admin.post(`${path}/try`, {})
    await admin.post(`${path}/import`)
    const { reader } = test.deps.store
    const { id } = await reader
      .selectFrom('consultations')
      .select('id')
      .where('ref', '=', 'low-street')
      .executeTakeFirstOrThrow()
    expect(await readConsultationState(reader, id)).to.equal('draft')
  })

  it('do not show a file of one consultation at the desk of another', async () => {
    const other = await aStoredConsultation(test.deps, 'low-street')
    const path = await upload(client, INTO, 'forms.csv', FORMS)
    const stranger = await clientAs('editor', other)
    expect((await stranger.get(path)).status).to.equal(404)
    const id = path.slice(path.lastIndexOf('/'))
    expect((await stranger.get(`/desk/import/into/body-of-low-street/low-street/files${id}`)).status).to.equal(404)
  })

  it('delete a file that is given up, one that nobody came back to, and what a killed program left', async () => {
    const path = await upload(client, INTO, 'forms.csv', FORMS)
    await client.post(`${path}/drop`)
    expect(await filesKept()).to.deep.equal([])
    await upload(client, INTO, 'forms.csv', FORMS)
    const folder = uploadsFolderOf(test.deps.config)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'part-of-a-killed-program'), 'half')
    await writeFile(join(folder, 'ab'.repeat(32)), 'nobody names it')
    await dropStaleUploads(test.deps)
    expect(await filesKept()).to.have.length(1)
    test.wait(8 * 24 * 60)
    await dropStaleUploads(test.deps)
    expect(await filesKept()).to.deep.equal([])
  })
})

describe('the import pages, asked as everybody', () => {
  itFollowsTheAccessTable({
    makeApp: importApp,
    // Pages of one file need a file: their place is checked by a test of its own.
    listRoutes: deps =>
      listRoutes(importRouter(testWeb(deps))).filter(
        ({ method, path }) => method === 'POST' || !path.includes(':upload'),
      ),
    fillPath: (path, { body, consultation }) =>
      path.replace(':body', body).replace(':consultation', consultation).replace(':upload', 'no-such-file'),
  })
})
