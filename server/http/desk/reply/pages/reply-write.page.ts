import type { ShownFinding, ShownFindings } from '../../../../usecases/reply/show-findings.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { publicPointPath } from '../../release/release-paths.ts'
import { countOf, countWords, dateWords, GROUP_NAMES } from '../../english.ts'

/** Points on one page: with their evidence they are long. */
const POINTS_PER_PAGE = 100

export interface ReplyDraft {
  readonly number: string
  readonly text: string
  readonly isDeclined: boolean
}
export interface ReplyWriteView extends PrivateFrame {
  readonly kick: string
  readonly heading: string
  readonly finding: string
  readonly due: string
  readonly action: string
  readonly isSent: boolean
  readonly isOnePoint: boolean
  readonly number: string
  readonly text: string
  readonly isDeclined: boolean
  readonly limits: string
  readonly hasReplies: boolean
  readonly replies: readonly { readonly said: string; readonly text: string }[]
  readonly points: readonly {
    readonly name: string
    readonly quote: string
    readonly group: string
    readonly sentence: string
    readonly searched: string
    readonly canDispute: boolean
    readonly dispute: string
    readonly hasEvidence: boolean
    readonly evidenceName: string
    readonly evidence: readonly { readonly place: string; readonly text: string }[]
  }[]
  readonly hasNext: boolean
  readonly next: string
  readonly nextName: string
}

const quoteOf = ({ row }: ShownFinding): string => {
  if (row.text.state === 'shown') return `“${row.text.text}”`
  return row.text.state === 'withheld'
    ? 'The text of this point is not shown. The point is counted.'
    : 'The text of this point is not released yet.'
}

const pointOf = ({ scope, canDispute }: ShownFindings, finding: ShownFinding): ReplyWriteView['points'][number] => ({
  canDispute,
  dispute: `${publicPointPath(scope, finding.row.point.number)}/dispute`,
  name: `Point ${finding.row.point.number}`,
  quote: quoteOf(finding),
  group: finding.row.finding.group === null ? 'Left out of the totals' : GROUP_NAMES[finding.row.finding.group],
  sentence: finding.sentence,
  searched: finding.searchedCount === 0 ? '' : `We searched ${countOf(finding.searchedCount, 'document')} for it.`,
  hasEvidence: finding.evidence.length > 0,
  evidenceName: `What this rests on: ${countOf(finding.evidence.length, 'passage')}`,
  evidence: finding.evidence.map(({ document, passage }) => ({
    place: `${document.title}, ${passage.ref.slice(passage.ref.indexOf('#') + 1)}`,
    text: passage.text,
  })),
})

export interface ReplyWriteGiven {
  readonly action: string
  readonly draft: ReplyDraft
  readonly problem: string | null
  readonly isSent: boolean
  /** From 1. */
  readonly page: number
}

/** The findings with their evidence, and the form for the body's own words. */
export const replyWritePage = (visit: DeskVisit, shown: ShownFindings, given: ReplyWriteGiven): ReplyWriteView => {
  const { scope, index, findings, replies } = shown
  const from = (given.page - 1) * POINTS_PER_PAGE
  const dueOn = replies.findLast(({ state }) => state === 'asked')?.dueOn ?? null
  return {
    ...privateFrame(visit, `Reply: ${scope.consultation.title}`, [], given),
    kick: scope.body.name,
    heading: shown.number === null ? scope.consultation.title : `Point ${shown.number}: ${scope.consultation.title}`,
    finding: index.sentences.finding,
    due:
      dueOn === null
        ? 'Your reply is printed whenever it comes.'
        : `Please reply by ${dateWords(dueOn)}. A later reply is printed too.`,
    action: given.action,
    isSent: given.isSent,
    isOnePoint: shown.number !== null,
    number: given.draft.number,
    text: given.draft.text,
    isDeclined: given.draft.isDeclined,
    limits: `At most 300 words. You have ${countWords(shown.wordsLeft)} of 1,000 words left for this consultation.`,
    hasReplies: replies.some(({ text }) => text !== null),
    replies: replies.flatMap(({ text, repliedOn }) =>
      text === null ? [] : [{ said: repliedOn === null ? 'Replied' : `Replied on ${dateWords(repliedOn)}`, text }],
    ),
    points: findings.slice(from, from + POINTS_PER_PAGE).map(finding => pointOf(shown, finding)),
    hasNext: findings.length > from + POINTS_PER_PAGE,
    next: `${given.action}?page=${given.page + 1}`,
    nextName: 'More points',
  }
}
