import type { ReviewScope } from '../../../usecases/review/review-scope.ts'
import type { Crumb } from '../../pages/frame.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from '../pages/desk-frame.ts'
import { releasePath } from './release-paths.ts'

/** A page for one person. */
export type PrivateFrame = DeskFrame & Notice

export interface Said {
  /** What was wrong with the form; null = nothing. */
  readonly problem: string | null
}

export const privateFrame = (
  visit: DeskVisit,
  title: string,
  crumbs: readonly Crumb[],
  { problem }: Said = { problem: null },
): PrivateFrame => ({
  ...deskFrameOf(visit, title, crumbs),
  ...noticeOf(problem),
})

/** The way back to the desk of one consultation. */
export const scopeCrumbs = (scope: ReviewScope): readonly Crumb[] => [
  { href: releasePath(scope), text: scope.consultation.title },
]
