import { expect } from 'chai'
import { unixSecondsOf } from '../../../../server/usecases/people/instants.ts'
import {
  beginEnrolment,
  confirmEnrolment,
  showEnrolment,
} from '../../../../server/usecases/people/enrol-second-step.ts'
import { enterSecondStep } from '../../../../server/usecases/people/enter-second-step.ts'
import { readSession } from '../../../../server/usecases/people/read-session.ts'
import { renewRecoveryCodes } from '../../../../server/usecases/people/renew-recovery-codes.ts'
import { sealSecret, unsealSecret } from '../../../../server/usecases/people/seal-secret.ts'
import { readSecret } from '../../../../server/usecases/people/second-step.ts'
import { stepAt, totpCode } from '../../../../server/usecases/people/totp.ts'
import {
  ADMIN,
  aPerson,
  aSession,
  aStoredConsultation,
  aToken,
  dumpStore,
  openPeopleTest,
  PASSWORD,
  TOTP_SECRET,
  type PeopleTest,
} from '../../../support/people.ts'

describe('the second step', () => {
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest()
  })
  afterEach(() => test.close())

  const codeNow = (secret: Uint8Array = TOTP_SECRET, offset = 0): string =>
    totpCode(secret, stepAt(unixSecondsOf(test.deps.clock.now())) + offset)
  const halfWay = async () =>
    aSession(test.deps, (await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })).id, 'second-step')

  it('makes the session a full one under a new token; the one before opens nothing', async () => {
    const { id } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const session = await aSession(test.deps, id, 'second-step')
    const result = await enterSecondStep(test.deps, session, codeNow())
    if (result.status !== 'signed-in') throw new Error(result.status)
    expect((await readSession(test.deps, result.token))?.stage).to.equal('full')
    const rows = await test.deps.store.reader.selectFrom('sessions').selectAll().execute()
    expect(rows, 'one session: its token was replaced').to.have.length(1)
  })

  it('takes each code once, also in another session, and also of a step before one used', async () => {
    const session = await halfWay()
    const again = await aSession(test.deps, session.account.id, 'second-step')
    expect((await enterSecondStep(test.deps, session, codeNow())).status).to.equal('signed-in')
    expect((await enterSecondStep(test.deps, again, codeNow())).status).to.equal('wrong')
    expect((await enterSecondStep(test.deps, again, codeNow(TOTP_SECRET, -1))).status).to.equal('wrong')
    expect((await enterSecondStep(test.deps, again, codeNow(TOTP_SECRET, 1))).status).to.equal('signed-in')
  })

  it('takes one code once when four send it at the same moment', async () => {
    const session = await halfWay()
    const sessions = await Promise.all(
      Array.from({ length: 4 }, () => aSession(test.deps, session.account.id, 'second-step')),
    )
    const results = await Promise.all(sessions.map(each => enterSecondStep(test.deps, each, codeNow())))
    expect(results.filter(({ status }) => status === 'signed-in')).to.have.length(1)
  })

  it('refuses the sixth try within 15 minutes, even with the right code, and opens again after them', async () => {
    const session = await halfWay()
    for (let turn = 0; turn < 5; turn += 1)
      expect((await enterSecondStep(test.deps, session, '000000')).status).to.equal('wrong')
    expect(await enterSecondStep(test.deps, session, codeNow())).to.deep.equal({
      status: 'throttled',
      retryInMinutes: 15,
    })
    test.wait(15)
    expect((await enterSecondStep(test.deps, session, codeNow())).status).to.equal('signed-in')
  })

  it('is set up with the first code of the app; then the account needs it and other sessions end', async () => {
    const { id } = await aPerson(test.deps, { grants: [ADMIN] })
    const session = await aSession(test.deps, id, 'must-enrol')
    await aSession(test.deps, id, 'must-enrol')
    expect(await showEnrolment(test.deps, session)).to.equal(null)
    expect((await beginEnrolment(test.deps, session, 'wrong')).status).to.equal('wrong-password')
    expect((await beginEnrolment(test.deps, session, PASSWORD)).status).to.equal('confirmed')
    const secret =
      (await readSecret(test.deps.store.reader, test.deps, id, 'pendingSecondStepSecret')) ?? Buffer.alloc(0)
    expect((await showEnrolment(test.deps, session))?.text.replaceAll(' ', '')).to.match(/^[A-Z2-7]{32}$/)
    const shift = codeNow(secret) === '000000' ? '000001' : '000000'
    expect((await confirmEnrolment(test.deps, session, shift)).status).to.equal('wrong')
    const result = await confirmEnrolment(test.deps, session, codeNow(secret))
    if (result.status !== 'enrolled') throw new Error(result.status)
    expect((await readSession(test.deps, result.token))?.stage).to.equal('full')
    expect(await test.deps.store.reader.selectFrom('sessions').selectAll().execute()).to.have.length(1)
    expect(await showEnrolment(test.deps, await aSession(test.deps, id)), 'the key is not shown again').to.equal(null)
    const next = await aSession(test.deps, id, 'second-step')
    expect(
      (await enterSecondStep(test.deps, next, codeNow(secret))).status,
      'the code of the enrolment was used',
    ).to.equal('wrong')
  })

  it('gives ten recovery codes; each opens once, however it is typed; new ones replace the old', async () => {
    const { id } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    const made = await renewRecoveryCodes(test.deps, await aSession(test.deps, id), PASSWORD)
    if (made.status !== 'renewed') throw new Error(made.status)
    expect(new Set(made.recoveryCodes).size).to.equal(10)
    const [first = '', second = ''] = made.recoveryCodes
    const enter = async (code: string) =>
      (await enterSecondStep(test.deps, await aSession(test.deps, id, 'second-step'), code)).status
    expect(await enter(first.toLowerCase().replaceAll('-', ' '))).to.equal('signed-in')
    expect(await enter(first)).to.equal('wrong')
    const dump = await dumpStore(test.deps)
    for (const code of made.recoveryCodes) expect(dump).to.not.include(code).and.not.include(code.replaceAll('-', ''))
    await renewRecoveryCodes(test.deps, await aSession(test.deps, id), PASSWORD)
    expect(await enter(second)).to.equal('wrong')
  })

  it('gives no recovery codes without the password, or where there is no second step', async () => {
    const { id } = await aPerson(test.deps, { grants: [ADMIN], hasSecondStep: true })
    expect((await renewRecoveryCodes(test.deps, await aSession(test.deps, id), 'wrong')).status).to.equal(
      'wrong-password',
    )
    const bare = await aSession(test.deps, (await aPerson(test.deps)).id)
    expect((await renewRecoveryCodes(test.deps, bare, PASSWORD)).status).to.equal('no-second-step')
  })

  it('is asked of reviewers, editors and admins, and of a council only if it has set one up', async () => {
    const stageWith = async (role: 'council' | 'reviewer' | 'editor' | 'admin', hasSecondStep: boolean) => {
      const consultationId = role === 'admin' ? null : await aStoredConsultation(test.deps, `${role}-${hasSecondStep}`)
      const { id } = await aPerson(test.deps, { grants: [{ role, consultationId }], hasSecondStep })
      return (await readSession(test.deps, await aToken(test.deps, id, { isFull: false })))?.stage
    }
    for (const role of ['reviewer', 'editor', 'admin'] as const) {
      expect(await stageWith(role, false), role).to.equal('must-enrol')
      expect(await stageWith(role, true), role).to.equal('second-step')
    }
    expect(await stageWith('council', false)).to.equal('full')
    expect(await stageWith('council', true)).to.equal('second-step')
  })

  it('has its secret sealed in the store: with another key, for another account, or a byte changed it does not open', () => {
    const key = test.deps.secretKey()
    const sealed = sealSecret(key, 'one', TOTP_SECRET)
    expect(unsealSecret(key, 'one', sealed).equals(TOTP_SECRET)).to.equal(true)
    expect(Buffer.from(sealed, 'base64').includes(TOTP_SECRET)).to.equal(false)
    expect(() => unsealSecret(key, 'two', sealed)).to.throw()
    expect(() => unsealSecret(Buffer.alloc(32), 'one', sealed)).to.throw()
    const bytes = Buffer.from(sealed, 'base64')
    for (const place of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(() => unsealSecret(key, 'one', changed.toString('base64')), String(place)).to.throw()
    }
  })
})
