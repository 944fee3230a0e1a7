import type { Document } from '../../data/model/document.ts'
import type { TimingTest } from '../../data/model/deciding.ts'
import { daysBetween } from '../outcomes/calendar.ts'
import { countText, dateText, plural } from '../sentences/wording.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { measureCount } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'
import { timingResults } from './timing-tests.ts'

const TEST_WORDS: Readonly<Record<TimingTest['test'], string>> = {
  T1: 'A decision, award or budget commitment dated before the close',
  T2: 'A text that states the outcome as settled',
  T3: 'No alternatives, and not why they were dropped',
  T4: 'A form that gives no way to disagree in principle',
  T5: 'A step of implementation before the close',
}

const documentOf = ({ index }: Inquiry, test: TimingTest): Document | null => {
  const passage = index.passageById.get(test.passageId ?? '')
  return index.documentById.get(passage?.documentId ?? '') ?? null
}

/** An award or a step says more than a text that was always meant to be early: those are quoted first. */
const QUOTED_FIRST: readonly TimingTest['test'][] = ['T1', 'T5', 'T2', 'T3', 'T4']

const quotedStep = (inquiry: Inquiry, positives: readonly TimingTest[]): Document | null => {
  const closesOn = inquiry.record.consultation.closesOn ?? ''
  const dated = QUOTED_FIRST.flatMap(name => positives.filter(test => test.test === name))
    .flatMap(test => documentOf(inquiry, test) ?? [])
    .filter(({ publishedOn }) => publishedOn !== null && publishedOn < closesOn)
  return dated[0] ?? null
}

/** What the body answered to all of this: its reply stands beside the figure, whole; silence is said with its date (P33). */
const replySentence = ({ record, asOf }: Inquiry): string => {
  const replies = record.replies.filter(reply => reply.pointId === null)
  if (replies.some(({ state }) => state === 'replied')) return 'What the council says stands beside it.'
  if (replies.some(({ state }) => state === 'declined')) return 'The council declined to comment.'
  const dueOn =
    replies
      .flatMap(reply => reply.dueOn ?? [])
      .sort()
      .at(-1) ?? asOf
  return replies.length === 0
    ? 'The council has not been asked yet.'
    : `No reply received by ${dateText(dueOn < asOf ? dueOn : asOf)}.`
}

const sentenceOf = (inquiry: Inquiry, positives: readonly TimingTest[], total: number): string => {
  if (positives.length === 0) return `None of the ${countText(total)} checks found a step dated before the close.`
  const step = quotedStep(inquiry, positives)
  const closesOn = inquiry.record.consultation.closesOn
  const count = `${countText(positives.length)} of ${countText(total)} checks ${plural(positives.length, 'is', 'are')} positive.`
  const stepOn = step?.publishedOn ?? null
  if (step === null || stepOn === null || closesOn === null) return `${count} ${replySentence(inquiry)}`
  const days = daysBetween(stepOn, closesOn)
  return `“${step.title}”, dated ${dateText(stepOn)}, came ${days} ${plural(days, 'day', 'days')} before the close. ${count} ${replySentence(inquiry)}`
}

/** Was anything settled before people had finished? */
export const decidedBefore: Indicator = {
  card: {
    number: 'L13',
    id: 'decided-before',
    name: 'Dated before the end',
    question: 'Was anything settled before people had finished?',
    formula: 'positive ÷ assessable of five tests on dated documents (T1 to T5)',
    unit: 'count of tests',
    denominator: 'Tests that the documents on file can settle; three at least.',
    complaint: 'Ticking boxes',
    doesNotShow:
      'It does not show a closed mind. A view held early is not one by itself (Localism Act 2011, section 25). A contract can have conditions.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: inquiry => {
    const { tests, positives, assessableCount } = timingResults(inquiry)
    return measureCount({
      key: 'decided-before',
      label: 'Checks that found something settled before the end',
      hitCount: positives.length,
      totalCount: assessableCount,
      isCollected: tests.length > 0,
      minCount: THRESHOLDS.timingTestMinCount,
      isExact: true,
      items: tests.map(test => ({
        text: `${test.test}: ${TEST_WORDS[test.test]}`,
        state: test.result,
        on: documentOf(inquiry, test)?.publishedOn ?? null,
        days: null,
        passageId: test.passageId,
      })),
      sentence: () => sentenceOf(inquiry, positives, assessableCount),
    })
  },
}
