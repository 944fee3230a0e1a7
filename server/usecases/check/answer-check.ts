import type { StatedOutcome } from '../../../data/model/stated-outcome.ts'
import { readRecords } from '../../../data/store/records.ts'
import { findPassage } from '../../../data/store/review-records.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import { asWritten, countWords, MOST_WORDS } from '../reply/reply-rules.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview, type ReviewWrite } from '../review/write-review.ts'

/** Three ways to settle a row of the list. Each is a word of the body: a person checks it before it counts. */
export const CHECK_ANSWERS = {
  found: { code: 'says-answered', rawState: 'Answered' },
  reason: { code: 'says-refused', rawState: 'Turned down, with a reason' },
  'out-of-scope': { code: 'says-out-of-scope', rawState: 'Out of scope' },
} as const satisfies Readonly<Record<string, Pick<StatedOutcome, 'code' | 'rawState'>>>
export type CheckAnswerKind = keyof typeof CHECK_ANSWERS

export interface CheckAnswer {
  readonly number: number
  readonly kind: CheckAnswerKind
  /** Ref of the document in which the answer stands; asked for where it was found. */
  readonly document: string
  /** Label of the paragraph, clause or row; "" = not said. */
  readonly label: string
  readonly words: string
}

const passageOf = async (
  { tx, consultationId }: ReviewWrite,
  { kind, document, label }: CheckAnswer,
): Promise<string | null> => {
  if (kind !== 'found') return null
  const documents = await readRecords(tx, 'document', consultationId)
  if (!documents.some(({ ref, holding }) => ref === document && holding === 'held'))
    throw new AppError(
      'refused',
      'Choose the record in which the answer stands. If it is not listed, send it in first.',
    )
  const passage = await findPassage(tx, consultationId, `${document}#${label.trim()}`)
  if (passage === null)
    throw new AppError(
      'refused',
      `This record has no paragraph or row "${label.trim()}". Its numbers stand beside each on the page of the record.`,
    )
  return passage.id
}

/** The body says where the answer to a point is, or why there is none. Added; what it said before stays. */
export const answerCheck = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  given: CheckAnswer,
): Promise<void> =>
  writeReview(deps, actor, { action: 'check.answer', consultationId: consultation.id }, async write => {
    const point = await findByNumber(write.tx, 'point', consultation.id, given.number)
    if (point === null) throw new AppError('not-found', `There is no point ${given.number}.`)
    const words = asWritten(given.words)
    if (given.kind !== 'found' && countWords(words) === 0) throw new AppError('refused', 'Say why, in a sentence.')
    if (countWords(words) > MOST_WORDS.one) throw new AppError('refused', `Use at most ${MOST_WORDS.one} words.`)
    const passageId = await passageOf(write, given)
    await write.add('stated-outcome', [
      {
        id: deps.newId(),
        consultationId: consultation.id,
        pointId: point.id,
        ...CHECK_ANSWERS[given.kind],
        reason: words === '' ? null : words,
        statedOn: deps.clock.today(),
        passageId,
      },
    ])
  })
