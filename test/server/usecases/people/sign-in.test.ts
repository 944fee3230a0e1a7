import { expect } from 'chai'
import { readAccountSecrets, writeAccount } from '../../../../data/store/accounts.ts'
import { PasswordHasher } from '../../../../server/usecases/people/password-hasher.ts'
import { readSession } from '../../../../server/usecases/people/read-session.ts'
import { signIn } from '../../../../server/usecases/people/sign-in.ts'
import {
  ADMIN,
  aPerson,
  aSession,
  cheapHasher,
  dumpStore,
  openPeopleTest,
  PASSWORD,
  type PeopleTest,
} from '../../../support/people.ts'

describe('signing in', () => {
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest()
  })
  afterEach(() => test.close())

  const tryWith = (loginName: string, password: string, address = '192.0.2.1') =>
    signIn(test.deps, null, { loginName, password, address })

  it('opens a session with the right password, and the name in any case', async () => {
    const { loginName, id } = await aPerson(test.deps)
    const result = await tryWith(` ${loginName.toUpperCase()} `, PASSWORD)
    if (result.status !== 'signed-in') throw new Error(result.status)
    expect((await readSession(test.deps, result.token))?.account.id).to.equal(id)
  })

  it('is impossible in a fresh store: there is no default account', async () => {
    expect(await test.deps.store.reader.selectFrom('accounts').selectAll().execute()).to.deep.equal([])
    for (const name of ['admin', 'root', 'said', ''])
      for (const password of ['admin', 'password', ''])
        expect((await tryWith(name, password, `192.0.2.${name.length * 10 + password.length}`)).status).to.equal(
          'wrong',
        )
  })

  it('answers a wrong password, an unknown name, a closed account and one without a password alike, after the same work', async () => {
    const known = await aPerson(test.deps)
    const closed = await aPerson(test.deps, { state: 'disabled' })
    const invited = await aPerson(test.deps, { state: 'invited', password: null })
    for (const [loginName, password] of [
      [known.loginName, 'not the right one'],
      ['nobody.at.all', PASSWORD],
      ['!', PASSWORD],
      [closed.loginName, PASSWORD],
      [invited.loginName, PASSWORD],
    ] as const) {
      const passwords = cheapHasher()
      const result = await signIn({ ...test.deps, passwords }, null, { loginName, password, address: '192.0.2.1' })
      expect(result, loginName).to.deep.equal({ status: 'wrong' })
      expect(passwords.derivationCount, loginName).to.equal(1)
    }
  })

  it('refuses the sixth try within 15 minutes before any hashing, known name or not, even with the right password', async () => {
    const known = await aPerson(test.deps)
    for (const loginName of [known.loginName, 'nobody.at.all']) {
      for (let turn = 0; turn < 5; turn += 1) expect((await tryWith(loginName, 'wrong')).status).to.equal('wrong')
      const before = test.deps.passwords.derivationCount
      expect(await tryWith(loginName, PASSWORD)).to.deep.equal({ status: 'throttled', retryInMinutes: 15 })
      expect(test.deps.passwords.derivationCount).to.equal(before)
    }
  })

  it('locks nobody out for good: 15 minutes later the right password opens', async () => {
    const { loginName } = await aPerson(test.deps)
    for (let turn = 0; turn < 5; turn += 1) await tryWith(loginName, 'wrong')
    test.wait(14)
    expect(await tryWith(loginName, PASSWORD)).to.deep.equal({ status: 'throttled', retryInMinutes: 1 })
    test.wait(1)
    expect((await tryWith(loginName, PASSWORD)).status).to.equal('signed-in')
  })

  it('forgets failures once the right password came', async () => {
    const { loginName } = await aPerson(test.deps)
    for (let round = 0; round < 3; round += 1) {
      for (let turn = 0; turn < 4; turn += 1) await tryWith(loginName, 'wrong', `192.0.2.${round}`)
      expect((await tryWith(loginName, PASSWORD, `192.0.2.${round}`)).status).to.equal('signed-in')
    }
  })

  it('refuses the 21st failure from one address, whatever the names; an IPv6 line is one address', async () => {
    const { loginName } = await aPerson(test.deps)
    for (let turn = 0; turn < 20; turn += 1)
      expect((await tryWith(`nobody.${turn}`, PASSWORD, `2001:db8:1:2::${turn}`)).status).to.equal('wrong')
    expect((await tryWith(loginName, PASSWORD, '2001:db8:1:2:ffff::1')).status).to.equal('throttled')
    expect((await tryWith(loginName, PASSWORD, '2001:db8:1:3::1')).status).to.equal('signed-in')
  })

  it('lets through five of fifty tries that come at the same moment', async () => {
    const { loginName } = await aPerson(test.deps)
    const before = test.deps.passwords.derivationCount
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, turn) => tryWith(loginName, 'wrong', `192.0.2.${turn}`)),
    )
    expect(results.filter(({ status }) => status === 'wrong')).to.have.length(5)
    expect(test.deps.passwords.derivationCount - before).to.equal(5)
  })

  it('does not count a try that we were too busy for', async () => {
    const { loginName } = await aPerson(test.deps)
    const passwords = cheapHasher()
    const verify = passwords.verify.bind(passwords)
    // Ten others have just taken every place.
    passwords.verify = (password, stored) => {
      for (let other = 0; other < 10; other += 1) void passwords.hash('x')
      return verify(password, stored)
    }
    const command = { loginName, password: 'wrong', address: '192.0.2.1' }
    const refused = await signIn({ ...test.deps, passwords }, null, command).catch((error: unknown) => error)
    expect(refused).to.include({ code: 'busy' })
    expect(await test.deps.store.reader.selectFrom('loginAttempts').selectAll().execute()).to.deep.equal([])
  })

  it('brings a hash made at an older cost up to today’s', async () => {
    const { loginName, id } = await aPerson(test.deps)
    const deps = { ...test.deps, passwords: new PasswordHasher({ log2N: 5, r: 8, p: 1 }) }
    const first = await signIn(deps, null, { loginName, password: PASSWORD, address: '192.0.2.1' })
    expect(first.status).to.equal('signed-in')
    expect((await readAccountSecrets(deps.store.reader, id)).passwordHash).to.match(/^\$scrypt\$ln=5,/)
    const again = await signIn(deps, null, { loginName, password: PASSWORD, address: '192.0.2.1' })
    expect(again.status).to.equal('signed-in')
  })

  it('opens nothing when the account is closed while the hash is computed', async () => {
    const { loginName, id } = await aPerson(test.deps)
    const passwords = cheapHasher()
    const verify = passwords.verify.bind(passwords)
    passwords.verify = async (password, stored) => {
      const isRight = await verify(password, stored)
      await test.deps.store.write(tx => writeAccount(tx, id, { state: 'disabled' }))
      return isRight
    }
    const result = await signIn({ ...test.deps, passwords }, null, {
      loginName,
      password: PASSWORD,
      address: '192.0.2.1',
    })
    expect(result).to.deep.equal({ status: 'wrong' })
  })

  it('keeps no address and no name longer than the window, and the name only as a hash', async () => {
    await tryWith('nobody.at.all', 'wrong')
    expect(await dumpStore(test.deps)).to.not.include('nobody.at.all')
    test.wait(16)
    await tryWith('somebody.else', 'wrong', '198.51.100.7')
    const dump = await dumpStore(test.deps)
    expect(dump).to.include('198.51.100.7')
    expect(dump).to.not.include('192.0.2.1')
  })

  it('is not for those who have signed in', async () => {
    const { id, loginName } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const session = await aSession(test.deps, id)
    const refused = await signIn(test.deps, session, { loginName, password: PASSWORD, address: '' }).catch(
      (error: unknown) => error,
    )
    expect(refused).to.include({ name: 'AppError', code: 'forbidden' })
  })
})
