import { needsSecondStep, readLoginName } from '../../../data/model/account.ts'
import {
  findAccountById,
  findAccountByLoginName,
  readAccountSecrets,
  readGrants,
  writeAccount,
} from '../../../data/store/accounts.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import { sealSecret } from './seal-secret.ts'
import type { Actor } from './session.ts'
import { startSession } from './start-session.ts'
import { accountSubject, addressSubject, beginAttempt, endAttempt, type Throttled } from './throttle-attempts.ts'
import { makeTotpSecret } from './totp.ts'

export interface SignInCommand {
  readonly loginName: string
  readonly password: string
  /** Network address of the one who asks. */
  readonly address: string
}
/** "wrong" says nothing about which of the two was wrong, or whether there is such a person. */
export type SignInResult =
  { readonly status: 'signed-in'; readonly token: string } | { readonly status: 'wrong' } | Throttled

/** No hash where nobody of that name may sign in. */
const hashBehind = async (deps: Deps, loginName: string) => {
  const account = await findAccountByLoginName(deps.store.reader, loginName)
  // Asked also where there is nobody, so that both ways do the same work.
  const secrets = await readAccountSecrets(deps.store.reader, account?.id ?? '').catch(() => null)
  const isOpen = account?.state === 'active'
  return { accountId: account?.id ?? '', passwordHash: isOpen ? (secrets?.passwordHash ?? null) : null }
}

/** What today's cost asks for; null = nothing to do, or too busy now: it will be done another time. */
const upgradedHash = async (deps: Deps, password: string, passwordHash: string): Promise<string | null> =>
  deps.passwords.isOutdated(passwordHash) ? deps.passwords.hash(password).catch(() => null) : null

/** Roles that need a second step, and none set up: a fresh secret waits on the page that follows. */
export const prepareEnrolment = async (tx: WriteConnection, deps: Deps, accountId: string): Promise<void> => {
  const account = await findAccountById(tx, accountId)
  if (account === null || account.hasSecondStep || !needsSecondStep(await readGrants(tx, accountId))) return
  const pendingSecondStepSecret = sealSecret(deps.secretKey(), accountId, makeTotpSecret())
  await writeAccount(tx, accountId, { pendingSecondStepSecret })
}

/** The account may have been closed, or its password changed, while the hash was being computed. */
const openSession = (deps: Deps, accountId: string, passwordHash: string, upgraded: string | null) =>
  deps.store.write(async tx => {
    const account = await findAccountById(tx, accountId)
    const secrets = await readAccountSecrets(tx, accountId)
    if (account?.state !== 'active' || secrets.passwordHash !== passwordHash) return null
    if (upgraded !== null) await writeAccount(tx, accountId, { passwordHash: upgraded })
    await prepareEnrolment(tx, deps, accountId)
    return { account, token: await startSession(tx, deps, accountId) }
  })

/** Throws AppError "busy" when too many sign in at once. */
export const signIn = async (deps: Deps, actor: Actor, command: SignInCommand): Promise<SignInResult> => {
  await authorise(deps, actor, 'session.start', null)
  const loginName = readLoginName(command.loginName) ?? ''
  const subject = accountSubject(loginName)
  const attempt = await beginAttempt(deps, [subject, addressSubject(command.address)])
  if (attempt.status === 'throttled') return attempt
  const { accountId, passwordHash } = await hashBehind(deps, loginName)
  const isRight = await deps.passwords.verify(command.password, passwordHash).catch(async (error: unknown) => {
    await endAttempt(deps, attempt.id, null)
    throw error
  })
  if (!isRight || passwordHash === null) {
    deps.log.info({ event: 'sign-in-failed' }, 'a sign-in failed')
    return { status: 'wrong' }
  }
  const opened = await openSession(
    deps,
    accountId,
    passwordHash,
    await upgradedHash(deps, command.password, passwordHash),
  )
  if (opened === null) return { status: 'wrong' }
  await endAttempt(deps, attempt.id, subject)
  deps.log.info({ event: 'sign-in', account: opened.account.code }, 'a person signed in')
  return { status: 'signed-in', token: opened.token }
}
