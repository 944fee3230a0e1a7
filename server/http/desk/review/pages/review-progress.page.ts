import type { DeskConsultation, ReviewProgress } from '../../../../usecases/review/show-progress.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { noticeOf, type Notice } from '../../pages/desk-frame.ts'
import { importIntoPath } from '../../import/import-paths.ts'
import { disputesPath, releasePath, repliesPath } from '../../release/release-paths.ts'
import { deskPath, reviewPointPath } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf, countWords, STAGE_NAMES } from '../../english.ts'

interface LinkLine {
  readonly href: string
  readonly text: string
}
export interface ReviewProgressView extends ReviewFrame, Notice {
  readonly kick: string
  readonly heading: string
  readonly hasMessage: boolean
  readonly message: string
  readonly certainty: string
  readonly canJudge: boolean
  readonly startWords: string
  readonly takePath: string
  readonly hasSecond: boolean
  readonly second: string
  readonly tasks: readonly LinkLine[]
  readonly elsewhere: readonly LinkLine[]
  readonly stages: readonly { readonly name: string; readonly done: string; readonly left: string }[]
  readonly agreement: string
  readonly hasAlpha: boolean
  readonly alpha: string
  readonly gateHeading: string
  readonly gate: readonly string[]
  readonly hasTopics: boolean
  readonly topics: readonly {
    readonly name: string
    readonly queue: string
    readonly left: string
    readonly takePath: string
  }[]
  readonly hasFlags: boolean
  readonly flags: readonly LinkLine[]
}

const MESSAGES: Readonly<Record<string, string>> = {
  'queue-done': 'The queue is empty: every point has been looked at.',
  'second-done': 'No point is waiting for a second look by you.',
  settled: 'Settled. The result is derived anew.',
  'no-text': 'No text is waiting.',
}

const suggestionTasks = ({ can, hasSuggestions }: ReviewProgress, path: string): readonly LinkLine[] =>
  can.suggest
    ? [
        {
          href: `${path}/suggestions`,
          text: hasSuggestions ? 'Get suggestions again, after new documents' : 'Get suggestions before you begin',
        },
      ]
    : []

const tasksOf = (progress: ReviewProgress, path: string): readonly LinkLine[] => [
  ...suggestionTasks(progress, path),
  ...materialTasks(progress, path),
]

const materialTasks = (
  { can, settleableCount, textsWaitingCount, readingsWaitingCount }: ReviewProgress,
  path: string,
): readonly LinkLine[] => [
  ...(can.releaseTexts && readingsWaitingCount > 0
    ? [
        {
          href: `${path}/readings`,
          text: `${countOf(readingsWaitingCount, 'released text is', 'released texts are')} to be read again by you`,
        },
      ]
    : []),
  ...(can.settle && settleableCount > 0
    ? [
        {
          href: `${path}/disagreements`,
          text: `${countOf(settleableCount, 'disagreement waits', 'disagreements wait')} for you, as a third person`,
        },
      ]
    : []),
  ...(can.releaseTexts && textsWaitingCount > 0
    ? [
        {
          href: `${path}/texts`,
          text: `${countOf(textsWaitingCount, 'text waits', 'texts wait')} for a person’s approval`,
        },
      ]
    : []),
  ...(can.changeIdeas ? [{ href: `${path}/ideas`, text: 'Merge or split ideas' }] : []),
]

/** The other desks of the same consultation. */
const elsewhereOf = ({ scope, can }: ReviewProgress): readonly LinkLine[] => [
  ...(can.import ? [{ href: importIntoPath(scope), text: 'Import records' }] : []),
  { href: repliesPath(scope), text: 'The council’s reply' },
  ...(can.settle ? [{ href: disputesPath(scope), text: 'Disputes' }] : []),
  { href: releasePath(scope), text: 'Release' },
]

const alphaWords = (alpha: number): string =>
  `Krippendorff’s alpha is ${alpha.toFixed(2)}. ${alpha >= 0.8 ? 'That is enough.' : alpha >= 0.667 ? 'Coders agreed moderately.' : 'That is too little to publish: talk about the rules first.'}`

const gateOf = ({ audit, disagreements }: ReviewProgress): readonly string[] => [
  ...audit.headlineGate.reasons,
  ...(disagreements.length > 0
    ? [`${countOf(disagreements.length, 'disagreement is', 'disagreements are')} open.`]
    : []),
  ...(audit.headlineGate.isMet ? ['Enough is checked for a headline.'] : []),
]

/** How far the review has come, and where to go on. */
export const reviewProgressPage = (
  visit: DeskVisit,
  progress: ReviewProgress,
  given: { readonly message: string; readonly problem: string | null },
): ReviewProgressView => {
  const { scope, pointCount, checkedCount } = progress
  const path = deskPath(addressOf(scope))
  return {
    ...reviewFrame(visit, scope.consultation.title, scope, false),
    ...noticeOf(given.problem),
    kick: scope.consultation.title,
    heading: `${countWords(checkedCount)} of ${countOf(pointCount, 'point')} checked`,
    hasMessage: MESSAGES[given.message] !== undefined,
    message: MESSAGES[given.message] ?? '',
    certainty: progress.certainty,
    canJudge: progress.can.judge,
    startWords:
      progress.openNumber === null ? 'Next point, most voices first' : `Go on with point ${progress.openNumber}`,
    takePath: `${path}/take`,
    hasSecond: progress.secondWaitingCount > 0,
    second: `Second look, blind: ${countWords(progress.secondWaitingCount)} waiting`,
    tasks: tasksOf(progress, path),
    elsewhere: elsewhereOf(progress),
    stages: progress.byStage.map(({ stage, doneCount, leftCount }) => ({
      name: STAGE_NAMES[stage],
      done: countWords(doneCount),
      left: countWords(leftCount),
    })),
    agreement: progress.agreement ?? 'No point has been checked by two people yet.',
    hasAlpha: progress.alpha !== null,
    alpha: progress.alpha === null ? '' : alphaWords(progress.alpha),
    gateHeading: progress.audit.headlineGate.isMet ? 'Ready for a headline' : 'What is left before publishing',
    gate: gateOf(progress),
    hasTopics: progress.can.judge && progress.topics.length > 0,
    topics: progress.topics.map(({ topic, leftCount }) => ({
      name: topic,
      queue: `topic:${topic}`,
      left: `${countWords(leftCount)} left`,
      takePath: `${path}/take`,
    })),
    hasFlags: progress.flags.length > 0,
    flags: progress.flags.map(({ note, number }) => ({
      href: reviewPointPath(addressOf(scope), number),
      text: `Point ${number}${note.text === '' ? '' : `: ${note.text}`}`,
    })),
  }
}

export interface ReviewListView extends ReviewFrame {
  readonly hasConsultations: boolean
  readonly consultations: readonly { readonly href: string; readonly title: string; readonly under: string }[]
}

export const reviewListPage = (visit: DeskVisit, consultations: readonly DeskConsultation[]): ReviewListView => ({
  ...reviewFrame(visit, 'Review desk', null),
  hasConsultations: consultations.length > 0,
  consultations: consultations.map(({ bodyRef, ref, title, bodyName, pointCount }) => ({
    href: deskPath({ body: bodyRef, consultation: ref }),
    title,
    under: `${bodyName}, ${countOf(pointCount, 'point')}`,
  })),
})
