import type { Question } from '../../data/model/event.ts'
import { daysBetween } from '../outcomes/calendar.ts'
import { percentile } from '../statistics/percentile.ts'
import { kOfN, rateText } from '../sentences/wording.ts'
import { missingFigure, plainFigure, shareFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'

type State = Question['answerState']
const STATES: readonly (readonly [State, string])[] = [
  ['in-room', 'Answered in the room'],
  ['later', 'Answered later, in writing'],
  ['partly', 'Answered in part'],
  ['deflected', 'Turned to something else'],
  ['taken-away', 'Taken away'],
  ['no-reply', 'No reply'],
]

/** An answer dated after the as-at date has not been given yet: the question still waits. */
const stateAsAt = (question: Question, asOf: string): State =>
  question.answerState === 'later' && (question.answeredOn ?? '') > asOf ? 'taken-away' : question.answerState

const waitOf = ({ askedOn, answeredOn }: Question): number | null =>
  askedOn === null || answeredOn === null ? null : daysBetween(askedOn, answeredOn)

const medianWait = (questions: readonly Question[]) => {
  const days = questions.flatMap(question => waitOf(question) ?? []).sort((a, b) => a - b)
  const name = { key: 'questions-median-days', label: 'Median days to an answer given later' }
  return days.length === 0
    ? missingFigure(name, 'days', 'not-collected')
    : plainFigure(name, 'days', percentile(days, 0.5))
}

/** Were questions answered? "We do not know" is an answer. */
export const questionsAnswered: Indicator = {
  card: {
    number: 'L16',
    id: 'questions-answered',
    name: 'Were questions answered?',
    question: 'Were questions answered?',
    formula: 'answered in substance, in the room or in writing by the as-at date ÷ asked',
    unit: 'share of questions',
    denominator: 'Questions in the question log.',
    complaint: 'Telling you what is happening',
    doesNotShow: 'It does not show that answers are right.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record: { questions }, asOf }) => {
    const states = questions.map(question => stateAsAt(question, asOf))
    const countOf = (state: State): number => states.filter(one => one === state).length
    return measureCount({
      key: 'questions-answered',
      label: 'Questions with a recorded answer',
      hitCount: countOf('in-room') + countOf('later'),
      totalCount: questions.length,
      isCollected: questions.length > 0,
      companions: [
        ...STATES.map(([state, label]) =>
          shareFigure({ key: `questions-${state}`, label }, countOf(state), questions.length),
        ),
        medianWait(questions.filter((_, place) => states[place] === 'later')),
      ],
      items: questions.map((question, place) => ({
        text: question.text,
        state: states[place] ?? question.answerState,
        on: question.askedOn,
        days: waitOf(question),
        passageId: question.passageId,
      })),
      sentence: figure => `${kOfN(figure)} questions${rateText(figure)} have a recorded answer.`,
    })
  },
}
