import { expect } from 'chai'
import { findOpenInvite } from '../../../../data/store/invites.ts'
import { acceptInvite } from '../../../../server/usecases/people/accept-invite.ts'
import { disablePerson } from '../../../../server/usecases/people/close-account.ts'
import { createFirstAdmin, resetFromCommandLine } from '../../../../server/usecases/people/create-first-admin.ts'
import { invitePerson, renewInvite, resetPerson } from '../../../../server/usecases/people/invite-person.ts'
import { hashOfCode } from '../../../../server/usecases/people/one-time-code.ts'
import { readSession } from '../../../../server/usecases/people/read-session.ts'
import { signIn } from '../../../../server/usecases/people/sign-in.ts'
import {
  ADMIN,
  anAdmin,
  aPerson,
  aStoredConsultation,
  aToken,
  dumpStore,
  openPeopleTest,
  PASSWORD,
  type PeopleTest,
} from '../../../support/people.ts'
import { TEST_NOW } from '../../../support/temporary-store.ts'

describe('a one-time code', () => {
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest()
  })
  afterEach(() => test.close())

  const accept = (purpose: 'join' | 'reset', code: string, password = PASSWORD) =>
    acceptInvite(test.deps, null, { purpose, code, password, address: '192.0.2.1' })
  const names = { loginName: 'margaret', displayName: 'Margaret' }

  it('opens an account once, within 24 hours; of the code the store keeps a hash alone', async () => {
    const { code, link } = await createFirstAdmin(test.deps, names)
    expect(link).to.equal(`http://localhost:3000/desk/join?code=${code}`)
    const dump = await dumpStore(test.deps)
    expect(dump).to.not.include(code).and.not.include(code.replaceAll('-', ''))
    test.wait(24 * 60 - 1)
    const accepted = await accept('join', code.toLowerCase())
    if (accepted.status !== 'accepted') throw new Error(accepted.status)
    expect((await readSession(test.deps, accepted.token))?.stage).to.equal('must-enrol')
    expect((await accept('join', code)).status).to.equal('wrong-code')
  })

  it('is worth nothing after 24 hours', async () => {
    const { code } = await createFirstAdmin(test.deps, names)
    test.wait(24 * 60)
    expect((await accept('join', code)).status).to.equal('wrong-code')
  })

  it('for one purpose is worth nothing for the other, too old or not', async () => {
    const { code } = await createFirstAdmin(test.deps, names)
    expect((await accept('reset', code)).status).to.equal('wrong-code')
    test.wait(24 * 60)
    expect((await accept('reset', code)).status, 'an expired invite through the reset page').to.equal('wrong-code')
    const { reader } = test.deps.store
    const open = (purpose: 'join' | 'reset') => findOpenInvite(reader, purpose, hashOfCode(code), TEST_NOW)
    expect([(await open('join'))?.purpose, await open('reset')], 'nor does the store find it').to.deep.equal([
      'join',
      null,
    ])
    const { loginName } = await aPerson(test.deps)
    const reset = await resetFromCommandLine(test.deps, loginName)
    expect((await accept('join', reset.code)).status).to.equal('wrong-code')
    expect((await accept('reset', reset.code)).status).to.equal('accepted')
  })

  it('is used by one of five who send it at the same moment', async () => {
    const { code } = await createFirstAdmin(test.deps, names)
    const results = await Promise.all(Array.from({ length: 5 }, () => accept('join', code)))
    expect(results.filter(({ status }) => status === 'accepted')).to.have.length(1)
  })

  it('is not used up by a password that cannot be taken', async () => {
    const { code } = await createFirstAdmin(test.deps, names)
    expect((await accept('join', code, 'short')).status).to.equal('weak')
    expect((await accept('join', code, 'margaret 1961')).status).to.equal('weak')
    expect((await accept('join', code)).status).to.equal('accepted')
  })

  it('is guessed at most 20 times in 15 minutes from one address', async () => {
    const { code } = await createFirstAdmin(test.deps, names)
    for (let turn = 0; turn < 20; turn += 1)
      expect((await accept('join', `WRONG-${turn}`)).status).to.equal('wrong-code')
    expect((await accept('join', code)).status).to.equal('throttled')
  })

  it('is replaced by a newer one', async () => {
    const admin = await anAdmin(test.deps)
    const consultationId = await aStoredConsultation(test.deps)
    const invited = await invitePerson(test.deps, admin, names, { role: 'reviewer', consultationId })
    if (invited.status !== 'invited') throw new Error(invited.problem)
    const account = await test.deps.store.reader
      .selectFrom('accounts')
      .select('id')
      .where('code', '=', invited.personCode)
      .executeTakeFirstOrThrow()
    const newer = await renewInvite(test.deps, admin, account.id)
    expect((await accept('join', invited.issued.code)).status).to.equal('wrong-code')
    expect((await accept('join', newer.code)).status).to.equal('accepted')
  })

  it('ends with the account it is for', async () => {
    const admin = await anAdmin(test.deps)
    const person = await aPerson(test.deps)
    const { code } = await resetPerson(test.deps, admin, person.id, { clearsSecondStep: false })
    await disablePerson(test.deps, admin, person.id)
    expect((await accept('reset', code)).status).to.equal('wrong-code')
  })

  it('for a new password ends every session and keeps the second step, unless it says that it is lost', async () => {
    const admin = await anAdmin(test.deps)
    for (const clearsSecondStep of [false, true]) {
      const person = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
      const before = await aToken(test.deps, person.id, { isFull: true })
      const { code } = await resetPerson(test.deps, admin, person.id, { clearsSecondStep })
      const accepted = await accept('reset', code, 'nine loud geese')
      if (accepted.status !== 'accepted') throw new Error(accepted.status)
      expect(await readSession(test.deps, before)).to.equal(null)
      const stage = (await readSession(test.deps, accepted.token))?.stage
      expect(stage).to.equal(clearsSecondStep ? 'must-enrol' : 'second-step')
      const old = await signIn(test.deps, null, {
        loginName: person.loginName,
        password: PASSWORD,
        address: '192.0.2.1',
      })
      expect(old.status).to.equal('wrong')
    }
  })
})

describe('the first admin', () => {
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest()
  })
  afterEach(() => test.close())
  const refusalOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)
  const join = (code: string) =>
    acceptInvite(test.deps, null, { purpose: 'join', code, password: PASSWORD, address: '192.0.2.1' })

  it('is made from the command line, once: after that admins invite each other', async () => {
    const { code } = await createFirstAdmin(test.deps, { loginName: 'Margaret ', displayName: 'Margaret' })
    expect((await join(code)).status).to.equal('accepted')
    const again = await refusalOf(createFirstAdmin(test.deps, { loginName: 'other', displayName: 'Other' }))
    expect(again).to.include({ code: 'conflict' })
  })

  it('can be asked for again while the code has not been used; the code before is then worth nothing', async () => {
    const names = { loginName: 'margaret', displayName: 'Margaret' }
    const first = await createFirstAdmin(test.deps, names)
    const second = await createFirstAdmin(test.deps, names)
    expect((await join(first.code)).status).to.equal('wrong-code')
    expect((await join(second.code)).status).to.equal('accepted')
  })

  it('has a name that can be typed', async () => {
    for (const loginName of ['', 'ab', 'two words', '<b>', 'a'.repeat(65)])
      expect(await refusalOf(createFirstAdmin(test.deps, { loginName, displayName: 'x' })), loginName).to.include({
        code: 'bad-request',
      })
    expect(await refusalOf(createFirstAdmin(test.deps, { loginName: 'margaret', displayName: 'a\u0000b' }))).to.include(
      { code: 'bad-request' },
    )
  })

  it('gets no reset for an account that is not open', async () => {
    const { loginName } = await aPerson(test.deps, { state: 'disabled' })
    expect(await refusalOf(resetFromCommandLine(test.deps, loginName))).to.include({ code: 'not-found' })
    expect(await refusalOf(resetFromCommandLine(test.deps, 'nobody'))).to.include({ code: 'not-found' })
  })
})
