import { randomUUID } from 'node:crypto'
import type { Grant } from '../../data/model/account.ts'
import { insertAccount, insertGrant, writeAccount } from '../../data/store/accounts.ts'
import { insertRecords } from '../../data/store/records.ts'
import { insertSession } from '../../data/store/sessions.ts'
import { fixedClock, type Clock } from '../../server/clock.ts'
import type { Deps } from '../../server/deps.ts'
import { HistoryWriter } from '../../server/usecases/history/history-writer.ts'
import { makePersonCode, makeToken } from '../../server/usecases/people/one-time-code.ts'
import { sha256Of } from '../../server/usecases/sha256-of.ts'
import { PasswordHasher } from '../../server/usecases/people/password-hasher.ts'
import { sealSecret } from '../../server/usecases/people/seal-secret.ts'
import type { Session, Stage } from '../../server/usecases/people/session.ts'
import { readSession } from '../../server/usecases/people/read-session.ts'
import { minutesFrom } from '../../server/usecases/people/instants.ts'
import { a } from './builders.ts'
import { openTemporaryDeps, TEST_NOW } from './temporary-store.ts'

export const PASSWORD = 'seven quiet herons'
/** The secret of RFC 6238's vectors. */
export const TOTP_SECRET = Buffer.from('12345678901234567890')
export const ADMIN: Grant = { role: 'admin', consultationId: null }

/** Hashing at a cost that tests can pay; the real one has a test of its own. */
export const cheapHasher = (): PasswordHasher => new PasswordHasher({ log2N: 4, r: 8, p: 1 })

export interface PeopleTest {
  readonly deps: Deps
  /** Moves the clock on. */
  readonly wait: (minutes: number) => void
  readonly close: () => Promise<void>
}

/** Real dependencies over an empty store or a copy of one, a cheap hasher, and a clock that moves only when told. */
export const openPeopleTest = async (from: string | null = null): Promise<PeopleTest> => {
  const opened = await openTemporaryDeps(from)
  let now = TEST_NOW
  const clock: Clock = { now: () => now, today: () => now.slice(0, 10), monotonicMs: fixedClock(now).monotonicMs }
  return {
    deps: { ...opened.deps, clock, passwords: cheapHasher() },
    wait: minutes => {
      now = minutesFrom(now, minutes)
    },
    close: opened.close,
  }
}

export interface PersonGiven {
  readonly loginName?: string
  readonly grants?: readonly Grant[]
  readonly state?: 'invited' | 'active' | 'disabled'
  /** Kept as the hash of this; null = no password yet. */
  readonly password?: string | null
  readonly hasSecondStep?: boolean
}

let serial = 0

/** A person in the store, without the ceremony. */
export const aPerson = async (
  deps: Deps,
  given: PersonGiven = {},
): Promise<{ id: string; code: string; loginName: string }> => {
  serial += 1
  const displayName = `Person ${serial}`
  const person = { id: randomUUID(), code: makePersonCode(), loginName: given.loginName ?? `person.${serial}` }
  const password = given.password === undefined ? PASSWORD : given.password
  const passwordHash = password === null ? null : await deps.passwords.hash(password)
  const secondStepSecret = given.hasSecondStep === true ? sealSecret(deps.secretKey(), person.id, TOTP_SECRET) : null
  const grantIds = (given.grants ?? []).map(() => randomUUID())
  await deps.store.write(async tx => {
    const createdAt = deps.clock.now()
    await insertAccount(tx, { ...person, displayName, createdAt, createdById: null })
    await writeAccount(tx, person.id, { state: given.state ?? 'active', passwordHash, secondStepSecret })
    for (const [index, grant] of (given.grants ?? []).entries())
      await insertGrant(tx, {
        id: grantIds[index] ?? '',
        accountId: person.id,
        ...grant,
        grantedAt: createdAt,
        grantedById: null,
      })
    const history = new HistoryWriter(tx, { at: createdAt, byId: null })
    await history.deskRecords('account', [person.id])
    await history.deskRecords('role-grant', grantIds)
    await history.flush()
  })
  return person
}

/** A token that opens a session of this person, as signing in gives it. */
export const aToken = async (
  deps: Deps,
  accountId: string,
  { isFull }: { readonly isFull: boolean },
): Promise<string> => {
  const id = randomUUID()
  const token = makeToken()
  const now = deps.clock.now()
  await deps.store.write(tx =>
    insertSession(tx, {
      id,
      tokenSha256: sha256Of(token),
      accountId,
      startedAt: now,
      seenAt: now,
      secondStepAt: isFull ? now : null,
    }),
  )
  return token
}

/** Who is signed in as this person; `full` unless a stage is asked for that follows from what the person has. */
export const aSession = async (deps: Deps, accountId: string, stage: Stage = 'full'): Promise<Session> => {
  const session = await readSession(deps, await aToken(deps, accountId, { isFull: stage === 'full' }))
  if (session?.stage !== stage) throw new Error(`This person's session is ${session?.stage ?? 'none'}, not ${stage}.`)
  return session
}

/** An admin who is signed in. */
export const anAdmin = async (deps: Deps): Promise<Session> =>
  aSession(deps, (await aPerson(deps, { grants: [ADMIN], hasSecondStep: true })).id)

/** A consultation with nothing in it, of a body of its own. */
export const aStoredConsultation = async (deps: Deps, ref = 'high-street'): Promise<string> => {
  const body = a('body', { ref: `body-of-${ref}`, name: `Body of ${ref}`, nature: 'fictional' })
  const consultation = a('consultation', { bodyId: body.id, ref, title: `About ${ref}` })
  await deps.store.write(async tx => {
    await insertRecords(tx, 'body', [body])
    await insertRecords(tx, 'consultation', [consultation])
  })
  return consultation.id
}

/** Everything in the store, as text: to look for what must not be there, and whether anything has changed. */
export const dumpStore = async (deps: Deps): Promise<string> => {
  const tables = ['accounts', 'recoveryCodes', 'roleGrants', 'sessions', 'invites', 'loginAttempts'] as const
  const rows = await Promise.all(tables.map(table => deps.store.reader.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}
