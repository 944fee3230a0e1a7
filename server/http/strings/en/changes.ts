import { count, counted, date, nouns } from './nouns.ts'

export const changes = {
  title: (consultation: string) => `What changed: ${consultation}`,
  description: (consultation: string) =>
    `Every version of the results on ${consultation}, and what changed from one to the next.`,
  heading: (version: string | null, n: number, since: string | null) => {
    if (version === null) return 'No version is released yet'
    if (since === null) return `Version ${version}, the first`
    return `Version ${version}. ${nouns.changes(n)} since ${date(since)}.`
  },
  noneStands: 'No version stands now',
  lede: 'A version never changes. A later one says what is different, and why.',
  nothing: 'What stands on the pages now can still change before the first version.',
  released: (on: string, at: string) => `Released on ${date(on)}, with records up to ${date(at)}.`,
  version: (version: string) => `Version ${version}`,
  withdrawn: (version: string) => `Version ${version}, withdrawn`,
  withdrawnWhy: 'It was withdrawn. It is not shown any more.',
  erasedWhy: 'It held a text that was erased. It is not shown any more.',
  see: 'See this version',
  correctionsIn: nouns.corrections,
  changedPoints: (n: number) => counted(n, { one: 'result of a point differs', other: 'results of points differ' }),
  noChangedPoints: 'No result of a point differs from the version before.',
  changedPoint: (number: number) => `Point ${count(number)}`,
  fromTo: (before: string, after: string) => `From “${before}” to “${after}”.`,
  checksum: (sum: string) => `Checksum (SHA-256): ${sum}`,
  rebuilt: 'We compare versions by their records, dated up to each.',
  sinceHeading: 'Since the last version',
  since: (n: number) => (n === 0 ? 'Nothing was corrected since.' : `${nouns.corrections(n)} will be in the next one.`),
  all: 'All corrections on this site',
}
