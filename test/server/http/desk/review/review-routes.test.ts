import { expect } from 'chai'
import type { Express } from 'express'
import { readRecords } from '../../../../../data/store/records.ts'
import { COOKIE_NAME } from '../../../../../server/http/desk/cookie.ts'
import { listRoutes } from '../../../../../server/http/desk/list-routes.ts'
import { reviewRouter } from '../../../../../server/http/desk/review/review-router.ts'
import { DeskClient, testWeb } from '../../../../support/desk-client.ts'
import { faultsIn } from '../../../../support/history.ts'
import { aPerson, aToken, openPeopleTest, type PeopleTest } from '../../../../support/people.ts'
import { reviewApp } from '../../../../support/review-desk.ts'
import { aReviewWorld, type ReviewWorld } from '../../../../support/review-world.ts'

const DESK = '/desk/review/body-of-high-street/high-street'
const EVIL = '<script>alert(1)</script> {{point}} "onload=x'

describe('the pages of the review desk', () => {
  let test: PeopleTest
  let world: ReviewWorld
  let app: Express
  let client: DeskClient
  beforeEach(async () => {
    test = await openPeopleTest()
    world = await aReviewWorld(test.deps, [`bench: Keep the bench. ${EVIL}`, 'bench: Keep it.', 'lights: More lights.'])
    app = reviewApp(test.deps)
    client = await clientAs('reviewer')
  })
  afterEach(() => test.close())

  const clientAs = async (role: 'reviewer' | 'editor' | 'council'): Promise<DeskClient> => {
    const person = await aPerson(test.deps, {
      grants: [{ role, consultationId: world.consultationId }],
      password: null,
      hasSecondStep: role !== 'council',
    })
    return new DeskClient(app, await aToken(test.deps, person.id, { isFull: true }))
  }
  const fieldOf = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  /** Takes the first point, alone, and gives the fields that every form of it carries. */
  const start = async (): Promise<{ readonly group: string; readonly html: string }> => {
    await client.post(`${DESK}/take`, { queue: 'voices' })
    const { text } = await client.get(`${DESK}/points/1`)
    return { group: fieldOf(text, 'group'), html: text }
  }

  it('stand each under a row of the access table, named before anything else', () => {
    const routes = listRoutes(reviewRouter(testWeb(test.deps)))
    expect(routes.length).to.be.above(25)
    expect(routes.filter(({ action }) => action === null)).to.deep.equal([])
  })

  it('are not there for somebody without a part in the consultation, and ask who has not signed in to do so', async () => {
    const other = await aReviewWorld(test.deps, ['one: A'], 'low-street')
    const person = await aPerson(test.deps, {
      grants: [{ role: 'reviewer', consultationId: other.consultationId }],
      password: null,
      hasSecondStep: true,
    })
    const stranger = new DeskClient(app, await aToken(test.deps, person.id, { isFull: true }))
    for (const path of ['', '/points/1', '/texts', '/ideas', '/disagreements', '/responses/R1/split'])
      expect((await stranger.get(`${DESK}${path}`)).status, path).to.equal(404)
    expect((await stranger.post(`${DESK}/take`, { queue: 'voices' })).status).to.equal(404)
    expect((await new DeskClient(app).get(DESK)).status).to.equal(401)
  })

  it('let the council see how far it is, and judge nothing', async () => {
    const council = await clientAs('council')
    expect((await council.get(DESK)).status).to.equal(200)
    expect((await council.get(`${DESK}/points/1`)).status).to.equal(403)
    expect((await council.post(`${DESK}/take`, { queue: 'voices' })).status).to.equal(403)
  })

  it('refuse a form without its token, one from elsewhere, and a field nobody asked for', async () => {
    expect(
      (await client.send(`${DESK}/take`, { queue: 'voices' }, { 'Sec-Fetch-Site': 'same-origin' })).status,
    ).to.equal(403)
    expect(
      (await client.send(`${DESK}/take`, { queue: 'voices' }, { 'Sec-Fetch-Site': 'cross-site' })).status,
    ).to.equal(403)
    expect((await client.post(`${DESK}/take`, { queue: 'voices', by: 'somebody-else' })).status).to.equal(400)
  })

  it('change nothing when they are only opened', async () => {
    await start()
    const dump = async () =>
      JSON.stringify([
        await readRecords(test.deps.store.reader, 'search', world.consultationId),
        await test.deps.store.reader.selectFrom('looks').selectAll().execute(),
        await test.deps.store.reader.selectFrom('reviewActions').selectAll().execute(),
      ])
    const before = await dump()
    for (const path of [
      '',
      '/points/1',
      '/points/1?panel=set-aside',
      '/points/1/read?stop=plan&q=bench',
      '/points/1/read?stop=plan&document=plan',
      '/points/1/together',
      '/points/2',
      '/texts',
      '/texts/1',
      '/ideas',
      '/responses/R1/split',
    ])
      expect((await client.get(`${DESK}${path}`)).status, path).to.equal(200)
    expect(await dump()).to.equal(before)
  })

  it('show words of people as words, whatever they hold', async () => {
    const { html } = await start()
    expect(html).to.include('&lt;script&gt;alert(1)&lt;/script&gt; {{point}} &quot;onload&#x3D;x')
    for (const path of [
      '/points/1/together',
      '/texts/1',
      '/responses/R1/split',
      `/points/1/read?stop=plan&q=${encodeURIComponent(EVIL)}`,
    ])
      expect((await client.get(`${DESK}${path}`)).text, path).to.not.include('<script>alert')
  })

  it('choose no kind beforehand, show no score, and keep the council’s own words back', async () => {
    const { html } = await start()
    expect(html).to.not.match(/name="kind"[^>]*(?:checked|selected)/)
    expect(html).to.include('kept back until you have decided')
  })

  it('make one record and one entry of fifty equal confirmations that arrive together', async () => {
    const { group } = await start()
    const fields = { group, stop: 'plan', passage: 'plan#1', kind: 'challenges', terms: 'bench' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.post(`${DESK}/points/1/confirm`, fields)))
    expect([...new Set(answers.map(({ status }) => status))], 'each is told that it is recorded').to.deep.equal([303])
    expect(await readRecords(test.deps.store.reader, 'link', world.consultationId)).to.have.length(1)
    const entries = await test.deps.store.reader.selectFrom('logEntries').select('body').execute()
    expect(entries.filter(({ body }) => body.includes('"link-recorded"'))).to.have.length(1)
    expect(await faultsIn(test.deps)).to.deep.equal([])
  })

  it('ask before they record a kind that says nothing alone', async () => {
    const { group } = await start()
    await client.post(`${DESK}/points/1/nothing`, { group, stop: 'plan', terms: '' })
    await client.post(`${DESK}/points/1/nothing`, { group, stop: 'record', terms: '' })
    const fields = { group, stop: 'decision', passage: 'decision#1', terms: '' }
    const asked = await client.post(`${DESK}/points/1/confirm`, { ...fields, kind: 'refuses' })
    expect(asked.get('Location')).to.include('kind=refuses')
    expect(await readRecords(test.deps.store.reader, 'link', world.consultationId)).to.deep.equal([])
    const page = await client.get(asked.get('Location')?.replace('#stop', '') ?? '')
    expect(page.text).to.include('Is a reason given here?')
    await client.post(`${DESK}/points/1/confirm`, { ...fields, kind: 'refuses', detail: 'cost:specific' })
    const [link] = await readRecords(test.deps.store.reader, 'link', world.consultationId)
    expect(link).to.include({ kind: 'refuses', ground: 'cost', isSpecific: true, basis: 'confirmed' })
  })

  it('refuse a form of a point that no longer lies on the desk, and a passage of another stop', async () => {
    const { group } = await start()
    const fields = { group, stop: 'plan', passage: 'decision#1', terms: '', kind: 'contains' }
    expect((await client.post(`${DESK}/points/1/confirm`, fields)).status).to.equal(400)
    await client.post(`${DESK}/points/1/skip`, { group })
    expect((await client.post(`${DESK}/points/1/nothing`, { group, stop: 'plan', terms: '' })).status).to.equal(409)
  })

  it('keep notes and flags, and set a point aside with its reason', async () => {
    const { group } = await start()
    await client.post(`${DESK}/points/1/note`, { text: 'Ask the editor.' })
    await client.post(`${DESK}/points/1/flag`)
    const page = await client.get(`${DESK}/points/1`)
    expect(page.text).to.include('Ask the editor.').and.include('Flagged.')
    await client.post(`${DESK}/points/1/set-aside`, { group, reason: 'spam' })
    const [judgement] = await readRecords(test.deps.store.reader, 'judgement', world.consultationId)
    expect(judgement).to.include({ kind: 'not-codable', reason: 'spam' })
    expect((await client.get(DESK)).text).to.include('Point 1')
  })

  it('are kept by no cache, and set no other cookie', async () => {
    const response = await client.get(DESK)
    expect(response.get('Cache-Control')).to.equal('no-store')
    expect((response.get('Set-Cookie') ?? []).filter(line => !line.startsWith(COOKIE_NAME))).to.deep.equal([])
  })
})
