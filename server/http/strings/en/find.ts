import { count, counted } from './nouns.ts'

export const find = {
  title: 'Find what you said',
  description: 'Find your council, a consultation, or what you said.',
  heading: (n: number, q: string) => `${counted(n, { one: 'point matches', other: 'points match' })} “${q}”`,
  typeWords: 'Type words you used. We do not show names.',
  firstShown: (n: number) => `The first ${count(n)} are shown. Add a word to narrow it.`,
  allCouncils: 'All councils',
  byName: 'By name',
  readAs: (typed: string, meant: readonly string[]) =>
    `No text has “${typed}”. We looked for ${meant.map(word => `“${word}”`).join(', ')}.`,
  nothing: (q: string) => `We found nothing for “${q}”.`,
  nothingWhy: [
    'Try one word that is special: a street, a place, a thing.',
    'We search only words that may be shown. Your point can be on record without its words.',
    'Open a consultation and go through its list by topic.',
  ],
}
