import { findAccountByLoginName, readAccounts, readAllGrants } from '../../../data/store/accounts.ts'
import type { Connection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { issueInvite, type IssuedCode } from './issue-invite.ts'
import { openAccount, readNames, type Names } from './open-account.ts'

const isAdminHeld = async (connection: Connection): Promise<boolean> => {
  const grants = await readAllGrants(connection)
  return (await readAccounts(connection)).some(
    ({ id, state }) => state === 'active' && (grants.get(id) ?? []).some(({ role }) => role === 'admin'),
  )
}

/**
 * For the command line alone: whoever can run it owns the machine. Makes the first admin and the one-time code that opens the
 * account. Until the code has been used it can be asked for again; after that, admins invite each other.
 */
export const createFirstAdmin = async (deps: Deps, given: Names): Promise<IssuedCode> => {
  const names = readNames(given)
  if ('problem' in names) throw new AppError('bad-request', names.problem)
  const issued = await deps.store.write(async tx => {
    if (await isAdminHeld(tx))
      throw new AppError('conflict', 'There is an admin already. They can invite others on the page /desk/people.')
    const waiting = await findAccountByLoginName(tx, names.loginName)
    if (waiting !== null && waiting.state !== 'invited')
      throw new AppError('conflict', `The sign-in name ${names.loginName} is taken. Choose another.`)
    const account =
      waiting ?? (await openAccount(tx, deps, names, { grant: { role: 'admin', consultationId: null }, byId: null }))
    if (account === null)
      throw new AppError('conflict', `The sign-in name ${names.loginName} is taken. Choose another.`)
    return issueInvite(tx, deps, { purpose: 'join', accountId: account.id, clearsSecondStep: false, byId: null })
  })
  deps.log.info({ event: 'first-admin-created' }, 'a code for the first admin was made')
  return issued
}

/** For the command line alone: a code that lets an account choose a new password and set up its second step anew. */
export const resetFromCommandLine = async (deps: Deps, loginName: string): Promise<IssuedCode> => {
  const account = await findAccountByLoginName(deps.store.reader, loginName.trim().toLowerCase())
  if (account === null || account.state !== 'active')
    throw new AppError('not-found', `There is no open account with the sign-in name "${loginName}".`)
  deps.log.info(
    { event: 'reset-issued', account: account.code, by: 'command line' },
    'a code for a new password was made',
  )
  return deps.store.write(tx =>
    issueInvite(tx, deps, { purpose: 'reset', accountId: account.id, clearsSecondStep: true, byId: null }),
  )
}
