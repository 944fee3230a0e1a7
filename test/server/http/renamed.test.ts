import { expect } from 'chai'
import type { Express } from 'express'
import supertest from 'supertest'
import type { SlugKind } from '../../../data/model/reserved-slugs.ts'
import { createApp } from '../../../server/http/app.ts'
import { verifyHistory } from '../../../server/usecases/history/verify-history.ts'
import { importFile } from '../../../server/usecases/import-file.ts'
import { agreeToRemoval, askRemoval } from '../../../server/usecases/release/removals.ts'
import { renameAddress } from '../../../server/usecases/rename-address.ts'
import { findScope } from '../../../server/usecases/review/review-scope.ts'
import { openPeopleTest, type PeopleTest } from '../../support/people.ts'
import { EASTFIELD, markAsDraft, refusalOf, sampleStore, someone } from '../../support/release-world.ts'

const OLD = `/${EASTFIELD.body}/${EASTFIELD.consultation}`
const GONE = [
  '',
  '/points',
  '/points/2',
  '/points.json',
  '/points.csv?q=tree',
  '/points/2.json',
  '/indicators.csv',
  '/evidence.json',
  '/feed.atom',
  '/card.png',
  '/embed',
  '/report',
  '/data/points.csv',
  '/data/datapackage.json',
  '/v/1.0',
]
const BODY_ROW = (ref: string): string =>
  `ref,name,short_name,kind,country,language,nature\n${ref},Any Council,Any,county,GB,en-GB,fictional\n`
const CONSULTATION_ROW = (ref: string, body = 'calderwick'): string =>
  `ref,body,title,legal_status,decision_state\n${ref},${body},Another,voluntary,made\n`

describe('an address', function () {
  this.timeout(120_000)
  let test: PeopleTest
  let app: Express
  let consultationId: string
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
    app = createApp(test.deps)
    consultationId = (await findScope(test.deps, EASTFIELD)).consultation.id
  })
  afterEach(() => test.close())

  const rename = (consultation: string | null, slug: string, body = 'calderwick') =>
    renameAddress(test.deps, { body, consultation, slug })
  const movedTo = async (path: string): Promise<readonly [number, string | undefined]> => {
    const { status, headers } = await supertest(app).get(path).redirects(0)
    return [status, headers['location']]
  }
  const importWords = async (recordKind: SlugKind | 'contribution', text: string) => {
    const open = async function* () {
      yield await Promise.resolve(new TextEncoder().encode(text))
    }
    return importFile(test.deps, {
      source: { name: `${recordKind}.csv`, open },
      options: { recordKind },
      isDryRun: false,
    })
  }
  const setAside = async (kind: SlugKind, text: string) =>
    (await importWords(kind, text)).report.setAside[0]?.problems[0]

  it('that a consultation had answers 301 for every page and file below it, the query kept', async () => {
    await rename(EASTFIELD.consultation, 'eastfield')
    for (const below of [
      '',
      '/points',
      '/points/2',
      '/points.csv?q=tree&group=no-answer-found',
      '/data/points.csv',
      '/feed.atom',
      '/card.png',
    ])
      expect(await movedTo(OLD + below), below).to.deep.equal([301, `/calderwick/eastfield${below}`])
    expect((await supertest(app).get('/calderwick/eastfield')).status).to.equal(200)
    expect((await supertest(app).get('/calderwick')).text)
      .to.include('/calderwick/eastfield"')
      .and.not.include(`${OLD}"`)
  })

  it('that a body had answers 301 for everything of it, twins too, and through two renamings at once', async () => {
    await rename(EASTFIELD.consultation, 'eastfield')
    await rename(null, 'calder')
    await rename(null, 'calder-valley', 'calder')
    expect(await movedTo('/calderwick')).to.deep.equal([301, '/calder-valley'])
    expect(await movedTo('/calder.csv?x=1')).to.deep.equal([301, '/calder-valley.csv?x=1'])
    expect(await movedTo(`${OLD}/ideas/1`)).to.deep.equal([301, '/calder-valley/eastfield/ideas/1'])
  })

  it('that nothing ever had stays not found, and no renaming leads off the site', async () => {
    await rename(null, 'calder')
    expect((await movedTo('/never-was'))[0]).to.equal(404)
    expect((await movedTo('//calderwick'))[0]).to.equal(404)
    expect((await movedTo('/calderwick/%2F%2Fexample.org'))[1]).to.equal('/calder/%2F%2Fexample.org')
  })

  it('of a draft leads nowhere: that it was renamed is told to nobody', async () => {
    await rename(EASTFIELD.consultation, 'eastfield')
    await markAsDraft(test.deps, consultationId)
    expect((await movedTo(OLD))[0]).to.equal(404)
    expect((await movedTo('/calderwick'))[0]).to.equal(404)
  })

  it('once given up is never given again: not by renaming, not by import', async () => {
    await rename(EASTFIELD.consultation, 'eastfield')
    expect((await refusalOf(rename('eastfield', EASTFIELD.consultation))).message).to.include('not given again')
    const problem = await setAside('consultation', CONSULTATION_ROW(EASTFIELD.consultation))
    expect(problem?.code).to.equal('RESERVED_REF')
    expect(problem?.message).to.include('was the address of "eastfield" before it was renamed')
    await rename(null, 'calder')
    expect((await setAside('body', BODY_ROW('calderwick')))?.code).to.equal('RESERVED_REF')
  })

  it('that was given up still tells an import which consultation its rows belong to', async () => {
    await rename(EASTFIELD.consultation, 'eastfield')
    const rows = `ref,consultation,text,contributor_type,channel\nX1,${EASTFIELD.consultation},One more,resident,online\n`
    expect((await importWords('contribution', rows)).status).to.equal('imported')
  })

  it('cannot be one that is taken, that the site uses, or that is none', async () => {
    await importWords('consultation', CONSULTATION_ROW('second'))
    for (const slug of ['second', EASTFIELD.consultation, 'Capital', 'a b', '../x', '', 'charts'])
      expect((await refusalOf(rename(EASTFIELD.consultation, slug))).code, slug).to.equal('refused')
    for (const slug of ['find', 'desk']) expect((await refusalOf(rename(null, slug))).code, slug).to.equal('refused')
  })

  it('that the site uses itself is set aside at import, with what to do', async () => {
    const body = await setAside('body', BODY_ROW('find'))
    expect([body?.code, body?.message]).to.deep.equal([
      'RESERVED_REF',
      'Row 2, "ref": found "find", which is a page of the site itself, expected a ref that is no such word. Give the body another ref, such as "find-council".',
    ])
    expect((await setAside('consultation', CONSULTATION_ROW('charts')))?.code).to.equal('RESERVED_REF')
    expect((await setAside('body', BODY_ROW('No Slug')))?.code).to.equal('RESERVED_REF')
  })

  it('changed stands in the history, and every record still agrees with it', async () => {
    const count = async () =>
      (await test.deps.store.reader.selectFrom('logEntries').select('entryIndex').execute()).length
    const before = await count()
    await rename(EASTFIELD.consultation, 'eastfield')
    expect(await count()).to.equal(before + 1)
    expect((await verifyHistory(test.deps)).faults).to.deep.equal([])
  })
})

describe('what was taken down', function () {
  this.timeout(120_000)
  const WHY = 'The court asked us to take it down until May.'

  it('answers 410 with the public reason: pages, JSON, CSV, feed, picture and data package', async () => {
    const test = await openPeopleTest(await sampleStore(EASTFIELD.consultation, []))
    try {
      const app = createApp(test.deps)
      const scope = await findScope(test.deps, EASTFIELD)
      const admins = [
        await someone(test.deps, 'admin', scope.consultation.id),
        await someone(test.deps, 'admin', scope.consultation.id),
      ] as const
      await askRemoval(test.deps, admins[0].session, scope, { number: null, reason: 'court-order', words: WHY })
      const { id } = await test.deps.store.reader.selectFrom('removals').select('id').executeTakeFirstOrThrow()
      await agreeToRemoval(test.deps, admins[1].session, scope, id)
      for (const below of GONE) {
        const { status, text, headers } = await supertest(app)
          .get(OLD + below)
          .buffer(true)
        expect([status, text.includes(WHY)], `${below}: ${text.slice(0, 80)}`).to.deep.equal([410, true])
        expect(headers, below).to.not.have.property('content-disposition')
        const type = below.includes('.json')
          ? 'application/json'
          : /\.(csv|atom)/.test(below)
            ? 'text/plain'
            : 'text/html'
        expect(headers['content-type'], below).to.include(type)
      }
      expect((await supertest(app).get('/removals')).text).to.include(WHY)
    } finally {
      await test.close()
    }
  })

  it('as one version answers 410 under its own address, and the consultation stays', async () => {
    const test = await openPeopleTest(await sampleStore('mill-lane-2025', []))
    try {
      const app = createApp(test.deps)
      await test.deps.store.write(tx =>
        tx.updateTable('releases').set({ isWithdrawn: 'yes' }).where('version', '=', '1.0').execute(),
      )
      const { status, text } = await supertest(app).get('/calderwick/mill-lane-2025/v/1.0')
      expect([status, text.includes('was withdrawn')]).to.deep.equal([410, true])
      expect((await supertest(app).get('/calderwick/mill-lane-2025')).status).to.equal(200)
    } finally {
      await test.close()
    }
  })
})
