// Longer than most: one page, and its view has many plain parts.
import type { Stage } from '../../../../../data/model/document.ts'
import type { LinkKind } from '../../../../../data/model/link.ts'
import { needsDetails } from '../../../../usecases/review/answer.ts'
import type { EarlierDetails } from '../../../../usecases/review/read-earlier-details.ts'
import type { OpenPoint } from '../../../../usecases/review/show-review-point.ts'
import { markSpans, type Segment } from '../../../pages/mark-words.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { noticeOf, type Notice } from '../../pages/desk-frame.ts'
import { KIND_BUTTONS, STOP_QUESTIONS } from '../kind-words.ts'
import { deskPath, reviewPointPath, withQuery } from '../review-paths.ts'
import { actionWords, lastWords } from './action-words.ts'
import { detailForm, NO_DETAIL_FORM, type DetailForm } from './detail-form.ts'
import { offeredView, termsOf, type OfferedView } from './offered-passage.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { setAsideForm, type SetAsideForm } from './set-aside-form.ts'
import { countOf, countWords, dateWords, HOLDING_NAMES, STAGE_NAMES, STATED_NAMES } from '../../english.ts'

interface StopLine {
  readonly name: string
  readonly state: string
  readonly stateWords: string
  readonly words: readonly string[]
  readonly hasWords: boolean
  readonly isLink: boolean
  readonly href: string
}
export interface ReviewPointView extends ReviewFrame, Notice {
  readonly heading: string
  readonly kick: string
  readonly progress: string
  readonly isBlind: boolean
  readonly blindWords: string
  readonly verbatim: readonly Segment[]
  readonly language: string
  readonly meta: string
  readonly hasWhole: boolean
  readonly whole: string
  readonly voices: string
  readonly hasTogether: boolean
  readonly together: string
  readonly togetherHref: string
  readonly stops: readonly StopLine[]
  readonly hasMissing: boolean
  readonly missing: string
  readonly hasStated: boolean
  readonly stated: readonly { readonly words: string; readonly reason: string; readonly hasReason: boolean }[]
  readonly isStatedFolded: boolean
  readonly notes: readonly string[]
  readonly hasNotes: boolean
  readonly hasLast: boolean
  readonly last: string
  readonly undo: string
  readonly hasNow: boolean
  readonly isPassages: boolean
  readonly stopName: string
  readonly question: string
  readonly settleWords: string
  readonly offered: readonly OfferedView[]
  readonly hasOffered: boolean
  readonly hasMore: boolean
  readonly moreHref: string
  readonly moreWords: string
  readonly searchHref: string
  readonly nothing: string
  readonly nothingWords: string
  readonly hasRest: boolean
  readonly restHref: string
  readonly group: string
  readonly stop: string
  readonly terms: string
  readonly detail: DetailForm
  readonly hasDetail: boolean
  readonly setAside: SetAsideForm
  readonly isSettingAside: boolean
  readonly setAsideHref: string
  readonly skip: string
  readonly canSkip: boolean
  readonly note: string
  readonly flag: string
  readonly progressHref: string
  readonly keys: readonly { readonly key: string; readonly words: string }[]
}

export interface PointPageGiven {
  readonly isMore: boolean
  readonly panel: string
  /** A kind that says nothing without more, and its passage: the page asks. */
  readonly askKind: string
  readonly askPassage: string
  readonly isStaying: boolean
  readonly terms: string
  readonly earlier: EarlierDetails
  readonly problem: string | null
  readonly doneCount: number
  readonly pointCount: number
}

const FIRST_SHOWN = 3

const stopLines = (shown: OpenPoint, path: string): readonly StopLine[] =>
  shown.stops.map(({ stage, state, words, documents }) => ({
    name: STAGE_NAMES[stage],
    state,
    stateWords: state === 'settled' ? 'Settled' : state === 'now' ? 'Now' : 'To come',
    words: words.map(line => actionWords(line, documents)),
    hasWords: words.length > 0,
    isLink: state === 'later' && shown.stops[0]?.state !== 'now',
    href: withQuery(path, { stop: stage }),
  }))

const metaWords = ({ contribution }: OpenPoint): string => {
  const receivedOn = contribution?.receivedOn ?? null
  const when = receivedOn === null ? 'No date' : dateWords(receivedOn)
  return contribution?.channel ? `${contribution.channel}, ${when}` : when
}

const GENERAL_KEYS = [
  { key: '1 – 8', words: 'Choose a passage; the first is chosen already' },
  { key: 'j, ↓, ↑', words: 'Next passage, passage before (k too, but not at the answer)' },
  { key: 'a letter', words: 'Say what the chosen passage does, and go on' },
  { key: 'Shift and a letter', words: 'The same, and stay: there is more at this stop' },
  { key: '0', words: 'Nothing here: records the search' },
  { key: '9', words: 'Look at all the stops that are left, to say “nothing” to all at once' },
  { key: '.', words: 'More passages' },
  { key: 's', words: 'Search the stop' },
  { key: 'e', words: 'Open the document at the chosen passage' },
  { key: 'u', words: 'Undo the last thing you recorded' },
  { key: 'b', words: 'Judge the whole idea together' },
  { key: 'h', words: 'Back' },
  { key: 'l', words: 'Set the point aside, with a reason' },
  { key: 'z', words: 'Skip' },
  { key: 'w', words: 'Write a note' },
  { key: 'f', words: 'Flag it for others' },
  { key: '?', words: 'Show these keys' },
]

const isAsked = (shown: OpenPoint, given: PointPageGiven): boolean =>
  shown.now !== null &&
  given.askPassage !== '' &&
  KIND_BUTTONS[shown.now.stage].some(({ kind }) => kind === given.askKind) &&
  (given.askKind === 'not-decided' || needsDetails(given.askKind as LinkKind))

const headingOf = ({ point, group }: OpenPoint): string =>
  group.pointIds.length === 1
    ? `Point ${countWords(point.number)}`
    : `${countOf(group.pointIds.length, 'point')} together`

const lastOf = ({ latest, scope, stops }: OpenPoint): Pick<ReviewPointView, 'hasLast' | 'last' | 'undo'> => ({
  hasLast: latest !== null,
  last:
    latest === null
      ? ''
      : lastWords(
          latest,
          stops.flatMap(({ documents }) => documents),
        ),
  undo: `${deskPath(addressOf(scope))}/undo`,
})

const nowOf = (shown: OpenPoint, given: PointPageGiven, path: string) => {
  const stage: Stage = shown.now?.stage ?? 'plan'
  const offered = given.isMore ? shown.passages : shown.passages.slice(0, FIRST_SHOWN)
  const terms = termsOf(offered)
  const documentCount = shown.now?.documents.length ?? 0
  return {
    stopName: STAGE_NAMES[stage],
    question: STOP_QUESTIONS[stage],
    settleWords: `One key settles this stop: it records what you found, and that you looked through ${countOf(documentCount, 'document')} for more.`,
    offered: offered.map((one, at) => offeredView(one, at, { path, group: shown.group.id, stop: stage, terms })),
    hasOffered: offered.length > 0,
    hasMore: !given.isMore && shown.passages.length > FIRST_SHOWN,
    moreHref: withQuery(path, { stop: stage, more: 'yes' }),
    moreWords: `${countOf(shown.passages.length - FIRST_SHOWN, 'more passage')}`,
    searchHref: withQuery(`${path}/read`, { stop: stage }),
    stop: stage,
    terms,
  }
}

const togetherOf = (shown: OpenPoint, path: string) => ({
  voices:
    shown.voiceCount === 1
      ? 'Nobody else made this point.'
      : `${countOf(shown.voiceCount, 'point asks', 'points ask')} for this.`,
  hasTogether: shown.voiceCount > 1 && shown.group.pointIds.length === 1 && shown.group.actions.length === 0,
  together: 'Judge them together',
  togetherHref: `${path}/together`,
})

const statedOf = (shown: OpenPoint) => ({
  hasStated: shown.stated.length > 0,
  stated: shown.stated.map(({ code, rawState, reason }) => ({
    words: `${STATED_NAMES[code]} (“${rawState}”)`,
    reason: reason ?? '',
    hasReason: reason !== null,
  })),
  isStatedFolded: shown.isStatedFolded,
})

/** One point: what was said on the left, one stop at a time on the right. */
export const reviewPointPage = (visit: DeskVisit, shown: OpenPoint, given: PointPageGiven): ReviewPointView => {
  const { scope, point, group } = shown
  const path = reviewPointPath(addressOf(scope), point.number)
  const hasDetail = isAsked(shown, given)
  const isSettingAside = given.panel === 'set-aside'
  const now = nowOf(shown, given, path)
  return {
    ...reviewFrame(visit, headingOf(shown), scope),
    ...noticeOf(given.problem),
    heading: headingOf(shown),
    kick: scope.consultation.title,
    progress: `${countWords(given.doneCount)} of ${countOf(given.pointCount, 'point')} checked`,
    isBlind: group.round !== 'first',
    blindWords:
      group.round === 'second'
        ? 'Second look. What was found before is not shown.'
        : 'Third look: you settle it. What the two found is not shown.',
    verbatim: markSpans(shown.verbatim, shown.now === null ? [] : (shown.passages[0]?.inPoint ?? [])),
    language: point.language ?? scope.consultation.language ?? scope.body.language,
    meta: metaWords(shown),
    hasWhole: shown.contributionText.trim() !== shown.verbatim.trim() && shown.contributionText !== '',
    whole: shown.contributionText,
    ...togetherOf(shown, path),
    stops: stopLines(shown, path),
    hasMissing: shown.missing.length > 0,
    missing: shown.missing.map(({ title, holding }) => `${title}: ${HOLDING_NAMES[holding].toLowerCase()}.`).join(' '),
    ...statedOf(shown),
    notes: shown.notes.map(({ kind, text }) => (kind === 'flag' ? `Flagged. ${text}`.trim() : text)),
    hasNotes: shown.notes.length > 0,
    ...lastOf(shown),
    hasNow: shown.now !== null,
    isPassages: !hasDetail && !isSettingAside,
    ...now,
    nothing: `${path}/nothing`,
    nothingWords: (shown.now?.words.length ?? 0) > 0 ? 'Nothing more here' : 'Nothing here',
    hasRest:
      shown.now !== null &&
      shown.now.stage !== 'plan' &&
      shown.stops.filter(({ state }) => state !== 'settled').length > 1,
    restHref: `${path}/rest`,
    group: group.id,
    detail: hasDetail ? detailForm(shown, given, path) : NO_DETAIL_FORM,
    hasDetail,
    setAside: setAsideForm(shown, path),
    isSettingAside,
    setAsideHref: withQuery(path, { panel: 'set-aside' }),
    skip: `${path}/skip`,
    canSkip: group.actions.length === 0,
    note: `${path}/note`,
    flag: `${path}/flag`,
    progressHref: deskPath(addressOf(scope)),
    keys: GENERAL_KEYS,
  }
}
