import { expect } from 'chai'
import { GRANTED_ROLES, grantProblem, type Grant } from '../../../../data/model/account.ts'
import { readGrants } from '../../../../data/store/accounts.ts'
import { insertRecords } from '../../../../data/store/records.ts'
import { endMark, insertMark } from '../../../../data/store/releases.ts'
import { authorise, rolesToward } from '../../../../server/usecases/people/authorise.ts'
import { grantRole, revokeRole } from '../../../../server/usecases/people/change-role.ts'
import { disablePerson, enablePerson } from '../../../../server/usecases/people/close-account.ts'
import { invitePerson } from '../../../../server/usecases/people/invite-person.ts'
import { listPeople } from '../../../../server/usecases/people/list-people.ts'
import { a } from '../../../support/builders.ts'
import {
  ADMIN,
  anAdmin,
  aPerson,
  aSession,
  aStoredConsultation,
  openPeopleTest,
  type PeopleTest,
} from '../../../support/people.ts'

const refusalOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('a role', () => {
  let test: PeopleTest
  let first: string
  let second: string
  beforeEach(async () => {
    test = await openPeopleTest()
    first = await aStoredConsultation(test.deps, 'first')
    second = await aStoredConsultation(test.deps, 'second')
  })
  afterEach(() => test.close())

  const sessionWith = async (...grants: readonly Grant[]) =>
    aSession(test.deps, (await aPerson(test.deps, { grants, hasSecondStep: true })).id)

  it('in one consultation is worth nothing in another, which is then as if it were not there', async () => {
    const session = await sessionWith({ role: 'reviewer', consultationId: first })
    expect((await authorise(test.deps, session, 'point.judge', first)).by).to.equal(session.account.code)
    for (const elsewhere of [second, 'no-such-consultation'])
      expect(await refusalOf(authorise(test.deps, session, 'point.judge', elsewhere)), elsewhere).to.include({
        code: 'not-found',
        message: 'There is no page under this address.',
      })
  })

  it('that cannot do it is told so where the consultation is its own', async () => {
    const session = await sessionWith({ role: 'council', consultationId: first })
    expect(await refusalOf(authorise(test.deps, session, 'point.judge', first))).to.include({ code: 'forbidden' })
    expect((await authorise(test.deps, session, 'reply.write', first)).roles).to.include('council')
  })

  it('is worth nothing before the second step', async () => {
    const { id } = await aPerson(test.deps, {
      grants: [ADMIN, { role: 'reviewer', consultationId: first }],
      hasSecondStep: true,
    })
    const half = await aSession(test.deps, id, 'second-step')
    expect(rolesToward(half, first)).to.deep.equal(['reader'])
    expect(await refusalOf(authorise(test.deps, half, 'people.see', null))).to.include({
      name: 'AppError',
      stage: 'second-step',
    })
    expect(await refusalOf(authorise(test.deps, half, 'point.judge', first))).to.include({ stage: 'second-step' })
  })

  it('of nobody reads what is published, and asks to sign in for everything else, whether it is there or not', async () => {
    const mark = {
      id: test.deps.newId(),
      consultationId: first,
      mark: 'draft',
      setAt: test.deps.clock.now(),
      setBy: 'test',
    } as const
    await test.deps.store.write(tx => insertMark(tx, mark))
    expect(await refusalOf(authorise(test.deps, null, 'consultation.see', first))).to.include({ code: 'not-found' })
    await test.deps.store.write(tx => endMark(tx, first, { endedAt: test.deps.clock.now(), endedBy: 'test' }))
    await test.deps.store.write(tx =>
      insertRecords(tx, 'release', [a('release', { consultationId: first, isWithdrawn: 'no' })]),
    )
    expect((await authorise(test.deps, null, 'consultation.see', first)).by).to.equal('reader')
    for (const target of [first, 'no-such-consultation'])
      expect(await refusalOf(authorise(test.deps, null, 'point.judge', target))).to.include({ stage: 'none' })
    await test.deps.store.write(tx =>
      insertRecords(tx, 'release', [
        a('release', { consultationId: first, publishedAt: '2026-06-01T00:00:00.000Z', isWithdrawn: 'yes' }),
      ]),
    )
    expect(await refusalOf(authorise(test.deps, null, 'consultation.see', first))).to.include({ code: 'not-found' })
  })

  it('is held for one consultation, but an admin for the site', () => {
    for (const role of GRANTED_ROLES) {
      expect(grantProblem({ role, consultationId: null }) === null, role).to.equal(role === 'admin')
      expect(grantProblem({ role, consultationId: first }) === null, role).to.equal(role !== 'admin')
    }
  })

  it('is given by an admin alone', async () => {
    const { id } = await aPerson(test.deps)
    const grant = { role: 'reviewer', consultationId: first } as const
    for (const role of ['council', 'reviewer', 'editor'] as const) {
      const session = await sessionWith({ role, consultationId: first })
      expect(await refusalOf(grantRole(test.deps, session, id, grant)), role).to.include({ code: 'forbidden' })
      expect(await refusalOf(grantRole(test.deps, session, session.account.id, ADMIN)), role).to.include({
        code: 'forbidden',
      })
      expect(await refusalOf(listPeople(test.deps, session)), role).to.include({ code: 'forbidden' })
    }
    expect((await grantRole(test.deps, await anAdmin(test.deps), id, grant)).status).to.equal('changed')
    expect(await readGrants(test.deps.store.reader, id)).to.deep.equal([grant])
  })

  it('is held once, also when it is given twenty times at the same moment', async () => {
    const admin = await anAdmin(test.deps)
    const { id } = await aPerson(test.deps)
    const grant = { role: 'editor', consultationId: second } as const
    const results = await Promise.all(Array.from({ length: 20 }, () => grantRole(test.deps, admin, id, grant)))
    expect(results.filter(({ status }) => status === 'changed')).to.have.length(1)
    expect(await readGrants(test.deps.store.reader, id)).to.have.length(1)
    await revokeRole(test.deps, admin, id, grant)
    expect(
      (await grantRole(test.deps, admin, id, grant)).status,
      'after it was taken away it can be given again',
    ).to.equal('changed')
    const kept = await test.deps.store.reader.selectFrom('roleGrants').selectAll().where('accountId', '=', id).execute()
    expect(kept, 'what was stays on record').to.have.length(2)
  })

  it('is not given where there is no such consultation', async () => {
    const admin = await anAdmin(test.deps)
    const { id } = await aPerson(test.deps)
    expect((await grantRole(test.deps, admin, id, { role: 'editor', consultationId: 'no-such' })).status).to.equal(
      'invalid',
    )
    expect((await grantRole(test.deps, admin, id, { role: 'editor', consultationId: null })).status).to.equal('invalid')
    const names = { loginName: 'somebody', displayName: 'Somebody' }
    expect((await invitePerson(test.deps, admin, names, { role: 'admin', consultationId: first })).status).to.equal(
      'invalid',
    )
  })

  it('of admin is always held by somebody who can sign in', async () => {
    const one = await anAdmin(test.deps)
    expect(await refusalOf(revokeRole(test.deps, one, one.account.id, ADMIN))).to.include({ code: 'conflict' })
    expect(await refusalOf(disablePerson(test.deps, one, one.account.id))).to.include({ code: 'conflict' })
    const other = await anAdmin(test.deps)
    const both = await Promise.all([
      refusalOf(disablePerson(test.deps, one, other.account.id)),
      refusalOf(disablePerson(test.deps, other, one.account.id)),
    ])
    expect(
      both.filter(refusal => refusal === null),
      'they close each other’s account at the same moment',
    ).to.have.length(1)
  })

  it('comes back with a closed account that is opened again; one that never joined is invited again', async () => {
    const admin = await anAdmin(test.deps)
    const grant = { role: 'reviewer', consultationId: first } as const
    const joined = await aPerson(test.deps, { grants: [grant] })
    const waiting = await aPerson(test.deps, { grants: [grant], state: 'invited', password: null })
    for (const { id } of [joined, waiting]) {
      await disablePerson(test.deps, admin, id)
      await enablePerson(test.deps, admin, id)
      expect(await readGrants(test.deps.store.reader, id)).to.deep.equal([grant])
    }
    const { people } = await listPeople(test.deps, admin)
    const stateOf = (code: string) => people.find(({ account }) => account.code === code)?.account.state
    expect([stateOf(joined.code), stateOf(waiting.code)]).to.deep.equal(['active', 'invited'])
  })

  it('and a name are given once: a taken sign-in name is refused', async () => {
    const admin = await anAdmin(test.deps)
    const { loginName } = await aPerson(test.deps)
    const grant = { role: 'reviewer', consultationId: first } as const
    const taken = await invitePerson(test.deps, admin, { loginName: loginName.toUpperCase(), displayName: 'x' }, grant)
    expect(taken.status).to.equal('invalid')
  })
})
