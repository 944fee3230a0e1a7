import type { InvitePurpose } from '../../../../data/model/account.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'

export interface ChoosePasswordView extends DeskFrame, Notice {
  readonly heading: string
  readonly lede: string
  readonly action: string
  readonly code: string
  readonly button: string
}

const WORDS: Readonly<
  Record<InvitePurpose, { readonly heading: string; readonly lede: string; readonly button: string }>
> = {
  join: {
    heading: 'Join',
    lede: 'You were given a code. It works once, for 24 hours. Choose a password, and the account is yours.',
    button: 'Join',
  },
  reset: {
    heading: 'Choose a new password',
    lede: 'You were given a code. It works once, for 24 hours. You will be signed out everywhere else.',
    button: 'Save the password',
  },
}

/** A one-time code becomes a password. Opening the page uses nothing up. */
export const choosePasswordPage = (
  visit: DeskVisit,
  given: { readonly purpose: InvitePurpose; readonly code: string; readonly problem: string | null },
): ChoosePasswordView => ({
  ...deskFrameOf(visit, WORDS[given.purpose].heading),
  ...noticeOf(given.problem),
  ...WORDS[given.purpose],
  action: PATHS[given.purpose],
  code: given.code,
})
