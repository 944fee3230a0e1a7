import type { SharedIdea } from '../../../../usecases/review/judge-together.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { reviewPointPath } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf, countWords } from '../../english.ts'

export interface ReviewTogetherView extends ReviewFrame {
  readonly kick: string
  readonly heading: string
  readonly action: string
  readonly group: string
  readonly button: string
  readonly back: string
  readonly wordings: readonly {
    readonly key: string
    readonly place: string
    readonly count: string
    readonly text: string
    readonly language: string
  }[]
  readonly hasLater: boolean
  readonly later: string
}

/** Every distinct wording of an idea, ticked, before one judgement is given to all of them. */
export const reviewTogetherPage = (
  visit: DeskVisit,
  scope: ReviewScope,
  number: number,
  shared: SharedIdea,
): ReviewTogetherView => {
  const path = reviewPointPath(addressOf(scope), number)
  const pointCount = shared.wordings.reduce((count, { pointIds }) => count + pointIds.length, 0)
  const kind = shared.isCampaign ? 'A campaign' : 'One idea'
  return {
    ...reviewFrame(visit, 'Judge together', scope),
    kick: shared.title === null ? kind : `${kind}: ${shared.title}`,
    heading: `${countOf(pointCount, 'point')} in ${countOf(shared.wordings.length, 'wording')}`,
    action: `${path}/together`,
    group: shared.group.id,
    button: 'Judge the ticked ones together',
    back: path,
    wordings: shared.wordings.map(({ key, text, pointIds }, at) => ({
      key,
      place: at < 9 ? String(at + 1) : '',
      count: pointIds.length === 1 ? '' : `${countWords(pointIds.length)} times:`,
      text,
      language: scope.consultation.language ?? scope.body.language,
    })),
    hasLater: shared.laterCount > 0,
    later: `${countOf(shared.laterCount, 'point')} more in other wordings come after these.`,
  }
}
