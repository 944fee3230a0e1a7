import type { ListedPeople } from '../../../usecases/people/list-people.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS, personPath } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'
import { grantWords, STATE_NAMES } from './desk-words.ts'
import { roleFormOf, type RoleChoice, type RoleForm } from './role-form.ts'
import { countOf } from '../english.ts'

export interface InviteDraft extends RoleChoice {
  readonly loginName: string
  readonly displayName: string
}
export interface PeopleView extends DeskFrame, Notice {
  readonly heading: string
  readonly people: readonly {
    readonly name: string
    readonly href: string
    readonly loginName: string
    readonly state: string
    readonly roles: readonly string[]
    readonly hasRoles: boolean
  }[]
  readonly action: string
  readonly loginName: string
  readonly displayName: string
  readonly roleForm: RoleForm
}

/** Everybody with an account, and the form that invites another. */
export const peoplePage = (
  visit: DeskVisit,
  { people, scopes }: ListedPeople,
  given: { readonly draft: InviteDraft; readonly problem: string | null },
): PeopleView => ({
  ...deskFrameOf(visit, 'People'),
  ...noticeOf(given.problem),
  heading: `${countOf(people.length, 'person has', 'people have')} an account`,
  people: people.map(({ account, grants }) => ({
    name: account.displayName,
    href: personPath(account.code),
    loginName: account.loginName,
    state: STATE_NAMES[account.state],
    roles: grants.map(grant => grantWords(scopes, grant)),
    hasRoles: grants.length > 0,
  })),
  action: PATHS.people,
  loginName: given.draft.loginName,
  displayName: given.draft.displayName,
  roleForm: roleFormOf(scopes, given.draft),
})
