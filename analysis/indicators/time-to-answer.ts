import type { Document } from '../../data/model/document.ts'
import type { NamedFigure } from '../finding.ts'
import { daysBetween } from '../outcomes/calendar.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { counted, dateText } from '../sentences/wording.ts'
import { missingFigure, plainFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'

const NAME = { key: 'time-to-answer', label: 'Days from close to the first published answer' }

export interface AnswerWait {
  readonly days: number
  readonly isEnded: boolean
}

const firstAnswer = ({ index }: Inquiry, closesOn: string): Document | null =>
  (index.heldOfficial.get('answer') ?? [])
    .filter(document => document.publishedOn !== null && document.publishedOn >= closesOn)
    .reduce<Document | null>(
      (first, next) => (first === null || (next.publishedOn ?? '') < (first.publishedOn ?? '') ? next : first),
      null,
    )

/** How long people waited for an answer document, or have waited so far; null before the close, without its date, or where no decision was ever promised. */
export const answerWait = (inquiry: Inquiry): AnswerWait | null => {
  const { closesOn, decisionState } = inquiry.record.consultation
  if (closesOn === null || closesOn > inquiry.asOf || decisionState === 'none-promised') return null
  const answeredOn = firstAnswer(inquiry, closesOn)?.publishedOn ?? null
  return { days: daysBetween(closesOn, answeredOn ?? inquiry.asOf), isEnded: answeredOn !== null }
}

/** An answer that exists but is not on file is our gap or its holder's, and no wait of the body. */
const missingAnswer = ({ record }: Inquiry): Document | null =>
  record.documents.find(
    document => document.stage === 'answer' && document.holding !== 'held' && document.holding !== 'not-held',
  ) ?? null

const figureOf = (inquiry: Inquiry, wait: AnswerWait | null): NamedFigure => {
  const missing = wait?.isEnded ? null : missingAnswer(inquiry)
  if (missing && missing.holding !== 'held') return missingFigure(NAME, 'days', missing.holding)
  if (wait === null)
    return missingFigure(NAME, 'days', inquiry.record.consultation.closesOn === null ? 'not-collected' : 'no-decision')
  const figure = plainFigure(NAME, 'days', wait.days)
  return wait.isEnded ? figure : { ...figure, high: null, rangeMethod: 'open' }
}

/** How long until people heard back? Reasons in a decision record are not feedback. */
export const timeToAnswer: Indicator = {
  card: {
    number: 'L11',
    id: 'time-to-answer',
    name: 'Waiting for the answer',
    question: 'How long until people heard back?',
    formula: 'days from close to the first answer document; open waits count as "so far"',
    unit: 'days',
    denominator: 'The consultation.',
    complaint: 'Ticking boxes',
    doesNotShow:
      'It does not show why. The 84 days come from the Cabinet Office (2018): 12 weeks "or explain". They are meant for departments, not for councils.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: inquiry => {
    const wait = answerWait(inquiry)
    const byPoint = figureOf(inquiry, wait)
    const days = counted(byPoint.value ?? 0, 'day', 'days')
    const sentence = wait?.isEnded
      ? `An answer was published ${days} after close.`
      : `We found no answer ${days} after close (as at ${dateText(inquiry.asOf)}).`
    const isNull = byPoint.value === null
    return {
      byPoint,
      byIdea: null,
      companions: [],
      sentence: isNull ? null : sentence,
      twin: null,
      nullSentence: isNull ? nullSentence(byPoint) : null,
    }
  },
}
