import type { StateOf } from '../../../data/model/access.ts'

export const PATHS = {
  desk: '/desk',
  signIn: '/desk/sign-in',
  signOut: '/desk/sign-out',
  join: '/desk/join',
  reset: '/desk/reset',
  secondStep: '/desk/second-step',
  setUp: '/desk/second-step/set-up',
  begin: '/desk/second-step/begin',
  account: '/desk/account',
  password: '/desk/account/password',
  recoveryCodes: '/desk/account/recovery-codes',
  otherSessions: '/desk/account/other-sessions',
  people: '/desk/people',
  site: '/desk/site',
} as const

export const personPath = (code: string): string => `${PATHS.people}/${code}`

/** Where somebody at this stage goes on. */
export const placeOf = (stage: StateOf<'session'>): string => {
  switch (stage) {
    case 'none':
      return PATHS.signIn
    case 'second-step':
      return PATHS.secondStep
    case 'must-enrol':
      return PATHS.setUp
    case 'full':
      return PATHS.account
  }
}

/** Where to go after signing in: a page of the desk on this site, or the own account. Never another site. */
export const safeNext = (given: string): string =>
  /^\/(?:desk|check)(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*(?:\?[A-Za-z0-9._~=&%+-]*)?$/.test(given) &&
  given.length <= 500
    ? given
    : PATHS.account
