import { OUTCOMES } from '../../../../../analysis/finding.ts'
import type { DisputePage, GivenDispute } from '../../../../usecases/reply/open-dispute.ts'
import { pointLanguage } from '../../../pages/quoted-language.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { publicPath, publicPointPath } from '../../release/release-paths.ts'
import type { Strings } from '../../../strings/strings.ts'

export interface DisputeView extends PrivateFrame {
  readonly heading: string
  readonly result: string
  readonly quote: string
  readonly quoteLanguage: string
  readonly hasQuote: boolean
  readonly action: string
  readonly back: string
  readonly isSent: boolean
  readonly sent: string
  readonly isContributor: boolean
  readonly text: string
  readonly evidence: string
  readonly outcomes: readonly { readonly value: string; readonly name: string; readonly isChosen: boolean }[]
}

export type DisputeDraft = Pick<GivenDispute, 'party' | 'text' | 'evidence' | 'claimedOutcome'>
export const NO_DISPUTE: DisputeDraft = { party: 'other', text: '', evidence: '', claimedOutcome: '' }

/** Results that somebody can say are right; "not checked" is none. */
const CLAIMS = OUTCOMES.filter(
  outcome => outcome !== 'unchecked' && outcome !== 'not-codable' && outcome !== 'withdrawn',
)

type Sent = keyof Strings['dispute']['sent']

const headingOf = (t: Strings, number: number, isAboutText: boolean): string =>
  isAboutText ? t.dispute.headingAboutText(number) : t.dispute.heading(number)

export const disputePage = (
  visit: DeskVisit,
  { scope, index, row }: DisputePage,
  given: {
    readonly draft: DisputeDraft
    readonly problem: string | null
    readonly sent: Sent | null
    /** It is about the words that are shown, not about the result. */
    readonly isAboutText?: boolean
  },
): DisputeView => {
  const { strings: t } = visit.site
  const { number } = row.point
  const back = publicPointPath(scope, number)
  return {
    ...privateFrame(
      visit,
      t.dispute.title(number),
      [
        { href: publicPath(scope), text: scope.consultation.title },
        { href: back, text: t.point.name(number) },
      ],
      given,
    ),
    heading: given.sent !== null ? t.dispute.sentHeading : headingOf(t, number, given.isAboutText === true),
    result: row.finding.group === null ? t.dispute.leftOut : t.dispute.weSay(t.results.groups[row.finding.group]),
    quote: row.text.state === 'shown' ? row.text.text : '',
    quoteLanguage: pointLanguage(index, row),
    hasQuote: row.text.state === 'shown',
    action: `${back}/dispute`,
    back,
    isSent: given.sent !== null,
    sent: given.sent === null ? '' : t.dispute.sent[given.sent],
    isContributor: given.draft.party === 'contributor',
    text: given.draft.text,
    evidence:
      given.draft.evidence === '' && given.isAboutText === true ? t.dispute.evidenceAboutText : given.draft.evidence,
    outcomes: CLAIMS.map(value => ({
      value,
      name: t.results.outcomes[value],
      isChosen: value === given.draft.claimedOutcome,
    })),
  }
}
