import { isAllowed } from '../../../../data/model/access.ts'
import type { ShownPerson } from '../../../usecases/people/list-people.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS, personPath } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'
import { ROLE_NAMES, STATE_NAMES, grantWords, scopeWords } from './desk-words.ts'
import { NO_CHOICE, roleFormOf, scopeValue, type RoleForm } from './role-form.ts'

export interface PersonView extends DeskFrame, Notice {
  readonly heading: string
  readonly loginName: string
  readonly code: string
  readonly state: string
  readonly secondStep: string
  readonly grants: readonly {
    readonly words: string
    readonly role: string
    readonly roleName: string
    readonly scopeName: string
    readonly consultation: string
  }[]
  readonly hasGrants: boolean
  readonly canGrant: boolean
  readonly canRevoke: boolean
  readonly canRenewInvite: boolean
  readonly canReset: boolean
  readonly canDisable: boolean
  readonly canEnable: boolean
  readonly roleForm: RoleForm
  readonly path: string
}

/** One account, and what can be done with it in the state it is in: the access table decides which forms are drawn. */
export const personPage = (visit: DeskVisit, shown: ShownPerson, problem: string | null): PersonView => {
  const { account, grants, scopes, isOwn } = shown
  const state = isOwn ? 'own' : account.state
  return {
    ...deskFrameOf(visit, account.displayName, [{ href: PATHS.people, text: 'People' }]),
    ...noticeOf(problem),
    heading: account.displayName,
    loginName: account.loginName,
    code: account.code,
    state: isOwn ? 'This is you' : STATE_NAMES[account.state],
    secondStep: account.hasSecondStep ? 'Set up' : 'Not set up',
    grants: grants.map(grant => {
      const scope = scopes.find(({ consultationId }) => consultationId === grant.consultationId)
      return {
        words: grantWords(scopes, grant),
        role: grant.role,
        roleName: ROLE_NAMES[grant.role],
        scopeName: scopeWords(scopes, grant.consultationId),
        consultation: scope === undefined ? '' : scopeValue(scope),
      }
    }),
    hasGrants: grants.length > 0,
    canGrant: isAllowed('role.grant', ['admin'], state),
    canRevoke: isAllowed('role.revoke', ['admin'], state),
    canRenewInvite: isAllowed('invite.renew', ['admin'], state),
    canReset: isAllowed('person.reset', ['admin'], state),
    canDisable: isAllowed('person.disable', ['admin'], state),
    canEnable: isAllowed('person.enable', ['admin'], state),
    roleForm: roleFormOf(scopes, NO_CHOICE),
    path: personPath(account.code),
  }
}
