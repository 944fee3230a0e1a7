import type { SIGNAL_STATES } from '../../../../analysis/finding.ts'
import { asAtTogether, dateTogether, nouns } from './nouns.ts'

const signalStates: Readonly<Record<(typeof SIGNAL_STATES)[number], string>> = {
  present: 'Present',
  'not-present': 'Not present',
  'not-enough-records': 'Not enough records',
}

export const consultation = {
  pageTitle: (title: string, n: number) => `${title}: what happened to ${nouns.points(n)} people made`,
  badge: (ofWords: string) => `${ofWords} records`,
  survey: 'Survey',
  consultation: 'Consultation',
  kick: (kind: string, period: string | null) => (period === null ? kind : `${kind}, ${period}`),
  pointName: (n: number) => `: point ${n}`,
  checkedFirst: (day: string) =>
    `Checked by the council first. It said on ${dateTogether(day)} that this may be published.`,
  replyHeading: (council: string) => `${council}’s reply`,
  statedHeading: (council: string, isChecked: boolean) =>
    `What ${council} says${isChecked ? ', beside what the records show' : ''}`,
  examplesHeading: (n: number) => (n === 3 ? 'Three points, followed all the way' : 'Points followed all the way'),
  changed: (subject: string, before: string, after: string, reason: string) =>
    `${subject}: from “${before}” to “${after}”. ${reason}`,
  signalStates,
  signalRule: (threshold: string) => `The rule: ${threshold}`,
  signalRows: {
    'decided-before': 'The checks',
    'promised-level': 'The tests',
    'time-to-answer': 'The documents',
    'telling-share': 'Who spoke',
    'promises-waiting': 'The promises',
    'cherry-picking-gap': 'Points against the plan',
  },
  signalPoints: 'The points',
  pressQuote: (parts: { readonly body: string; readonly title: string; readonly finding: string }) =>
    `${parts.body}, “${parts.title}”, according to the independent audit Said & Done: ${parts.finding}`,
  pressByIdea: (sentence: string) => `Counted by idea: ${sentence}`,
  pressCitation: (on: string, version: string | null, url: string) => `${asAtTogether(on, version)}. ${url}`,
  pressDoNotSay: [
    '“Answered” is not “agreed”.',
    '“We found no answer” is not “nobody read it”.',
    'A count of points is not a count of people, and no survey of the public.',
  ],
  pressNoResult: [
    '“The council has not answered.” There is no result yet.',
    '“The council did what people asked.” What it says is its own account.',
  ],
  askLabel: 'Words you used',
  pointsByTopicAnd: 'Points by topic and what happened to them',
  badgeMore: 'needed are on file. What is missing, and who holds it',
  didYouTakePart: 'Did you take part?',
  askHint: 'Search for words you used. We do not show names.',
  whatWeChanged: 'What we changed',
  statedMore: 'All the council says: by topic, by area, and its reasons',
  topic: 'Topic',
  signalsHow: 'How they are set',
  itCanAlsoMean: 'It can also mean:',
  numberAndLimits: 'The number and its limits',
  moreAboutThisConsultation: 'More about this consultation',
  numbersName: 'All 28 numbers',
  numbersNote: 'With ranges, and what each does not show',
  eventsName: 'Events',
  eventsNote: 'Who was in the room, who spoke, what was asked',
  promisesName: 'Promises',
  promisesNote: 'What was promised, and whether it was done',
  followThisPoint: 'Follow this point',
  whatHappenedInOrder: 'What happened, in order',
  howSureAreWe: 'How sure are we?',
  forReporters: 'For reporters',
  pressNote: 'You can use this. Please link to this page.',
  pleaseDoNotSay: 'Please do not say',
}
