import { findAccountByLoginName, insertAccount, insertGrant } from '../../../data/store/accounts.ts'
import { readDisplayName, readLoginName, type Grant } from '../../../data/model/account.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { recordAccount, recordGrant } from '../history/record-roles.ts'
import { makePersonCode } from './one-time-code.ts'

export interface Names {
  readonly loginName: string
  readonly displayName: string
}

/** Names as they are kept, or what is wrong with them. */
export const readNames = (given: Names): Names | { readonly problem: string } => {
  const loginName = readLoginName(given.loginName)
  if (loginName === null)
    return {
      problem: `"${given.loginName.slice(0, 80)}" cannot be a sign-in name. Use 3 to 64 of: letters a to z, digits, and . _ @ + -`,
    }
  const displayName = readDisplayName(given.displayName)
  return displayName === null ? { problem: 'The name to show needs 1 to 80 characters.' } : { loginName, displayName }
}

/** An account that nobody can use yet: it has no password. null = the sign-in name is taken. */
export const openAccount = async (
  tx: WriteConnection,
  deps: Deps,
  names: Names,
  { grant, byId }: { readonly grant: Grant; readonly byId: string | null },
): Promise<{ readonly id: string; readonly code: string } | null> => {
  if ((await findAccountByLoginName(tx, names.loginName)) !== null) return null
  const opened = { id: deps.newId(), code: makePersonCode() }
  const now = deps.clock.now()
  await insertAccount(tx, { ...opened, ...names, createdAt: now, createdById: byId })
  const grantId = deps.newId()
  await insertGrant(tx, { id: grantId, accountId: opened.id, ...grant, grantedAt: now, grantedById: byId })
  await recordAccount(tx, deps, { personId: opened.id, byId })
  await recordGrant(tx, deps, { personId: opened.id, byId }, { ...grant, id: grantId })
  return opened
}
