/** `reader` is everybody, signed in or not. The others are given by an admin. */
export const ROLES = ['reader', 'council', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]
export const GRANTED_ROLES = ['council', 'reviewer', 'editor', 'admin'] as const
export type GrantedRole = (typeof GRANTED_ROLES)[number]

/** Whether a role is held in one consultation, or in the installation as a whole. */
export const ROLE_SCOPES = {
  council: 'consultation',
  reviewer: 'consultation',
  editor: 'consultation',
  admin: 'site',
} as const satisfies Record<GrantedRole, 'consultation' | 'site'>

/** Those who judge or administer need a second step; the council's replies carry its own name and do not. */
export const NEEDS_SECOND_STEP = {
  council: false,
  reviewer: true,
  editor: true,
  admin: true,
} as const satisfies Record<GrantedRole, boolean>

export const ACCOUNT_STATES = ['invited', 'active', 'disabled'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** A person who can sign in. What opens the account (hash, secret) is never part of this. */
export interface Account {
  readonly id: string
  /** Stands for the person in records, log and addresses; says nothing about them. */
  readonly code: string
  /** What the person types to sign in: lower case. */
  readonly loginName: string
  readonly displayName: string
  readonly state: AccountState
  readonly hasSecondStep: boolean
  readonly createdAt: string
}

export interface Grant {
  readonly role: GrantedRole
  /** null = the whole installation. */
  readonly consultationId: string | null
}

/** `join`: first password. `reset`: new password for an open account. A code of one purpose is worth nothing for the other. */
export const INVITE_PURPOSES = ['join', 'reset'] as const
export type InvitePurpose = (typeof INVITE_PURPOSES)[number]

export const needsSecondStep = (grants: readonly Grant[]): boolean => grants.some(({ role }) => NEEDS_SECOND_STEP[role])

const LOGIN_NAME = /^[a-z0-9][a-z0-9._@+-]{2,63}$/

/** The name as it is kept, or null if it cannot be one. */
export const readLoginName = (given: string): string | null => {
  const name = given.normalize('NFKC').trim().toLowerCase()
  return LOGIN_NAME.test(name) ? name : null
}

/** A name to show, 1 to 80 characters without controls; null if it cannot be one. */
export const readDisplayName = (given: string): string | null => {
  const name = given.normalize('NFC').trim()
  return name.length > 0 && name.length <= 80 && !/\p{C}/u.test(name) ? name : null
}

/** Why such a grant cannot be; null = it can. */
export const grantProblem = ({ role, consultationId }: Grant): string | null => {
  if (ROLE_SCOPES[role] === 'site')
    return consultationId === null ? null : 'An admin is admin of the whole site, not of one consultation.'
  return consultationId === null ? `The role ${role} is given for one consultation. Choose which.` : null
}
