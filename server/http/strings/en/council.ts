import type { OfTen } from '../../../../analysis/sentences/answered-of-ten.ts'
import { count, counted, dateTogether, nouns } from './nouns.ts'

const lastOnes = (n: number): string => (n === 1 ? 'the last consultation' : `its last ${n} consultations`)

const ofTenWords = ({ count: ofTen, limit }: OfTen): string => {
  if (limit === 'nearly-all') return 'nearly 10'
  return limit === 'hardly-any' ? 'fewer than 1' : count(ofTen)
}

export const council = {
  title: (name: string) => `${name}: how many points get an answer?`,
  allCouncils: 'All councils',
  kick: (consultationCount: number, resultCount: number) =>
    `${nouns.consultations(consultationCount)} on record, ${count(resultCount)} with a result`,
  /** How many of ten were answered, each number once, smallest first. */
  ofTen: (numbers: readonly OfTen[]) => {
    const words = numbers.map(ofTenWords)
    const [first = '0', second] = words
    if (second === undefined) return first
    return words.length === 2 ? `${first} or ${second}` : `${first} to ${words.at(-1) ?? ''}`
  },
  notChecked: (name: string) =>
    `We have not checked any consultation of ${name}. This says nothing about how well it listens.`,
  noResult: (name: string, n: number) =>
    `No result yet for ${name}. ${counted(n, { one: 'consultation is', other: 'consultations are' })} on record.`,
  answeredLately: (name: string, n: number, ofTen: string) =>
    `In ${lastOnes(n)}, ${name} answered ${ofTen} of every 10 points people made.`,
  answeredAtFirst: (n: number, ofTen: string) => `In the first ${n} we checked, it was ${ofTen}.`,
  theLast: (n: number) => (n === 1 ? 'The last consultation' : `The last ${nouns.consultations(n)}`),
  theFirst: (n: number) => `The first ${n} we checked`,
  chartTitle: 'Each consultation on its own',
  chartAlt: (name: string, sentences: readonly string[]) =>
    `Bar chart. ${sentences.join(' ')} All numbers of ${name} are in the table below.`,
  chartAltOf: (title: string, answered: number, n: number, noAnswer: number) =>
    `${title}: ${count(answered)} of ${nouns.points(n)} answered, ${count(noAnswer)} with no answer found.`,
  titleAndMonth: (title: string, month: string) => `${title}, ${month}`,
  notAsked: 'We have not asked this council yet.',
  replied: (replied: number, asked: number) =>
    `It replied on ${count(replied)} of ${nouns.consultations(asked)} we sent it.`,
  /** One consultation in a list. */
  row: {
    answered: (answered: number, decided: number) => `${count(answered)} of ${nouns.points(decided)} answered`,
    ofEveryTen: (parts: readonly string[]) => `Out of every 10: ${parts.join(', ')}.`,
    partOfTen: (n: number, group: string) => `${n} ${group.toLowerCase()}`,
  },
  sideBySide: {
    title: (n: number) => `${nouns.consultations(n)} side by side, oldest first`,
    subtitle: (name: string) => `Share of points in each. ${name}. Thick bar: the 95% range.`,
    caption: 'Consultations side by side',
    rows: 'Consultation',
    counts: 'Points',
    source: (on: string) => `records checked by people, as at ${dateTogether(on)}`,
  },
  curve: {
    where: (name: string, on: string) => `All consultations of ${name} on record, as at ${dateTogether(on)}`,
    source: (on: string) => `council documents, checked by people, as at ${dateTogether(on)}`,
  },
  takeUpCount: (ratio: string, range: string) =>
    `Odds ratio ${ratio} (${range}), by Mantel and Haenszel. It does not show that points were chosen because they fit the plan. Points against a plan may cost more, be barred by law or have less support.`,
  noAnswerAfter: (n: number) => `no answer found after ${nouns.days(n)}`,
  promisesOf: (title: string) => `Promises of ${title}`,
  consultationsAndWhatHappened: 'Consultations and what happened to the points',
  waitsForAnAnswer: 'Waits for an answer',
  outOfEvery10: 'Out of every 10 points people made',
  othersOnRecord: 'Others on record',
  answered: [
    'Answered',
    'means you can read what was decided, or who will do what next. It does not mean agreed. Points not decided or not checked yet are left out here.',
  ],
  chartNote: 'Share of points in each, newest first. We never add consultations up.',
  pointsInEachConsultation: 'Points in each consultation',
  sourceCouncilDocumentsChecked: 'Source: council documents, checked by people',
  overTime: 'Over time',
  howLongPeopleWaited: 'How long people waited for an answer',
  closedOn: 'Closed on',
  firstPublishedAnswerAfter: 'First published answer after',
  doesNotShowWhy: ['It does not show why.', 'How it is counted'],
  howLongPromisesHave: 'How long promises have waited',
  eachReplyStandsIn: 'Each reply stands in full on the page of its consultation.',
  howThisCompares: 'How this compares',
  howThisComparesText: 'We do not rank councils. Consultations differ, and we have checked only some of them.',
  useThisPage: 'Use this page',
  iTookPart: 'I took part',
  iTookPartText: 'Find what you said and see where it got to.',
  iAmAReporter: 'I am a reporter',
  iAmAReporterText: 'Each consultation has ready lines, numbers with ranges, and data.',
  iWorkForCouncil: 'I work for the council',
  iWorkForCouncilText: 'You can send missing records and reply to any finding.',
}
