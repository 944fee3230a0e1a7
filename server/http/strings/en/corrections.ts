import { nouns } from './nouns.ts'

export const corrections = {
  title: 'Corrections',
  description: 'What we changed after publication, and why.',
  heading: (n: number) => (n === 0 ? 'No corrections so far' : nouns.corrections(n)),
  change: (before: string, after: string) => `From “${before}” to “${after}”.`,
  removals: 'What was taken down, and why',
  lede: 'What we changed after publication. The old version is kept.',
}
