import { expect } from 'chai'
import { changePassword } from '../../../../server/usecases/people/change-password.ts'
import { grantRole, revokeRole } from '../../../../server/usecases/people/change-role.ts'
import { disablePerson, enablePerson } from '../../../../server/usecases/people/close-account.ts'
import { endOtherSessions } from '../../../../server/usecases/people/end-other-sessions.ts'
import { makeToken } from '../../../../server/usecases/people/one-time-code.ts'
import { sha256Of } from '../../../../server/usecases/sha256-of.ts'
import { readSession } from '../../../../server/usecases/people/read-session.ts'
import { signIn } from '../../../../server/usecases/people/sign-in.ts'
import { signOut } from '../../../../server/usecases/people/sign-out.ts'
import {
  ADMIN,
  anAdmin,
  aPerson,
  aSession,
  aStoredConsultation,
  aToken,
  dumpStore,
  openPeopleTest,
  PASSWORD,
  type PeopleTest,
} from '../../../support/people.ts'

describe('a session', () => {
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest()
  })
  afterEach(() => test.close())

  const who = async (token: string) => (await readSession(test.deps, token))?.account.id ?? null

  it('has a token of 256 bits, new at every sign-in, of which the store keeps the SHA-256 alone', async () => {
    const { loginName } = await aPerson(test.deps)
    const tokens: string[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      const result = await signIn(test.deps, null, { loginName, password: PASSWORD, address: '192.0.2.1' })
      if (result.status === 'signed-in') tokens.push(result.token)
    }
    expect(new Set(tokens).size).to.equal(2)
    const dump = await dumpStore(test.deps)
    for (const token of tokens) {
      expect(Buffer.from(token, 'base64url')).to.have.length(32)
      expect(dump).to.not.include(token)
      expect(dump).to.include(sha256Of(token))
      expect(await who(sha256Of(token)), 'what the store holds opens nothing').to.equal(null)
    }
  })

  it('ends after 30 minutes without a visit, and goes on with one', async () => {
    const { id } = await aPerson(test.deps)
    const token = await aToken(test.deps, id, { isFull: true })
    for (let visit = 0; visit < 3; visit += 1) {
      test.wait(29)
      expect(await who(token)).to.equal(id)
    }
    test.wait(30)
    expect(await who(token)).to.equal(null)
  })

  it('ends after 12 hours however busy', async () => {
    const { id } = await aPerson(test.deps)
    const token = await aToken(test.deps, id, { isFull: true })
    for (let visit = 0; visit < 35; visit += 1) {
      test.wait(20)
      expect(await who(token), `${visit}`).to.equal(id)
    }
    test.wait(20)
    expect(await who(token)).to.equal(null)
  })

  it('ends at once on the server when the person signs out', async () => {
    const { id } = await aPerson(test.deps)
    const token = await aToken(test.deps, id, { isFull: true })
    await signOut(test.deps, await readSession(test.deps, token))
    expect(await who(token)).to.equal(null)
  })

  it('ends everywhere else when the person asks for it', async () => {
    const { id } = await aPerson(test.deps)
    const tokens = await Promise.all([1, 2].map(() => aToken(test.deps, id, { isFull: true })))
    const here = await readSession(test.deps, tokens[0] ?? '')
    if (here === null) throw new Error('no session')
    await endOtherSessions(test.deps, here)
    expect(await Promise.all(tokens.map(who))).to.deep.equal([id, null])
  })

  it('ends everywhere when the account is closed, and does not come back when it is opened again', async () => {
    const admin = await anAdmin(test.deps)
    const { id } = await aPerson(test.deps)
    const tokens = await Promise.all([1, 2].map(() => aToken(test.deps, id, { isFull: true })))
    await disablePerson(test.deps, admin, id)
    expect(await Promise.all(tokens.map(who))).to.deep.equal([null, null])
    await enablePerson(test.deps, admin, id)
    expect(await Promise.all(tokens.map(who))).to.deep.equal([null, null])
  })

  it('ends everywhere else with a new password, and goes on here under a new token', async () => {
    const { id, loginName } = await aPerson(test.deps)
    const here = await aToken(test.deps, id, { isFull: true })
    const elsewhere = await aToken(test.deps, id, { isFull: true })
    const session = await readSession(test.deps, here)
    if (session === null) throw new Error('no session')
    const refused = await changePassword(test.deps, session, { current: 'wrong', next: 'nine loud geese' })
    expect(refused.status).to.equal('wrong-password')
    const weak = await changePassword(test.deps, session, { current: PASSWORD, next: 'password1234' })
    expect(weak.status).to.equal('weak')
    expect(await who(here), 'nothing has happened so far').to.equal(id)
    const changed = await changePassword(test.deps, session, { current: PASSWORD, next: 'nine loud geese' })
    if (changed.status !== 'changed') throw new Error(changed.status)
    expect(await Promise.all([here, elsewhere, changed.token].map(who))).to.deep.equal([null, null, id])
    const old = await signIn(test.deps, null, { loginName, password: PASSWORD, address: '192.0.2.1' })
    expect(old.status).to.equal('wrong')
  })

  it('is replaced when the person’s roles change: another signs in again, one’s own goes on under a new token', async () => {
    const consultationId = await aStoredConsultation(test.deps)
    const grant = { role: 'reviewer', consultationId } as const
    const { id: adminId } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const { id } = await aPerson(test.deps)
    for (const change of [grantRole, revokeRole]) {
      const before = await aToken(test.deps, id, { isFull: true })
      const other = await change(test.deps, await aSession(test.deps, adminId), id, grant)
      expect(other).to.deep.equal({ status: 'changed', token: null })
      expect(await who(before)).to.equal(null)

      const own = await aToken(test.deps, adminId, { isFull: true })
      const session = await readSession(test.deps, own)
      if (session === null) throw new Error('no session')
      const changed = await change(test.deps, session, adminId, grant)
      if (changed.status !== 'changed' || changed.token === null) throw new Error(changed.status)
      expect(await Promise.all([own, changed.token].map(who))).to.deep.equal([null, adminId])
    }
  })

  it('of nobody is what a made-up token opens', async () => {
    expect(await who(makeToken())).to.equal(null)
    expect(await who('')).to.equal(null)
  })

  it('that is over is forgotten at the next sign-in', async () => {
    const { id, loginName } = await aPerson(test.deps)
    await aToken(test.deps, id, { isFull: true })
    test.wait(31)
    await signIn(test.deps, null, { loginName, password: PASSWORD, address: '192.0.2.1' })
    expect(await test.deps.store.reader.selectFrom('sessions').selectAll().execute()).to.have.length(1)
  })
})
