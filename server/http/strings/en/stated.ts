import type { StatedBreakdown } from '../../../../analysis/finding.ts'
import { count, counted, joined, nouns } from './nouns.ts'

const attributes: Readonly<Record<StatedBreakdown['attribute'], string>> = {
  'contributor-type': 'who sent it',
  area: 'area',
  group: 'group',
  topic: 'topic',
  subtopic: 'finer topic',
  channel: 'how it came',
}
const account = (isNamed: boolean): string => `By ${isNamed ? 'its' : 'the council’s'} own account`

export const stated = {
  heading: (council: string) => `What ${council} says became of the points`,
  title: (heading: string, title: string) => `${heading}: ${title}`,
  by: (attribute: StatedBreakdown['attribute']) => `By ${attributes[attribute]}`,
  takenUpBy: (heading: string) => `What the council says was taken up, ${heading}`,
  notKnown: 'not known',
  tooFew: 'too few for a rate',
  quoted: (states: readonly string[]) => states.map(state => `“${state}”`).join(', '),
  noMoreOften: (isNamed: boolean) =>
    `${account(isNamed)}, points of its own officers were taken up no more often than the rest.`,
  moreOften: (
    isNamed: boolean,
    isMore: boolean,
    by: { readonly size: string; readonly near: string; readonly far: string },
  ) =>
    `${account(isNamed)}, points of its own officers were taken up ${isMore ? 'more' : 'less'} often: by ${by.size} percentage points (${by.near} to ${by.far}).`,
  odds: (ratio: string, range: string | null) => `As an odds ratio: ${ratio} (${range ?? 'no range'}).`,
  empty: (n: number, texts: readonly { readonly text: string; readonly useCount: number }[]) =>
    `${counted(n, { one: 'reason is', other: 'reasons are' })} empty: only ${texts
      .map(({ text, useCount }) => `“${text}” (${counted(useCount, { one: 'time', other: 'times' })})`)
      .join(', ')}. We count them as no reason.`,
  reused: (most: number, sentenceCount: number) =>
    `One sentence was given for ${nouns.points(most)}. ${counted(sentenceCount, { one: 'sentence was', other: 'sentences were' })} used 5 times or more.`,
  sectionLede: (council: string, stated: number, silent: number, isUndated: boolean) =>
    joined(
      `${council} says what became of ${nouns.points(stated)}.`,
      silent > 0 ? `It says nothing about ${count(silent)}.` : null,
      isUndated ? 'The records do not say when it said so.' : null,
      'None of this is in any total of ours.',
    ),
  allPoints: 'All points',
  allButOfficers: 'All but the council’s own officers',
  refusedNone: 'It refused none.',
  refused: (n: number, withReason: number) =>
    `It refused ${nouns.points(n)}. A reason stands beside ${count(withReason)} of them.`,
  unequal: (n: number) =>
    `${counted(n, { one: 'set of points uses', other: 'sets of points use' })} the same words and got different answers.`,
  takenUpInAll: 'What the council says was taken up, in all',
  sentencesUsedForMany: 'Sentences used for many points',
  lede: 'Nothing of this kind is on record.',
  whoWasTakenUp: 'Who was taken up, by its own account',
  inAll: 'In all',
  rangeNote:
    'The range is what chance alone would allow, if like points were handled the same way. Points differ, so a gap is no proof of unequal treatment.',
  itsReasons: 'Its reasons',
  sentencesUsedMost: 'Sentences used most',
  theCouncilsSentence: 'The council’s sentence',
  sameWordsDifferentAnswers: 'Same words, different answers',
}
