import { readAccountSecrets, writeAccount } from '../../../data/store/accounts.ts'
import { revokeInvitesOf } from '../../../data/store/invites.ts'
import { deleteSessionsOf } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { recordAccountState } from '../history/record-roles.ts'
import { authorise } from './authorise.ts'
import { ensureAdminIsLeft } from './change-role.ts'
import type { Actor } from './session.ts'

/** Nobody signs in as this person any more, and every session and code of theirs ends now. What they judged stays. */
export const disablePerson = async (deps: Deps, actor: Actor, accountId: string): Promise<void> => {
  const { by, account } = await authorise(deps, actor, 'person.disable', accountId)
  await deps.store.write(async tx => {
    await writeAccount(tx, accountId, { state: 'disabled', pendingSecondStepSecret: null })
    await deleteSessionsOf(tx, accountId)
    await revokeInvitesOf(tx, accountId, deps.clock.now())
    await ensureAdminIsLeft(tx)
    await recordAccountState(tx, deps, { personId: accountId, byId: account?.id ?? null }, false)
  })
  deps.log.info({ event: 'person-disabled', by }, 'an account was closed')
}

/** With the roles it had. Somebody who never chose a password is "invited" again, and needs a new code. */
export const enablePerson = async (deps: Deps, actor: Actor, accountId: string): Promise<void> => {
  const { by, account } = await authorise(deps, actor, 'person.enable', accountId)
  await deps.store.write(async tx => {
    const { passwordHash } = await readAccountSecrets(tx, accountId)
    await writeAccount(tx, accountId, { state: passwordHash === null ? 'invited' : 'active' })
    await recordAccountState(tx, deps, { personId: accountId, byId: account?.id ?? null }, true)
  })
  deps.log.info({ event: 'person-enabled', by }, 'an account was opened again')
}
