import type { AccountState, GrantedRole, InvitePurpose } from '../model/account.ts'

export interface AccountRow {
  id: string
  code: string
  loginName: string
  displayName: string
  state: AccountState
  passwordHash: string | null
  secondStepSecret: string | null
  pendingSecondStepSecret: string | null
  /** Number of the last 30-second step whose code was used: each code opens once. */
  lastSecondStep: number | null
  createdAt: string
  createdById: string | null
}

export interface RecoveryCodeRow {
  accountId: string
  codeSha256: string
  createdAt: string
  usedAt: string | null
}

export interface RoleGrantRow {
  id: string
  accountId: string
  role: GrantedRole
  consultationId: string | null
  grantedAt: string
  grantedById: string | null
  endedAt: string | null
  endedById: string | null
}

export interface SessionRow {
  id: string
  tokenSha256: string
  accountId: string
  startedAt: string
  seenAt: string
  secondStepAt: string | null
}

export interface InviteRow {
  id: string
  codeSha256: string
  purpose: InvitePurpose
  accountId: string
  clearsSecondStep: number
  createdAt: string
  createdById: string | null
  expiresAt: string
  usedAt: string | null
  revokedAt: string | null
}

/** Attempts that failed, or are under way. Kept for the length of the window and no longer. */
export interface LoginAttemptRow {
  id: string
  scope: 'account' | 'address' | 'second-step'
  subject: string
  at: string
}

export interface PeopleTables {
  accounts: AccountRow
  recoveryCodes: RecoveryCodeRow
  roleGrants: RoleGrantRow
  sessions: SessionRow
  invites: InviteRow
  loginAttempts: LoginAttemptRow
}
