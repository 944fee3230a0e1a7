import { frameOf, type Crumb, type Frame } from '../../pages/frame.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { IMPORT } from '../import/import-paths.ts'
import { PATHS } from '../paths.ts'
import { REVIEW } from '../review/review-paths.ts'

/** Head and foot of a page of the desk, and the bar that says who is signed in. */
export interface DeskFrame {
  readonly frame: Frame
  /** The style sheet of the desk; a test without built assets has none. */
  readonly hasAssets: boolean
  readonly deskCss: string
  readonly isSignedIn: boolean
  readonly name: string
  readonly links: readonly Crumb[]
  readonly signOut: string
  readonly formToken: string
}

export const deskFrameOf = (visit: DeskVisit, title: string, crumbs: readonly Crumb[] = []): DeskFrame => ({
  frame: frameOf(visit.site, {
    title,
    description: title,
    path: visit.path,
    isIndexed: false,
    crumbs,
    fictional: visit.madeUp.length === 0 ? null : visit.site.strings.layout.namesTogether(visit.madeUp),
  }),
  hasAssets: visit.site.assets.desk !== undefined,
  deskCss: visit.site.assets.desk?.css ?? '',
  isSignedIn: visit.name !== null,
  name: visit.name ?? '',
  links: [
    ...(visit.hasPart ? [{ href: PATHS.desk, text: 'Desk' }] : []),
    ...(visit.hasPart ? [{ href: REVIEW, text: 'Review' }] : []),
    ...(visit.canImport ? [{ href: IMPORT, text: 'Import' }] : []),
    ...(visit.isFull ? [{ href: PATHS.account, text: 'Your account' }] : []),
    ...(visit.canSeePeople ? [{ href: PATHS.people, text: 'People' }] : []),
  ],
  signOut: PATHS.signOut,
  formToken: visit.formToken,
})

/** What went wrong, above the form. */
export interface Notice {
  readonly hasProblem: boolean
  readonly problem: string
}
export const noticeOf = (problem: string | null): Notice => ({ hasProblem: problem !== null, problem: problem ?? '' })
