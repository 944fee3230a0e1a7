import type { Link } from '../../../../data/model/link.ts'
import { count, counted, dateTogether, joined, nouns, withoutStop } from './nouns.ts'

const grounds: Readonly<Record<NonNullable<Link['ground']>, string>> = {
  cost: 'The reason is about cost.',
  law: 'The reason is about the law.',
  evidence: 'The reason is about the evidence.',
  conflict: 'The reason is that other points ask for something else.',
  technical: 'The reason is technical.',
  scope: 'The reason is about the scope.',
  other: '',
}
const decidedOn = (days: readonly string[]): string =>
  days.length > 2 ? `From ${days[0] ?? ''} to ${days.at(-1) ?? ''}.` : `On ${days.join(' and ')}.`

export const point = {
  /** A point by its number, in lists and links. */
  name: (n: number) => `Point ${count(n)}`,
  titleOfWords: (words: string) => `“${words}”: what happened`,
  titleOfNumber: (n: number) => `Point ${n}: what happened`,
  allPoints: (title: string) => `${title}: all points`,
  kick: (n: number, all: number, known: string) =>
    `Point ${count(n)} of ${count(all)}.${known === '' ? ' No date on record.' : ` ${known}`}`,
  withheld: 'The words of this point are not shown, to protect a person. The point is counted.',
  withheldUncounted: 'The words of this point are not shown, to protect a person.',
  notReleased: 'The words of this point have not been released.',
  statedOn: (on: string) => `, ${dateTogether(on)}`,
  emptyReason: 'This is no reason: it holds no words.',
  sameReason: (n: number) => `The council gave the same sentence for ${nouns.points(n)}.`,
  replyHeading: (council: string) => `${council}’s reply`,
  corrected: (on: string, before: string, after: string, why: string) =>
    `On ${dateTogether(on)} we changed this from “${before}” to “${after}”. ${why}`,
  others: {
    none: 'Nobody else asked for just this',
    noneText: 'We know of no other point that asks the same.',
    noneMore: 'See all points',
    heading: (n: number) => `${counted(n, { one: 'other point asks', other: 'other points ask' })} for this too`,
    idea: (title: string) => `The idea: ${withoutStop(title)}.`,
    text: (n: number, group: string) =>
      `${counted(n, { one: 'point makes', other: 'points make' })} one idea. What happened to it: ${group.toLowerCase()}.`,
    more: (n: number) => `See all ${count(n)}`,
  },
  checked: {
    who: 'Who decided',
    two: 'Two people, apart from each other.',
    one: 'One person.',
    none: 'No person yet.',
    on: (who: string, days: readonly string[]) => (days.length === 0 ? who : `${who} ${decidedOn(days)}`),
    rule: 'By which rule',
    stillMissing: (what: string) => `Still missing: ${what}`,
    computer: 'What the computer did',
    computerNothing: 'Nothing here. It did not decide the result.',
    computerSuggested: (n: number) =>
      `It suggested ${counted(n, { one: 'place', other: 'places' })} to look at. It did not decide the result.`,
    read: 'What we read',
    onFile: (n: number) => `${nouns.documents(n)} on file.`,
  },
  next: {
    ask: 'Ask the council',
    askText: (name: string) => `Write to ${name}. You can include a link to this page.`,
    wrong: 'Tell us we are wrong',
    wrongText: (contact: string | null) =>
      contact === null
        ? 'Anyone can, and so can the council. Send us a document that shows it.'
        : `Anyone can, and so can the council. Send a document that shows it to ${contact}.`,
    yours: 'It is your point?',
    yoursText: 'You can ask us to take its words down. The point stays counted.',
  },
  /** What the trail adds to the result. */
  reach: {
    papersAll: 'It reached councillors in full.',
    papersPart: 'Part of it reached councillors.',
    papersTopic: 'Only its topic reached councillors.',
    summary: 'It was summed up. We do not find it in the papers.',
    record: 'It was logged. We do not find it in the summary.',
    notLogged: (council: string) => `We do not find it in the log of ${council}.`,
  },
  part: (taken: string | null, left: string | null) =>
    joined(taken === null ? null : `Taken up: ${taken}.`, left === null ? null : `Left out: ${left}.`),
  grounds,
  evidence: {
    here: (part: string) => `Here: ${withoutStop(part)}.`,
    left: (part: string) => `Left out: ${withoutStop(part)}.`,
    community: 'Notes of people who were there',
    from: (stage: string, title: string) => `${stage}: ${title}`,
    twice: 'Two people checked this match and agreed.',
    once: 'A person checked this match.',
    more: 'See it in the document',
    searched: (n: number) => `${nouns.documents(n)} searched`,
    searchedText: (titles: readonly string[], terms: readonly string[]) =>
      `We read ${titles.join('; ')}.${terms.length === 0 ? '' : ` We looked for: ${terms.join(', ')}.`}`,
  },
  inOurWordsA: 'In our words. A person approved them.',
  itRepeats: 'It repeats',
  ownAccount: 'This is the council’s own account. It is in no total of ours.',
  stepByStep: 'Step by step',
  whereAComputerSuggests: 'Where a computer suggests to look',
  whereAComputerSuggestsLede:
    'Not checked yet. It may be wrong. It counts in no number. Marked are the words that both texts use.',
  wordsInCommon: 'Words in common:',
  howTheWordsChanged: 'How the words changed on the way',
  wordsMarked: 'Words we looked for are marked.',
  noPassages: 'No person has linked a passage to this point.',
  whatYouCanDo: 'What you can do next',
  howWeChecked: 'How we checked',
  pointBefore: 'Point before',
  nextPoint: 'Next point',
  disputeIt: 'Tell us here what is wrong',
  reportText: 'Report this text',
}
