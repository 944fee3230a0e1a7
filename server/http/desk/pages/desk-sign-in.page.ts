import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'

export interface SignInView extends DeskFrame, Notice {
  readonly action: string
  readonly next: string
  readonly loginName: string
  readonly join: string
}

/** Name and password. What was wrong with them is never said. */
export const signInPage = (
  visit: DeskVisit,
  given: { readonly next: string; readonly loginName: string; readonly problem: string | null },
): SignInView => ({
  ...deskFrameOf(visit, 'Sign in'),
  ...noticeOf(given.problem),
  action: PATHS.signIn,
  next: given.next,
  loginName: given.loginName,
  join: PATHS.join,
})
