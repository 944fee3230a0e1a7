import { OUTCOMES } from '../../../../../analysis/finding.ts'
import type { DisputePage, GivenDispute } from '../../../../usecases/reply/open-dispute.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { publicPath, publicPointPath } from '../../release/release-paths.ts'
import { GROUP_NAMES, OUTCOME_NAMES } from '../../english.ts'

export interface DisputeView extends PrivateFrame {
  readonly heading: string
  readonly result: string
  readonly quote: string
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

const SENT = {
  held: 'Thank you. A person reads it within one working day. Then it stands on the page of this point, and our ranges count the point both ways.',
  published: 'It stands on the page of this point now, and our ranges count the point both ways.',
} as const

const TEXT_EVIDENCE = 'The text of this point, as it is shown.'
const headingOf = (number: number, isAboutText: boolean): string =>
  isAboutText ? `Should the text of point ${number} come down?` : `Is our result for point ${number} wrong?`

export const disputePage = (
  visit: DeskVisit,
  { scope, row }: DisputePage,
  given: {
    readonly draft: DisputeDraft
    readonly problem: string | null
    readonly sent: keyof typeof SENT | null
    /** It is about the words that are shown, not about the result. */
    readonly isAboutText?: boolean
  },
): DisputeView => {
  const { number } = row.point
  const back = publicPointPath(scope, number)
  return {
    ...privateFrame(
      visit,
      `Say that point ${number} is wrong`,
      [
        { href: publicPath(scope), text: scope.consultation.title },
        { href: back, text: `Point ${number}` },
      ],
      given,
    ),
    heading: given.sent !== null ? 'We have it' : headingOf(number, given.isAboutText === true),
    result:
      row.finding.group === null
        ? 'This point is left out of the totals.'
        : `We say: ${GROUP_NAMES[row.finding.group]}.`,
    quote: row.text.state === 'shown' ? row.text.text : '',
    hasQuote: row.text.state === 'shown',
    action: `${back}/dispute`,
    back,
    isSent: given.sent !== null,
    sent: given.sent === null ? '' : SENT[given.sent],
    isContributor: given.draft.party === 'contributor',
    text: given.draft.text,
    evidence: given.draft.evidence === '' && given.isAboutText === true ? TEXT_EVIDENCE : given.draft.evidence,
    outcomes: CLAIMS.map(value => ({
      value,
      name: OUTCOME_NAMES[value],
      isChosen: value === given.draft.claimedOutcome,
    })),
  }
}
