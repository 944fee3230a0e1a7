import type { ShownText } from '../../../../usecases/review/release-texts.ts'
import { markSpans, type Segment } from '../../../pages/mark-words.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { noticeOf, type Notice } from '../../pages/desk-frame.ts'
import { deskPath, withQuery } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf, countWords } from '../../english.ts'

export interface ReviewTextView extends ReviewFrame, Notice {
  readonly kick: string
  readonly heading: string
  readonly isChild: boolean
  readonly action: string
  readonly language: string
  readonly segments: readonly Segment[]
  readonly proposal: string
  readonly hasStill: boolean
  readonly still: string
  readonly canRelease: boolean
  readonly skip: string
}

/** The words as they were written, what a machine proposes to hide, and a person's decision. */
export const reviewTextPage = (
  visit: DeskVisit,
  shown: ShownText,
  given: { readonly text: string | null; readonly still: readonly string[] },
): ReviewTextView => {
  const { scope, point } = shown
  const path = deskPath(addressOf(scope))
  const still = given.still.map(found => `“${found}”`).join(', ')
  return {
    ...reviewFrame(visit, `Text of point ${point.number}`, scope),
    ...noticeOf(
      given.still.length === 0
        ? null
        : `The text still holds what looks personal: ${still}. Take it out, or say that it may stay.`,
    ),
    kick: `Public text. ${countOf(shown.leftCount, 'text waits', 'texts wait')}`,
    heading: `Point ${countWords(point.number)}${shown.isReleased ? ', released' : ''}`,
    isChild: shown.isChild,
    action: `${path}/texts/${point.number}`,
    language: point.language ?? scope.consultation.language ?? scope.body.language,
    segments: markSpans(
      shown.verbatim,
      shown.redactions.map(({ start, end }) => [start, end] as const),
    ),
    proposal: given.text ?? shown.proposal,
    hasStill: given.still.length > 0,
    still,
    canRelease: !shown.isChild,
    skip: withQuery(`${path}/texts`, { after: String(point.number) }),
  }
}
