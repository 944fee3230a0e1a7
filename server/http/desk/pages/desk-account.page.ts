import type { OwnAccount } from '../../../usecases/people/list-people.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'
import { grantWords, instantWords } from './desk-words.ts'
import { countOf } from '../english.ts'

export interface AccountView extends DeskFrame, Notice {
  readonly heading: string
  readonly loginName: string
  readonly code: string
  readonly roles: readonly string[]
  readonly hasRoles: boolean
  readonly hasSecondStep: boolean
  readonly recoveryCodes: string
  readonly sessions: readonly { readonly words: string; readonly isThis: boolean }[]
  readonly hasOtherSessions: boolean
  readonly actions: {
    readonly password: string
    readonly begin: string
    readonly recoveryCodes: string
    readonly otherSessions: string
  }
}

/** One's own account: roles, second step, sessions, password. */
export const accountPage = (visit: DeskVisit, shown: OwnAccount, problem: string | null): AccountView => ({
  ...deskFrameOf(visit, 'Your account'),
  ...noticeOf(problem),
  heading: shown.account.displayName,
  loginName: shown.account.loginName,
  code: shown.account.code,
  roles: shown.grants.map(grant => grantWords(shown.scopes, grant)),
  hasRoles: shown.grants.length > 0,
  hasSecondStep: shown.account.hasSecondStep,
  recoveryCodes: `${countOf(shown.recoveryCodeCount, 'recovery code')} left.`,
  sessions: shown.sessions.map(({ startedAt, seenAt, isThis }) => ({
    words: `Since ${instantWords(startedAt)}, last seen ${instantWords(seenAt)}`,
    isThis,
  })),
  hasOtherSessions: shown.sessions.length > 1,
  actions: {
    password: PATHS.password,
    begin: PATHS.begin,
    recoveryCodes: PATHS.recoveryCodes,
    otherSessions: PATHS.otherSessions,
  },
})
