import type { ShownReading } from '../../../../usecases/review/second-readings.ts'
import { countOf } from '../../english.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { deskPath } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'

export interface ReviewReadingView extends ReviewFrame {
  readonly heading: string
  readonly lede: string
  readonly isStopped: boolean
  readonly stopped: string
  readonly hasText: boolean
  readonly text: string
  readonly language: string
  readonly number: string
  readonly sha256: string
  readonly action: string
  readonly back: string
}

/** One released text, read by a second person as a stranger would read it. */
export const reviewReadingPage = (visit: DeskVisit, shown: ShownReading): ReviewReadingView => {
  const { scope, next, readCount, leakCount, waiting } = shown
  const path = deskPath(addressOf(scope))
  return {
    ...reviewFrame(visit, 'Read a released text again', scope),
    heading: next === null ? 'No text waits for you' : 'Does this text tell who somebody is?',
    lede: `${countOf(waiting.length, 'released text waits', 'released texts wait')} for a second reader. ${countOf(readCount, 'was', 'were')} read so far; ${leakCount} told who somebody is.`,
    isStopped: shown.isStopped,
    stopped: 'Too many told who somebody is. Nothing more is released until a second person has read every text.',
    hasText: next !== null,
    text: next?.text ?? '',
    language: scope.consultation.language ?? scope.body.language,
    number: next === null ? '' : String(next.number),
    sha256: next?.sha256 ?? '',
    action: `${path}/readings`,
    back: path,
  }
}
