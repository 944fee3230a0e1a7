import { count, counted, joined, nouns } from './nouns.ts'

export const notes = {
  sure: 'How sure are we?',
  nobodyChecked: 'No person has checked a point yet. So there is no result.',
  sureMore: 'More about this',
  cameIn: (pointCount: number, responseCount: number) =>
    `The ${nouns.points(pointCount)} came in ${counted(responseCount, { one: 'response', other: 'responses' })}.`,
  noneLeftOut: 'None was left out.',
  leftOutMore: 'See them',
  limits: 'What this does not show.',
  limitsMore: 'All limits',
  answered: 'Answered does not mean agreed.',
  answeredText: 'It means you can read what was decided, or who will do what next.',
  byIdea: 'Counted by idea.',
  byIdeaMore: 'All ideas',
  reply: 'The council’s reply.',
  replyMore: 'Read it',
  /** How sure we are, and what is missing. */
  facts: {
    gap: (title: string, holding: string, holder: string | null) =>
      joined(`${title}. ${holding}.`, holder === null ? null : `Held by ${holder}.`),
    emptyStops: (stops: readonly string[]) =>
      `No document is on record for: ${stops.map(stop => stop.toLowerCase()).join(', ')}.`,
    noneTwice: 'None yet.',
    twice: (n: number) => `${nouns.points(n)}.`,
    alpha: (alpha: string) => `Krippendorff’s alpha is ${alpha}. 1 would be full agreement.`,
    checked: 'Checked by a person',
    checkedOf: (checked: number, n: number) => `${count(checked)} of ${nouns.points(n)}.`,
    checkedTwice: 'Checked twice',
    computer: 'Done by computer alone',
    computerText:
      'None of the results. A computer suggests where to look. A person decides. Until then the point is “not checked yet”.',
    missing: 'What is missing',
    onFile: (ofWords: string) => `${ofWords} records needed are on file.`,
    noGap: 'We know of no gap.',
    law: 'Did the law ask for it?',
  },
}
