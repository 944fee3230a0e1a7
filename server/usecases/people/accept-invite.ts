import type { Account, AccountState, InvitePurpose } from '../../../data/model/account.ts'
import { findAccountById, replaceRecoveryCodes, writeAccount } from '../../../data/store/accounts.ts'
import { findOpenInvite, useInvite, type Invite } from '../../../data/store/invites.ts'
import { deleteSessionsOf } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { recordAccount } from '../history/record-roles.ts'
import { authorise } from './authorise.ts'
import { passwordProblem } from './check-password.ts'
import { hashOfCode } from './one-time-code.ts'
import type { Actor } from './session.ts'
import { prepareEnrolment } from './sign-in.ts'
import { startSession } from './start-session.ts'
import { addressSubject, beginAttempt, endAttempt, type Throttled } from './throttle-attempts.ts'

export interface AcceptCommand {
  readonly purpose: InvitePurpose
  readonly code: string
  readonly password: string
  readonly address: string
}
export type AcceptResult =
  | { readonly status: 'accepted'; readonly token: string }
  /** Unknown, used, too old, or for another purpose: nobody is told which. */
  | { readonly status: 'wrong-code' }
  | { readonly status: 'weak'; readonly problem: string }
  | Throttled

const STATE_FOR: Readonly<Record<InvitePurpose, AccountState>> = { join: 'invited', reset: 'active' }

interface Found {
  readonly invite: Invite
  readonly account: Account
}
const findInvited = async (deps: Deps, { purpose, code }: AcceptCommand): Promise<Found | null> => {
  const { reader } = deps.store
  const invite = await findOpenInvite(reader, purpose, hashOfCode(code), deps.clock.now())
  const account = invite === null ? null : await findAccountById(reader, invite.accountId)
  return invite === null || account?.state !== STATE_FOR[purpose] ? null : { invite, account }
}

/** Sets the password, ends every session, and starts a new one. null = somebody was faster, or the account was closed. */
const openWith = (deps: Deps, { invite, account }: Found, passwordHash: string): Promise<string | null> =>
  deps.store.write(async tx => {
    const isOpen = (await findAccountById(tx, account.id))?.state === STATE_FOR[invite.purpose]
    if (!isOpen || !(await useInvite(tx, invite.id, deps.clock.now()))) return null
    await writeAccount(tx, account.id, { passwordHash, state: 'active', pendingSecondStepSecret: null })
    await recordAccount(tx, deps, { personId: account.id, byId: account.id })
    if (invite.clearsSecondStep) {
      await writeAccount(tx, account.id, { secondStepSecret: null, lastSecondStep: null })
      await replaceRecoveryCodes(tx, account.id, [], deps.clock.now())
    }
    await deleteSessionsOf(tx, account.id)
    await prepareEnrolment(tx, deps, account.id)
    return startSession(tx, deps, account.id)
  })

/** A one-time code becomes a password. The person is signed in with it; a second step, if there is one, is still asked for. */
export const acceptInvite = async (deps: Deps, actor: Actor, command: AcceptCommand): Promise<AcceptResult> => {
  await authorise(deps, actor, 'invite.accept', null)
  const attempt = await beginAttempt(deps, [addressSubject(command.address)])
  if (attempt.status === 'throttled') return attempt
  const found = await findInvited(deps, command)
  if (found === null) return { status: 'wrong-code' }
  await endAttempt(deps, attempt.id, null)
  const problem = passwordProblem(command.password, [found.account.loginName, found.account.displayName])
  if (problem !== null) return { status: 'weak', problem }
  const token = await openWith(deps, found, await deps.passwords.hash(command.password))
  if (token === null) return { status: 'wrong-code' }
  deps.log.info({ event: 'code-used', purpose: command.purpose, account: found.account.code }, 'a code was used')
  return { status: 'accepted', token }
}
