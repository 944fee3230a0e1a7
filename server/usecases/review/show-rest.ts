import type { Stage } from '../../../data/model/document.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import { gatherPassages, type OfferedPassage } from './gather-passages.ts'
import type { ReviewScope } from './review-scope.ts'
import { showReviewPoint, type OpenPoint } from './show-review-point.ts'

export interface RestOfPoint {
  readonly shown: OpenPoint
  readonly stops: readonly { readonly stage: Stage; readonly passages: readonly OfferedPassage[] }[]
}

const PASSAGES_SHOWN = 3

/** The best passages of every stop that is left. Not before the relation to the plan is settled. */
export const showRest = async (deps: Deps, actor: Actor, scope: ReviewScope, number: number): Promise<RestOfPoint> => {
  const shown = await showReviewPoint(deps, actor, scope, { number, stop: '' })
  if (shown.state !== 'open') throw new AppError('conflict', 'This point does not lie on your desk. Take it first.')
  if (shown.now?.stage === 'plan') throw new AppError('conflict', 'How it stands to the plan comes first.')
  const stops = []
  for (const { stage, documents } of shown.stops.filter(({ state }) => state !== 'settled')) {
    const passages = await gatherPassages(deps.store.reader, {
      pointId: shown.point.id,
      documents,
      earlierPassageIds: shown.group.round === 'first' ? shown.links.map(({ passageId }) => passageId) : [],
    })
    stops.push({ stage, passages: passages.slice(0, PASSAGES_SHOWN) })
  }
  return { shown, stops }
}
