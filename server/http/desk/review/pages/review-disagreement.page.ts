import { RELATION_WORDS } from './relation-words.ts'
import { OUTCOMES } from '../../../../../analysis/finding.ts'
import type { ShownDisagreement, Side } from '../../../../usecases/review/settle-disagreement.ts'
import { passageWords } from '../../../pages/show-passage.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { noticeOf, type Notice } from '../../pages/desk-frame.ts'
import { JUDGEMENT_WORDS } from '../kind-words.ts'
import { deskPath } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf, countWords, LINK_KIND_LINES, outcomeWords } from '../../english.ts'

interface EvidenceLine {
  readonly where: string
  readonly kind: string
  readonly hasText: boolean
  readonly text: string
}
export interface ReviewDisagreementView extends ReviewFrame, Notice {
  readonly kick: string
  readonly heading: string
  readonly verbatim: string
  readonly language: string
  readonly sides: readonly {
    readonly id: string
    readonly name: string
    readonly outcome: string
    readonly relation: string
    readonly lines: readonly EvidenceLine[]
    readonly action: string
    readonly disagreement: string
    readonly side: string
    readonly key: string
    readonly button: string
  }[]
  readonly others: readonly {
    readonly as: string
    readonly key: string
    readonly button: string
    readonly action: string
    readonly disagreement: string
  }[]
}

const named = (outcome: string): string => {
  const known = OUTCOMES.find(name => name === outcome)
  return known === undefined ? outcome : outcomeWords(known)
}

const linesOf = ({ passages }: ShownDisagreement, { records }: Side): readonly EvidenceLine[] => [
  ...records.links.map(({ passageId, kind }) => {
    const passage = passages.get(passageId)
    return {
      where: passage?.ref ?? '',
      kind: LINK_KIND_LINES[kind],
      hasText: passage !== undefined,
      text: passage === undefined ? '' : passageWords(passage),
    }
  }),
  ...records.judgements.map(({ kind, passageId }) => {
    const passage = passages.get(passageId ?? '')
    return {
      where: passage?.ref ?? '',
      kind: `${JUDGEMENT_WORDS[kind]}.`,
      hasText: passage !== undefined,
      text: passage === undefined ? '' : passageWords(passage),
    }
  }),
]

/** Two results side by side, without names, for a third person to decide. */
export const reviewDisagreementPage = (
  visit: DeskVisit,
  shown: ShownDisagreement,
  problem: string | null,
): ReviewDisagreementView => {
  const { scope, point, disagreement } = shown
  const action = `${deskPath(addressOf(scope))}/disagreements`
  return {
    ...reviewFrame(visit, `Disagreement on point ${point.number}`, scope),
    ...noticeOf(problem),
    kick: countOf(shown.leftCount, 'disagreement waits', 'disagreements wait'),
    heading: `Point ${countWords(point.number)}`,
    verbatim: shown.verbatim,
    language: point.language ?? scope.consultation.language ?? scope.body.language,
    sides: shown.sides.map((side, at) => ({
      id: `side-${at + 1}`,
      name: at === 0 ? 'One person' : 'The other',
      outcome: named(side.outcome),
      relation: RELATION_WORDS[side.relation] ?? side.relation,
      lines: linesOf(shown, side),
      action,
      disagreement: disagreement.id,
      side: side.side,
      key: String(at + 1),
      button: at === 0 ? 'This is right' : 'This one is right',
    })),
    others: [
      { as: 'anew', key: 'n', button: 'Neither: I judge it myself', action, disagreement: disagreement.id },
      { as: 'cannot-tell', key: 'x', button: 'It cannot be told', action, disagreement: disagreement.id },
    ],
  }
}
