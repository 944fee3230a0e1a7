import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from './desk-frame.ts'

export interface SecondStepView extends DeskFrame, Notice {
  readonly action: string
  readonly next: string
}

/** The code from the app, or a recovery code. */
export const secondStepPage = (
  visit: DeskVisit,
  given: { readonly next: string; readonly problem: string | null },
): SecondStepView => ({
  ...deskFrameOf(visit, 'Second step'),
  ...noticeOf(given.problem),
  action: PATHS.secondStep,
  next: given.next,
})
