import { expect } from 'chai'
import type { Express } from 'express'
import { safeNext } from '../../../../server/http/desk/paths.ts'
import { createFirstAdmin } from '../../../../server/usecases/people/create-first-admin.ts'
import { unixSecondsOf } from '../../../../server/usecases/people/instants.ts'
import { readSecret } from '../../../../server/usecases/people/second-step.ts'
import { stepAt, totpCode } from '../../../../server/usecases/people/totp.ts'
import { DeskClient, deskApp } from '../../../support/desk-client.ts'
import {
  ADMIN,
  aPerson,
  aStoredConsultation,
  aToken,
  openPeopleTest,
  PASSWORD,
  TOTP_SECRET,
  type PeopleTest,
} from '../../../support/people.ts'

const attribute = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

describe('the pages for people', () => {
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
  const totpNow = (secret: Uint8Array = TOTP_SECRET): string =>
    totpCode(secret, stepAt(unixSecondsOf(test.deps.clock.now())))

  it('lead from the command line’s code to an invited reviewer who is signed in', async () => {
    await aStoredConsultation(test.deps, 'high-street')
    const { link } = await createFirstAdmin(test.deps, { loginName: 'margaret', displayName: 'Margaret <b>O</b>' })
    const admin = new DeskClient(app)
    const join = await admin.get(link.replace('http://localhost:3000', ''))
    expect(join.status).to.equal(200)
    const joined = await admin.send(
      '/desk/join',
      { 'form-token': attribute(join.text, 'form-token'), code: attribute(join.text, 'code'), password: PASSWORD },
      { 'Sec-Fetch-Site': 'same-origin' },
    )
    expect([joined.status, joined.get('Location')]).to.deep.equal([303, '/desk/account'])
    expect((await admin.get('/desk/account')).get('Location')).to.equal('/desk/second-step/set-up')

    const setUp = await admin.get('/desk/second-step/set-up')
    const shown = /<code>([A-Z2-7 ]+)<\/code>/.exec(setUp.text)?.[1]?.replaceAll(' ', '') ?? ''
    expect(setUp.text).to.include(`otpauth://totp/Said%20%26%20Done:margaret?secret&#x3D;${shown}`)
    const { id } = await test.deps.store.reader.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const secret =
      (await readSecret(test.deps.store.reader, test.deps, id, 'pendingSecondStepSecret')) ?? Buffer.alloc(0)
    const codes = await admin.post('/desk/second-step/set-up', { code: totpNow(secret) })
    expect(codes.status).to.equal(200)
    expect(codes.text.match(/<li><code>[A-Z2-7-]{27}<\/code><\/li>/g)).to.have.length(10)
    expect(attribute(codes.text, 'form-token'), 'the form that signs out has the new token').to.have.length(64)

    const account = await admin.get('/desk/account')
    expect(account.text).to.include('Margaret &lt;b&gt;O&lt;/b&gt;').and.include('10 recovery codes left')
    const invited = await admin.post('/desk/people', {
      'login-name': 'rashid',
      'display-name': 'Rashid',
      role: 'reviewer',
      consultation: 'body-of-high-street/high-street',
    })
    const code = /<code class="long">([A-Z2-7-]{27})<\/code>/.exec(invited.text)?.[1] ?? ''
    expect((await admin.get('/desk/people')).text)
      .to.include('2 people have an account')
      .and.include('Reviewer: About high-street')

    const reviewer = new DeskClient(app)
    await reviewer.get('/desk/join')
    expect((await reviewer.post('/desk/join', { code, password: 'nine loud geese' })).status).to.equal(303)
    expect((await reviewer.get('/desk/second-step/set-up')).status).to.equal(200)
    expect((await reviewer.get('/desk/people')).get('Location'), 'not before the second step').to.equal(
      '/desk/second-step/set-up',
    )
  })

  it('ask for the second step, and go on to the page that was wanted', async () => {
    const { loginName } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const client = new DeskClient(app)
    const wanted = await client.get('/desk/people?x=1')
    expect(wanted.status).to.equal(401)
    expect(attribute(wanted.text, 'next').replaceAll('&#x3D;', '=')).to.equal('/desk/people?x=1')
    const first = await client.post('/desk/sign-in', {
      'login-name': loginName,
      password: PASSWORD,
      next: '/desk/people?x=1',
    })
    expect(first.get('Location')).to.equal('/desk/people?x=1')
    const second = await client.get('/desk/people?x=1')
    expect(second.get('Location')).to.equal(`/desk/second-step?next=${encodeURIComponent('/desk/people?x=1')}`)
    const half = client.token
    const done = await client.post('/desk/second-step', { code: totpNow(), next: '/desk/people?x=1' })
    expect([done.status, done.get('Location')]).to.deep.equal([303, '/desk/people?x=1'])
    expect(client.token, 'a new token').to.not.equal(half)
    expect((await client.get('/desk/people')).status).to.equal(200)
    expect((await new DeskClient(app, half).get('/desk/people')).status, 'the one before opens nothing').to.equal(401)
  })

  it('carry one cookie: __Host-, Secure, HttpOnly, SameSite=Lax, for the whole host', async () => {
    const { loginName } = await aPerson(test.deps)
    const client = new DeskClient(app)
    const cookies: string[] = []
    cookies.push(...((await client.get('/desk/sign-in')).get('Set-Cookie') ?? []))
    const signedIn = await client.post('/desk/sign-in', { 'login-name': loginName, password: PASSWORD, next: '' })
    cookies.push(...(signedIn.get('Set-Cookie') ?? []))
    cookies.push(...((await client.post('/desk/sign-out')).get('Set-Cookie') ?? []))
    expect(cookies.map(cookie => cookie.replace(/=[A-Za-z0-9_-]{43};/, '=TOKEN;'))).to.deep.equal(
      Array.from({ length: 3 }, () => '__Host-said=TOKEN; Path=/; Secure; HttpOnly; SameSite=Lax'),
    )
    expect(new Set(cookies).size, 'a new token each time').to.equal(3)
  })

  it('never make a session of a token that the browser brought along', async () => {
    const { loginName } = await aPerson(test.deps)
    const planted = 'A'.repeat(43)
    const client = new DeskClient(app, planted)
    await client.get('/desk/sign-in')
    await client.post('/desk/sign-in', { 'login-name': loginName, password: PASSWORD, next: '' })
    expect(client.token).to.not.equal(planted)
    expect((await client.get('/desk/account')).status).to.equal(200)
    expect((await new DeskClient(app, planted).get('/desk/account')).status).to.equal(401)
  })

  it('answer a token replayed after signing out with 401 and the sign-in form', async () => {
    const client = await signInAs((await aPerson(test.deps)).loginName)
    const token = client.token
    expect((await client.get('/desk/account')).status).to.equal(200)
    expect((await client.post('/desk/sign-out')).get('Location')).to.equal('/desk/sign-in')
    const replayed = new DeskClient(app, token)
    expect((await replayed.get('/desk/account')).status).to.equal(401)
    expect(
      (await replayed.post('/desk/account/password', { current: PASSWORD, next: 'nine loud geese' })).status,
    ).to.equal(401)
  })

  it('say the same to a wrong password and an unknown name, and 429 with a time after five failures', async () => {
    const { loginName } = await aPerson(test.deps)
    const client = new DeskClient(app)
    await client.get('/desk/sign-in')
    const tryWith = (name: string) => client.post('/desk/sign-in', { 'login-name': name, password: 'wrong', next: '' })
    const known = await tryWith(loginName)
    const unknown = await tryWith('nobody.at.all')
    expect([known.status, unknown.status]).to.deep.equal([422, 422])
    expect(known.text.replace(loginName, '')).to.equal(unknown.text.replace('nobody.at.all', ''))
    for (let turn = 0; turn < 4; turn += 1) await tryWith(loginName)
    const refused = await tryWith(loginName)
    expect([refused.status, refused.get('Retry-After')]).to.deep.equal([429, '900'])
    expect(refused.text).to.include('Try again in 15 minutes')
  })

  it('are kept by no cache', async () => {
    const { id } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const token = await aToken(test.deps, id, { isFull: true })
    for (const carried of [null, token])
      for (const path of ['/desk/sign-in', '/desk/account', '/desk/people', '/desk/people/p-nobody', '/desk/nothing'])
        expect((await new DeskClient(app, carried).get(path)).get('Cache-Control'), path).to.equal('no-store')
  })

  it('draw for an account what can be done with it in its state, and carry it out', async () => {
    await aStoredConsultation(test.deps, 'high-street')
    const admin = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const client = new DeskClient(app, await aToken(test.deps, admin.id, { isFull: true }))
    const { code } = await aPerson(test.deps)
    const path = `/desk/people/${code}`
    const forms = async (): Promise<readonly string[]> =>
      [...(await client.get(path)).text.matchAll(/action="\/desk\/people\/[^/"]+\/([^"]+)"/g)].map(
        match => match[1] ?? '',
      )
    expect(await forms()).to.deep.equal(['roles', 'reset', 'disable'])
    const grant = { role: 'editor', consultation: 'body-of-high-street/high-street' }
    expect((await client.post(`${path}/roles`, grant)).get('Location')).to.equal(path)
    expect(await forms()).to.deep.equal(['roles/end', 'roles', 'reset', 'disable'])
    expect((await client.post(`${path}/roles/end`, grant)).status).to.equal(303)
    expect((await client.post(`${path}/roles`, { role: 'editor', consultation: '' })).status).to.equal(422)
    expect((await client.post(`${path}/roles`, { role: 'king', consultation: '' })).status).to.equal(400)
    expect((await client.post(`${path}/reset`, { 'clears-second-step': 'yes' })).text).to.include('/desk/reset?code')
    expect((await client.post(`${path}/disable`)).status).to.equal(303)
    expect(await forms()).to.deep.equal(['enable'])
    expect((await client.post(`${path}/disable`)).status).to.equal(409)
    expect((await client.post(`${path}/enable`)).status).to.equal(303)
    expect((await client.get(`/desk/people/${admin.code}`)).text, 'nobody closes their own account').to.not.include(
      '/disable',
    )
  })

  it('are left for pages of the desk only, never for another site', () => {
    for (const next of ['/desk/people', '/desk', '/desk/people?group=a&page=2', '/desk/a-b/c.d'])
      expect(safeNext(next)).to.equal(next)
    for (const next of [
      '',
      'https://x.example',
      '//x.example',
      '/desk//x.example',
      '/desk/../admin',
      '/desk\\x',
      '/deskx',
      '/desk/a\r\nSet-Cookie: x',
      '/desk/%2f',
      'javascript:alert(1)',
    ])
      expect(safeNext(next), next).to.equal('/desk/account')
  })
})
