import { writeAccount } from '../../../data/store/accounts.ts'
import { revokeInvitesOf } from '../../../data/store/invites.ts'
import { deleteSessionsOf } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import { passwordProblem } from './check-password.ts'
import { confirmPassword, type PasswordConfirmed } from './confirm-password.ts'
import type { Session } from './session.ts'
import { renewToken } from './start-session.ts'

export type PasswordChange =
  | { readonly status: 'changed'; readonly token: string }
  | { readonly status: 'weak'; readonly problem: string }
  | Exclude<PasswordConfirmed, { readonly status: 'confirmed' }>

/** A new password ends every other session, and every one-time code; this session goes on under a new token. */
export const changePassword = async (
  deps: Deps,
  session: Session,
  given: { readonly current: string; readonly next: string },
): Promise<PasswordChange> => {
  await authorise(deps, session, 'password.change', null)
  const { id, account } = session
  const problem = passwordProblem(given.next, [account.loginName, account.displayName])
  if (problem !== null) return { status: 'weak', problem }
  const confirmed = await confirmPassword(deps, session, given.current)
  if (confirmed.status !== 'confirmed') return confirmed
  const passwordHash = await deps.passwords.hash(given.next)
  const token = await deps.store.write(async tx => {
    await writeAccount(tx, account.id, { passwordHash })
    await revokeInvitesOf(tx, account.id, deps.clock.now())
    await deleteSessionsOf(tx, account.id, id)
    return renewToken(tx, deps, id, { hasSecondStep: false })
  })
  deps.log.info({ event: 'password-changed', account: account.code }, 'a password was changed')
  return { status: 'changed', token }
}
