import type { Grant } from '../../../data/model/account.ts'
import { endGrant, insertGrant, readAccounts, readAllGrants } from '../../../data/store/accounts.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { deleteSessionsOf } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordGrant, recordRevocation } from '../history/record-roles.ts'
import { authorise } from './authorise.ts'
import { grantProblemHere } from './invite-person.ts'
import type { Session } from './session.ts'
import { renewToken } from './start-session.ts'

/** `token`: the new one of the session that asked, when its own rights changed; null = another person's, who signs in again. */
export type RoleChange =
  | { readonly status: 'changed'; readonly token: string | null }
  | { readonly status: 'unchanged' }
  | { readonly status: 'invalid'; readonly problem: string }

/** Checked inside the transaction: two admins who close each other's account at the same moment leave one. */
export const ensureAdminIsLeft = async (tx: WriteConnection): Promise<void> => {
  const grants = await readAllGrants(tx)
  const isLeft = (await readAccounts(tx)).some(
    ({ id, state }) => state === 'active' && (grants.get(id) ?? []).some(({ role }) => role === 'admin'),
  )
  if (!isLeft) throw new AppError('conflict', 'This would leave nobody who can administer. Make another admin first.')
}

/** R-AUT-6: whoever's rights change goes on under a new token. Others sign in again, which gives them one. */
const renewSessions = async (
  tx: WriteConnection,
  deps: Deps,
  by: Session,
  accountId: string,
): Promise<string | null> => {
  if (by.account.id !== accountId) {
    await deleteSessionsOf(tx, accountId)
    return null
  }
  await deleteSessionsOf(tx, accountId, by.id)
  return renewToken(tx, deps, by.id, { hasSecondStep: false })
}

export const grantRole = async (deps: Deps, session: Session, accountId: string, grant: Grant): Promise<RoleChange> => {
  await authorise(deps, session, 'role.grant', accountId)
  const problem = await grantProblemHere(deps, grant)
  if (problem !== null) return { status: 'invalid', problem }
  const change = await deps.store.write(async (tx): Promise<RoleChange> => {
    const row = { id: deps.newId(), accountId, ...grant, grantedAt: deps.clock.now(), grantedById: session.account.id }
    if (!(await insertGrant(tx, row))) return { status: 'unchanged' }
    await recordGrant(tx, deps, { personId: accountId, byId: session.account.id }, row)
    return { status: 'changed', token: await renewSessions(tx, deps, session, accountId) }
  })
  logChange(deps, session, change, 'role-granted', grant)
  return change
}

export const revokeRole = async (
  deps: Deps,
  session: Session,
  accountId: string,
  grant: Grant,
): Promise<RoleChange> => {
  await authorise(deps, session, 'role.revoke', accountId)
  const change = await deps.store.write(async (tx): Promise<RoleChange> => {
    const end = { at: deps.clock.now(), byId: session.account.id }
    const id = await endGrant(tx, accountId, grant, end)
    if (id === null) return { status: 'unchanged' }
    await ensureAdminIsLeft(tx)
    await recordRevocation(tx, deps, { personId: accountId, byId: session.account.id }, { ...grant, id })
    return { status: 'changed', token: await renewSessions(tx, deps, session, accountId) }
  })
  logChange(deps, session, change, 'role-revoked', grant)
  return change
}

const logChange = (deps: Deps, by: Session, { status }: RoleChange, event: string, { role }: Grant): void => {
  if (status === 'changed') deps.log.info({ event, role, by: by.account.code }, 'a role was changed')
}
