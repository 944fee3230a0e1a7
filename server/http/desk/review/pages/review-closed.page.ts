import type { ClosedPoint } from '../../../../usecases/review/show-review-point.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { deskPath } from '../review-paths.ts'
import { lastWords } from './action-words.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countWords } from '../../english.ts'

export interface ReviewClosedView extends ReviewFrame {
  readonly heading: string
  readonly state: string
  readonly hasLast: boolean
  readonly last: string
  readonly undo: string
  readonly canTake: boolean
  readonly take: string
  readonly number: string
  readonly back: string
}

const STATES: Readonly<Record<ClosedPoint['state'], string>> = {
  free: 'Nobody has this point on their desk.',
  'with-another':
    'Somebody else has this point on their desk. Two people never judge the same point, unless the second look is blind.',
  checked: 'This point has been checked. What was found is not shown here, so that a second look stays blind.',
}

/** A point that does not lie on this desk. */
export const reviewClosedPage = (visit: DeskVisit, { scope, point, state, latest }: ClosedPoint): ReviewClosedView => {
  const back = deskPath(addressOf(scope))
  return {
    ...reviewFrame(visit, `Point ${point.number}`, scope),
    heading: `Point ${countWords(point.number)}`,
    state: STATES[state],
    hasLast: latest !== null,
    last: latest === null ? '' : lastWords(latest, []),
    undo: `${back}/undo`,
    canTake: state === 'free',
    take: `${back}/take`,
    number: String(point.number),
    back,
  }
}
