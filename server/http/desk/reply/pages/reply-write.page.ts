import { MOST_WORDS } from '../../../../usecases/reply/reply-rules.ts'
import type { ShownFinding, ShownFindings } from '../../../../usecases/reply/show-findings.ts'
import { passageLabel } from '../../../pages/addresses.ts'
import { pointLanguage, recordLanguage } from '../../../pages/quoted-language.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { publicPointPath } from '../../release/release-paths.ts'
import type { Strings } from '../../../strings/strings.ts'

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
  /** Of documents, and of what the council wrote before. */
  readonly evidenceLanguage: string
  readonly replyLanguage: string
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
    /** After the words of a link, for those who hear links alone. */
    readonly ofPoint: string
    readonly quote: string
    readonly quoteLanguage: string
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
}

const quoteOf = (t: Strings, { row }: ShownFinding): string => {
  if (row.text.state === 'shown') return t.replyForm.quoted(row.text.text)
  return row.text.state === 'withheld' ? t.replyForm.withheld : t.replyForm.notReleased
}

const pointOf = (
  t: Strings,
  { scope, index, canDispute }: ShownFindings,
  finding: ShownFinding,
): ReplyWriteView['points'][number] => ({
  canDispute,
  dispute: `${publicPointPath(scope, finding.row.point.number)}/dispute`,
  name: t.replyForm.pointAndGroup(
    t.point.name(finding.row.point.number),
    finding.row.finding.group === null ? t.replyForm.leftOut : t.results.groups[finding.row.finding.group],
  ),
  ofPoint: t.replyForm.ofPoint(t.point.name(finding.row.point.number)),
  quote: quoteOf(t, finding),
  // Where the words are not shown, ours stand there.
  quoteLanguage: finding.row.text.state === 'shown' ? pointLanguage(index, finding.row) : t.language,
  sentence: finding.sentence,
  searched: finding.searchedCount === 0 ? '' : t.replyForm.searched(finding.searchedCount),
  hasEvidence: finding.evidence.length > 0,
  evidenceName: t.replyForm.restsOn(finding.evidence.length),
  evidence: finding.evidence.map(({ document, passage }) => ({
    place: t.replyForm.place(document.title, passageLabel(passage)),
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
  const { strings: t } = visit.site
  const { scope, index, findings, replies } = shown
  const from = (given.page - 1) * POINTS_PER_PAGE
  const dueOn = replies.findLast(({ state }) => state === 'asked')?.dueOn ?? null
  return {
    ...privateFrame(visit, t.replyForm.title(scope.consultation.title), [], given),
    kick: scope.body.name,
    heading:
      shown.number === null
        ? scope.consultation.title
        : t.replyForm.onePoint(t.point.name(shown.number), scope.consultation.title),
    finding: index.sentences.finding,
    due: dueOn === null ? t.replyForm.wheneverItComes : t.replyForm.replyBy(dueOn),
    action: given.action,
    evidenceLanguage: recordLanguage(index),
    replyLanguage: index.record.body.language,
    isSent: given.isSent,
    isOnePoint: shown.number !== null,
    number: given.draft.number,
    text: given.draft.text,
    isDeclined: given.draft.isDeclined,
    limits: t.replyForm.limits(MOST_WORDS.one, shown.wordsLeft, MOST_WORDS.all),
    hasReplies: replies.some(({ text }) => text !== null),
    replies: replies.flatMap(({ text, repliedOn }) =>
      text === null
        ? []
        : [{ said: repliedOn === null ? t.replyForm.replied : t.replyForm.repliedOn(repliedOn), text }],
    ),
    points: findings.slice(from, from + POINTS_PER_PAGE).map(finding => pointOf(t, shown, finding)),
    hasNext: findings.length > from + POINTS_PER_PAGE,
    next: `${given.action}?page=${given.page + 1}`,
  }
}
