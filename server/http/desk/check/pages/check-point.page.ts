import type { CheckAnswer } from '../../../../usecases/check/answer-check.ts'
import type { ShownCheckPoint } from '../../../../usecases/check/show-check.ts'
import { tagOf, type Tag } from '../../../pages/group-words.ts'
import { en } from '../../../strings/en.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { CHECK, checkPath, checkPointPath, repliesPath } from '../../release/release-paths.ts'
import { quoteOfRow } from './check-consultation.page.ts'
import { dateWords } from '../../english.ts'

export type CheckDraft = Omit<CheckAnswer, 'number'>
export const NO_ANSWER: CheckDraft = { kind: 'found', document: '', label: '', words: '' }

export interface CheckPointView extends PrivateFrame {
  readonly heading: string
  readonly quote: string
  readonly tag: Tag
  readonly action: string
  readonly canAnswer: boolean
  readonly hasDocuments: boolean
  readonly documents: readonly { readonly value: string; readonly name: string; readonly isChosen: boolean }[]
  readonly label: string
  readonly foundWords: string
  readonly reasonWords: string
  readonly scopeWords: string
  readonly records: string
  readonly hasSaid: boolean
  readonly said: readonly { readonly when: string; readonly what: string; readonly reason: string }[]
}

/** One point, and three ways to settle it. */
export const checkPointPage = (
  visit: DeskVisit,
  shown: ShownCheckPoint,
  given: { readonly draft: CheckDraft; readonly problem: string | null },
): CheckPointView => {
  const { scope, one, documents, said } = shown
  const { number } = one.row.point
  const wordsOf = (kind: CheckDraft['kind']): string => (given.draft.kind === kind ? given.draft.words : '')
  return {
    ...privateFrame(
      visit,
      `Check point ${number}`,
      [
        { href: CHECK, text: 'Check your own records' },
        { href: checkPath(scope), text: scope.consultation.title },
      ],
      given,
    ),
    heading: `Point ${number}`,
    quote: quoteOfRow(one),
    tag: tagOf(en, one.row.finding),
    action: checkPointPath(scope, number),
    canAnswer: shown.can.answer,
    hasDocuments: documents.length > 0,
    documents: documents.map(({ ref, title }) => ({ value: ref, name: title, isChosen: ref === given.draft.document })),
    label: given.draft.label,
    foundWords: wordsOf('found'),
    reasonWords: wordsOf('reason'),
    scopeWords: wordsOf('out-of-scope'),
    records: `${repliesPath(scope)}/records`,
    hasSaid: said.length > 0,
    said: said.map(({ rawState, reason, statedOn }) => ({
      when: statedOn === null ? 'No date' : dateWords(statedOn),
      what: rawState,
      reason: reason ?? '',
    })),
  }
}
