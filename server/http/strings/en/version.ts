import { counted, date } from './nouns.ts'

export const version = {
  title: (consultation: string, version: string) => `${consultation}, version ${version}`,
  description: (consultation: string, version: string) => `${consultation} as it stood in version ${version}.`,
  kick: (version: string, on: string) => `Version ${version}, records up to ${date(on)}`,
  superseded: (version: string) => `This is an old version. Version ${version} replaces it.`,
  current: 'This is the newest version.',
  seeNow: 'See the results now',
  seeChanges: 'What changed between versions',
  countsHeading: 'The points, then and now',
  countsLabel: 'Table of the points',
  numbersLabel: 'Table of the numbers',
  group: 'Result',
  then: 'Then',
  now: 'Now',
  total: 'All points',
  numbersHeading: 'The numbers, then',
  figure: 'Number',
  countColumn: 'Count',
  value: 'Value',
  range: 'Range',
  honestHeading: 'How this page was made',
  honest: (on: string) =>
    `We made it again today, from the records dated up to ${date(on)}. No copy of the pages of that day is kept here. So we cannot prove that each number is the one printed then.`,
  kept: (on: string) =>
    `We made it again today, from the records that were kept with this version, as they stood on ${date(on)}. Words that were taken down since are left out.`,
  undated: (n: number) =>
    n === 0
      ? 'Every judgement bears a date, so each could be put on its side of that day.'
      : `${counted(n, { one: 'judgement bears', other: 'judgements bear' })} no date and are counted in.`,
  method: (version: string) => `The method is today’s, ${version}. If it changed since, a number can differ.`,
  checksumOf: (sum: string) => `The checksum given at release: ${sum}.`,
}
