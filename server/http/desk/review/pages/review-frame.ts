import type { Crumb } from '../../../pages/frame.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { deskFrameOf, type DeskFrame } from '../../pages/desk-frame.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import { deskPath, REVIEW } from '../review-paths.ts'

/** A page of the review desk: with its keys. */
export interface ReviewFrame extends DeskFrame {
  readonly keysScript: string
}

export const addressOf = ({ body, consultation }: ReviewScope) => ({ body: body.ref, consultation: consultation.ref })

export const reviewFrame = (visit: DeskVisit, title: string, scope: ReviewScope | null, isDeep = true): ReviewFrame => {
  const crumbs: readonly Crumb[] = [
    { href: REVIEW, text: 'Review desk' },
    ...(scope !== null && isDeep ? [{ href: deskPath(addressOf(scope)), text: scope.consultation.title }] : []),
  ]
  return {
    ...deskFrameOf(visit, title, crumbs),
    keysScript: visit.site.assets.desk?.keys ?? '',
  }
}
