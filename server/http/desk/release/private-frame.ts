import type { ReviewScope } from '../../../usecases/review/review-scope.ts'
import type { Crumb } from '../../pages/frame.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { deskFrameOf, noticeOf, type DeskFrame, type Notice } from '../pages/desk-frame.ts'
import { releasePath } from './release-paths.ts'

/** A page for one person, with the style sheet of the desk's forms. */
export interface PrivateFrame extends DeskFrame, Notice {
  readonly hasAssets: boolean
  readonly deskCss: string
}

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
  hasAssets: visit.site.assets.desk !== undefined,
  deskCss: visit.site.assets.desk?.css ?? '',
})

/** The way back to the desk of one consultation. */
export const scopeCrumbs = (scope: ReviewScope): readonly Crumb[] => [
  { href: releasePath(scope), text: scope.consultation.title },
]
