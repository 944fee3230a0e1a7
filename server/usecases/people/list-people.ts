import type { Account, Grant } from '../../../data/model/account.ts'
import {
  countUnusedRecoveryCodes,
  findAccountByCode,
  readAccounts,
  readAllGrants,
  readGrants,
} from '../../../data/store/accounts.ts'
import { readBodies, readConsultations } from '../../../data/store/bodies.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { readSessionsOf, type StoredSession } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from './authorise.ts'
import type { Actor, Session } from './session.ts'

/** A consultation in which a role can be held. */
export interface RoleScope {
  readonly consultationId: string
  readonly bodyRef: string
  readonly ref: string
  readonly bodyName: string
  readonly title: string
}
export interface Person {
  readonly account: Account
  readonly grants: readonly Grant[]
}

export const readRoleScopes = async (connection: Connection): Promise<readonly RoleScope[]> => {
  const bodies = new Map((await readBodies(connection)).map(body => [body.id, body]))
  return (await readConsultations(connection)).flatMap(({ id, ref, title, bodyId }) => {
    const body = bodies.get(bodyId)
    return body === undefined ? [] : [{ consultationId: id, bodyRef: body.ref, ref, bodyName: body.name, title }]
  })
}

export interface ListedPeople {
  readonly people: readonly Person[]
  readonly scopes: readonly RoleScope[]
}
export const listPeople = async (deps: Deps, actor: Actor): Promise<ListedPeople> => {
  await authorise(deps, actor, 'people.see', null)
  const { reader } = deps.store
  const grants = await readAllGrants(reader)
  const people = (await readAccounts(reader)).map(account => ({ account, grants: grants.get(account.id) ?? [] }))
  return { people, scopes: await readRoleScopes(reader) }
}

export interface ShownPerson extends Person {
  readonly isOwn: boolean
  readonly scopes: readonly RoleScope[]
}

/** Id of the account behind a person's code; for somebody who may see no account at all, nothing is looked up. */
export const findPersonId = async (deps: Deps, code: string): Promise<string> => {
  const account = await findAccountByCode(deps.store.reader, code)
  if (account === null) throw new AppError('not-found', 'There is no such person.')
  return account.id
}

export const showPerson = async (deps: Deps, actor: Actor, code: string): Promise<ShownPerson> => {
  const accountId = await findPersonId(deps, code)
  await authorise(deps, actor, 'person.see', accountId)
  const account = await findAccountByCode(deps.store.reader, code)
  if (account === null) throw new AppError('not-found', 'There is no such person.')
  const grants = await readGrants(deps.store.reader, account.id)
  return { account, grants, isOwn: account.id === actor?.account.id, scopes: await readRoleScopes(deps.store.reader) }
}

export interface OwnAccount extends Person {
  readonly scopes: readonly RoleScope[]
  readonly recoveryCodeCount: number
  readonly sessions: readonly (Pick<StoredSession, 'startedAt' | 'seenAt'> & { readonly isThis: boolean })[]
}

/** One's own account, as its owner sees it. */
export const showOwnAccount = async (deps: Deps, session: Session): Promise<OwnAccount> => {
  await authorise(deps, session, 'own-account.see', null)
  const { reader } = deps.store
  const { account, grants } = session
  return {
    account,
    grants,
    scopes: await readRoleScopes(reader),
    recoveryCodeCount: await countUnusedRecoveryCodes(reader, account.id),
    sessions: (await readSessionsOf(reader, account.id)).map(({ id, startedAt, seenAt }) => ({
      startedAt,
      seenAt,
      isThis: id === session.id,
    })),
  }
}
