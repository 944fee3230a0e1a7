import type { AccountState, Grant, GrantedRole } from '../../../../data/model/account.ts'
import type { RoleScope } from '../../../usecases/people/list-people.ts'
import { dateWords } from '../english.ts'

export const ROLE_NAMES: Readonly<Record<GrantedRole, string>> = {
  council: 'Council',
  reviewer: 'Reviewer',
  editor: 'Editor',
  admin: 'Admin',
}
export const ROLE_LINES: Readonly<Record<GrantedRole, string>> = {
  council: 'Replies for the body. Sees the findings before release.',
  reviewer: 'Reads points and passages, and confirms what they show.',
  editor: 'Sends findings to the body, corrects, and publishes.',
  admin: 'Invites people and gives roles, on the whole site. Judges nothing.',
}
export const STATE_NAMES: Readonly<Record<AccountState, string>> = {
  invited: 'Invited, not joined yet',
  active: 'Can sign in',
  disabled: 'Closed',
}

/** 2026-07-01T09:05:00.000Z → "1 July 2026, 09:05 UTC". */
export const instantWords = (instant: string): string =>
  `${dateWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`

export const scopeWords = (scopes: readonly RoleScope[], consultationId: string | null): string => {
  if (consultationId === null) return 'the whole site'
  const scope = scopes.find(known => known.consultationId === consultationId)
  return scope === undefined ? 'a consultation that is no longer on record' : `${scope.title}, ${scope.bodyName}`
}

export const grantWords = (scopes: readonly RoleScope[], { role, consultationId }: Grant): string =>
  `${ROLE_NAMES[role]}: ${scopeWords(scopes, consultationId)}`

export const minutesWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

export const throttledWords = (retryInMinutes: number): string =>
  `Too many tries have failed. Try again in ${minutesWords(retryInMinutes)}.`
