import type { RestOfPoint } from '../../../../usecases/review/show-rest.ts'
import { passageLabel } from '../../../pages/addresses.ts'
import type { Segment } from '../../../pages/mark-words.ts'
import { showPassage } from '../../../pages/show-passage.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { reviewPointPath, withQuery } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf, STAGE_NAMES } from '../../english.ts'

export interface ReviewRestView extends ReviewFrame {
  readonly kick: string
  readonly verbatim: string
  readonly language: string
  readonly action: string
  readonly group: string
  readonly button: string
  readonly back: string
  readonly stops: readonly {
    readonly id: string
    readonly name: string
    readonly href: string
    readonly hasPassages: boolean
    readonly passages: readonly { readonly where: string; readonly segments: readonly Segment[] }[]
  }[]
}

/** The nearest passages of every stop that is left, so that one press can say "in none of these". */
export const reviewRestPage = (visit: DeskVisit, { shown, stops }: RestOfPoint): ReviewRestView => {
  const { scope, point, group } = shown
  const path = reviewPointPath(addressOf(scope), point.number)
  return {
    ...reviewFrame(visit, `The rest of point ${point.number}`, scope),
    kick: group.pointIds.length === 1 ? `Point ${point.number}` : `${countOf(group.pointIds.length, 'point')} together`,
    verbatim: shown.verbatim,
    language: point.language ?? scope.consultation.language ?? scope.body.language,
    action: `${path}/rest`,
    group: group.id,
    button: `Nothing at ${stops.length === 1 ? 'this stop' : `these ${stops.length} stops`}`,
    back: path,
    stops: stops.map(({ stage, passages }) => ({
      id: `stop-${stage}`,
      name: STAGE_NAMES[stage],
      href: withQuery(path, { stop: stage }),
      hasPassages: passages.length > 0,
      passages: passages.map(({ passage, document, inPassage }) => ({
        where: `${document.title}, ${passageLabel(passage)}`,
        segments: showPassage(passage, inPassage),
      })),
    })),
  }
}
