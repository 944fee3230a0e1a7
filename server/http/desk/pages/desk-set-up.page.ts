import type { EnrolmentSecret } from '../../../usecases/people/enrol-second-step.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'

export interface SetUpView extends DeskFrame, Notice {
  readonly hasBegun: boolean
  readonly secret: string
  readonly uri: string
  readonly begin: string
  readonly action: string
}

/** The secret for the authenticator app, as text and as a link, and the first code as proof. */
export const setUpPage = (
  visit: DeskVisit,
  given: { readonly secret: EnrolmentSecret | null; readonly problem: string | null },
): SetUpView => ({
  ...deskFrameOf(visit, 'Set up the second step'),
  ...noticeOf(given.problem),
  hasBegun: given.secret !== null,
  secret: given.secret?.text ?? '',
  uri: given.secret?.uri ?? '',
  begin: PATHS.begin,
  action: PATHS.setUp,
})
