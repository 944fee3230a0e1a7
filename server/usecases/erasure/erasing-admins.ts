import { readAccounts, readAllGrants } from '../../../data/store/accounts.ts'
import type { Account } from '../../../data/model/account.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { AppError } from '../../errors.ts'

const readAdmins = async (connection: Connection): Promise<readonly Account[]> => {
  const grants = await readAllGrants(connection)
  return (await readAccounts(connection)).filter(
    ({ id, state }) => state === 'active' && (grants.get(id) ?? []).some(({ role }) => role === 'admin'),
  )
}

/**
 * Those who stand for an erasure, named by code or sign-in name. Two, where a site has two; an erasure is a duty, so a site with fewer
 * admins, or none, names those that it has.
 */
export const findErasingAdmins = async (
  connection: Connection,
  named: readonly string[],
): Promise<readonly Account[]> => {
  const admins = await readAdmins(connection)
  const found = named.map(name => {
    const admin = admins.find(({ code, loginName }) => code === name || loginName === name)
    if (admin === undefined) throw new AppError('refused', `"${name}" is not an admin who can sign in here.`)
    return admin
  })
  const needed = Math.min(2, admins.length)
  if (new Set(found).size !== found.length || found.length < needed || found.length > 2)
    throw new AppError(
      'refused',
      `Name ${needed === 0 ? 'nobody: there is no admin yet' : needed === 1 ? 'the one admin' : 'two different admins, with a comma between: --by ONE,OTHER'}.`,
    )
  return found
}
