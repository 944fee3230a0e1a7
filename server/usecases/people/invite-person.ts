import { grantProblem, type Account, type Grant } from '../../../data/model/account.ts'
import { findAccountById } from '../../../data/store/accounts.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from './authorise.ts'
import { issueInvite, type IssuedCode } from './issue-invite.ts'
import { openAccount, readNames, type Names } from './open-account.ts'
import type { Actor } from './session.ts'

export type InviteResult =
  | { readonly status: 'invited'; readonly personCode: string; readonly issued: IssuedCode }
  | { readonly status: 'invalid'; readonly problem: string }

/** Why a grant cannot be given here; null = it can. */
export const grantProblemHere = async (deps: Deps, grant: Grant): Promise<string | null> => {
  const problem = grantProblem(grant)
  if (problem !== null || grant.consultationId === null) return problem
  const state = await readConsultationState(deps.store.reader, grant.consultationId)
  return state === null ? 'There is no such consultation.' : null
}

/** A new account with its first role, and the code with which its owner chooses a password. */
export const invitePerson = async (deps: Deps, actor: Actor, given: Names, grant: Grant): Promise<InviteResult> => {
  const { account: by } = await authorise(deps, actor, 'person.invite', null)
  const names = readNames(given)
  if ('problem' in names) return { status: 'invalid', problem: names.problem }
  const problem = await grantProblemHere(deps, grant)
  if (problem !== null) return { status: 'invalid', problem }
  const byId = by?.id ?? null
  const result = await deps.store.write(async (tx): Promise<InviteResult> => {
    const opened = await openAccount(tx, deps, names, { grant, byId })
    if (opened === null) return { status: 'invalid', problem: `The sign-in name ${names.loginName} is taken.` }
    const request = { purpose: 'join', accountId: opened.id, clearsSecondStep: false, byId } as const
    return { status: 'invited', personCode: opened.code, issued: await issueInvite(tx, deps, request) }
  })
  if (result.status === 'invited')
    deps.log.info({ event: 'person-invited', account: result.personCode, role: grant.role, by: by?.code }, 'invited')
  return result
}

const stillIn = async (deps: Deps, accountId: string, state: Account['state']): Promise<void> => {
  const account = await findAccountById(deps.store.reader, accountId)
  if (account?.state !== state)
    throw new AppError('conflict', 'The account has changed meanwhile. Load the page again.')
}

/** A new code for somebody who has not used the first: it may be lost or too old. */
export const renewInvite = async (deps: Deps, actor: Actor, accountId: string): Promise<IssuedCode> => {
  const { account: by } = await authorise(deps, actor, 'invite.renew', accountId)
  await stillIn(deps, accountId, 'invited')
  return deps.store.write(tx =>
    issueInvite(tx, deps, { purpose: 'join', accountId, clearsSecondStep: false, byId: by?.id ?? null }),
  )
}

/** A code for a new password. With `clearsSecondStep` also for a new second step. */
export const resetPerson = async (
  deps: Deps,
  actor: Actor,
  accountId: string,
  { clearsSecondStep }: { readonly clearsSecondStep: boolean },
): Promise<IssuedCode> => {
  const { account: by } = await authorise(deps, actor, 'person.reset', accountId)
  deps.log.info({ event: 'reset-issued', by: by?.code }, 'a code for a new password was made')
  return deps.store.write(tx =>
    issueInvite(tx, deps, { purpose: 'reset', accountId, clearsSecondStep, byId: by?.id ?? null }),
  )
}
