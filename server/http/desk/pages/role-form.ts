import { GRANTED_ROLES, ROLE_SCOPES, type GrantedRole } from '../../../../data/model/account.ts'
import type { RoleScope } from '../../../usecases/people/list-people.ts'
import { ROLE_LINES, ROLE_NAMES } from './desk-words.ts'

/** Which role, and where: the same two fields wherever a role is given. */
export interface RoleForm {
  readonly roles: readonly {
    readonly value: GrantedRole
    readonly name: string
    readonly line: string
    readonly isChosen: boolean
  }[]
  readonly consultations: readonly { readonly value: string; readonly name: string; readonly isChosen: boolean }[]
  readonly hasConsultations: boolean
}
export interface RoleChoice {
  readonly role: string
  readonly consultation: string
}
export const NO_CHOICE: RoleChoice = { role: 'reviewer', consultation: '' }

/** How a consultation is named in a form: its address. "" = the whole site. */
export const scopeValue = ({ bodyRef, ref }: RoleScope): string => `${bodyRef}/${ref}`

export const roleFormOf = (scopes: readonly RoleScope[], chosen: RoleChoice): RoleForm => ({
  roles: GRANTED_ROLES.map(value => ({
    value,
    name: ROLE_NAMES[value],
    line: ROLE_LINES[value],
    isChosen: value === chosen.role,
  })),
  consultations: scopes.map(scope => ({
    value: scopeValue(scope),
    name: `${scope.title} (${scope.bodyName})`,
    isChosen: scopeValue(scope) === chosen.consultation,
  })),
  hasConsultations: scopes.length > 0,
})

/** The role and place that a form names; null = neither of the closed lists has it. For an admin the place does not matter. */
export const readGrant = (scopes: readonly RoleScope[], given: RoleChoice) => {
  const role = GRANTED_ROLES.find(known => known === given.role)
  if (role === undefined) return null
  if (ROLE_SCOPES[role] === 'site') return { role, consultationId: null }
  const scope = scopes.find(known => scopeValue(known) === given.consultation)
  return given.consultation !== '' && scope === undefined
    ? null
    : { role, consultationId: scope?.consultationId ?? null }
}
