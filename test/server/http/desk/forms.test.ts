import { expect } from 'chai'
import type { Express } from 'express'
import { listRoutes } from '../../../../server/http/desk/list-routes.ts'
import { peopleRouter } from '../../../../server/http/desk/people-router.ts'
import { createFirstAdmin } from '../../../../server/usecases/people/create-first-admin.ts'
import { DeskClient, deskApp, testWeb } from '../../../support/desk-client.ts'
import {
  ADMIN,
  aPerson,
  aToken,
  dumpStore,
  openPeopleTest,
  PASSWORD,
  type PeopleTest,
} from '../../../support/people.ts'

const attribute = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

describe('a form that changes something', () => {
  let test: PeopleTest
  let app: Express
  beforeEach(async () => {
    test = await openPeopleTest()
    app = deskApp(test.deps)
  })
  afterEach(() => test.close())

  const signInAs = async (loginName: string): Promise<DeskClient> => {
    const client = new DeskClient(app)
    await client.get('/desk/sign-in')
    await client.post('/desk/sign-in', { 'login-name': loginName, password: PASSWORD, next: '' })
    return client
  }

  it('refuse every form without its token, with another’s token, from another site, or without saying from where', async () => {
    const { id } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const token = await aToken(test.deps, id, { isFull: true })
    const other = attribute((await new DeskClient(app).get('/desk/sign-in')).text, 'form-token')
    const own = attribute((await new DeskClient(app, token).get('/desk/account')).text, 'form-token')
    const here = { 'Sec-Fetch-Site': 'same-origin' }
    const posts = listRoutes(peopleRouter(testWeb(test.deps))).filter(({ method }) => method !== 'GET')
    expect(posts.length).to.be.greaterThan(10)
    const before = await dumpStore(test.deps)
    for (const { path } of posts) {
      const send = async (fields: Record<string, string>, headers: Record<string, string>) =>
        (await new DeskClient(app, token).send(path.replace(':person', 'p-x'), fields, headers)).status
      expect(await send({}, here), path).to.equal(403)
      expect(await send({ 'form-token': other }, here), path).to.equal(403)
      expect(await send({ 'form-token': own.toUpperCase() }, here), path).to.equal(403)
      for (const site of ['cross-site', 'same-site', 'none'])
        expect(await send({ 'form-token': own }, { 'Sec-Fetch-Site': site }), `${path} ${site}`).to.equal(403)
      expect(await send({ 'form-token': own }, {}), path).to.equal(403)
      for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1.elsewhere.example'])
        expect(await send({ 'form-token': own }, { Origin: origin }), `${path} ${origin}`).to.equal(403)
    }
    expect(await dumpStore(test.deps)).to.equal(before)
  })

  it('take a form by Origin where the browser does not send Sec-Fetch-Site', async () => {
    const client = await signInAs((await aPerson(test.deps)).loginName)
    const own = attribute((await client.get('/desk/account')).text, 'form-token')
    const headers = { Host: 'desk.example', Origin: 'https://desk.example' }
    expect((await client.send('/desk/account/other-sessions', { 'form-token': own }, headers)).status).to.equal(303)
  })

  it('explain what to do where the browser sends no cookie', async () => {
    const answer = await new DeskClient(app).post('/desk/sign-in', { 'login-name': 'a', password: 'b', next: '' })
    expect(answer.status).to.equal(403)
    expect(answer.text).to.include('cookies')
  })

  it('change nothing by being read', async () => {
    const { id, code } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const token = await aToken(test.deps, id, { isFull: true })
    const { link } = await createFirstAdmin(test.deps, { loginName: 'other', displayName: 'x' }).catch(() => ({
      link: '/desk/join?code=X',
    }))
    const before = await dumpStore(test.deps)
    const paths = listRoutes(peopleRouter(testWeb(test.deps)))
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace(':person', code))
    for (const carried of [null, token])
      for (const path of [...paths, link.replace('http://localhost:3000', '')])
        await new DeskClient(app, carried).get(path)
    expect(await dumpStore(test.deps)).to.equal(before)
  })

  it('refuse a field that the form does not have, one that comes twice, one that is missing', async () => {
    const client = await signInAs((await aPerson(test.deps)).loginName)
    const given = { current: PASSWORD, next: 'nine loud geese' }
    for (const extra of [{ role: 'admin' }, { __proto__x: '1' }, { state: 'active' }])
      expect((await client.post('/desk/account/password', { ...given, ...extra })).status).to.equal(400)
    expect((await client.post('/desk/account/password', { current: PASSWORD })).status).to.equal(400)
    const own = attribute((await client.get('/desk/account')).text, 'form-token')
    const twice = await client.send(
      `/desk/account/password`,
      { 'form-token': own, ...given, 'next[]': 'x' },
      { 'Sec-Fetch-Site': 'same-origin' },
    )
    expect(twice.status).to.equal(400)
    expect((await client.post('/desk/account/password', given)).status, 'the right form still works').to.equal(303)
  })
})
