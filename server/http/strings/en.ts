// Longer than most files: every English string of the pages that use the catalogue stands here, so that a second
// language is one more file of this shape. Sentences with numbers are functions: word order is the language's own.
import { formatOf } from './format.ts'

const { count, counted, date } = formatOf('en-GB')
const points = (n: number): string => counted(n, { one: 'point', other: 'points' })
const words = (n: number): string => counted(n, { one: 'word', other: 'words' })
const changes = (n: number): string => counted(n, { one: 'change', other: 'changes' })
const corrections = (n: number): string => counted(n, { one: 'correction', other: 'corrections' })
const seats = (n: number): string => counted(n, { one: 'seat', other: 'seats' })
const asAt = (on: string, version: string | null): string =>
  `As at ${date(on)}, ${version === null ? 'not yet released' : `version ${version}`}`

export const en = {
  language: 'en-GB',
  count,
  date,
  points,
  asAt,

  reporter: {
    title: (consultation: string) => `For reporters: ${consultation}`,
    description: (consultation: string) =>
      `Lines, numbers and pictures on ${consultation} that can be printed as they are.`,
    kick: 'For reporters',
    embargoHeading: 'Not for publication yet',
    embargo: (on: string) =>
      `The council can reply until ${date(on)}. Its reply will stand on this page. Please wait for it.`,
    noResultHeading: 'Nothing to quote yet',
    noResult: 'There is no result to print. The sentence above says where it stands.',
    linesHeading: 'Three lines you can use',
    linesLede: 'Print each as it stands. The range and the date belong to it.',
    short: 'Short',
    medium: 'Medium',
    long: 'Long',
    wordCount: words,
    doNotSayHeading: 'Please do not say',
    doNotSay: [
      {
        say: '“The council agreed to these.”',
        because: 'Answered means a decision can be read. It does not mean agreed.',
      },
      { say: '“Nobody read the others.”', because: 'We found no answer in the records. That is about the records.' },
      { say: '“Most residents want …”', because: 'Points are what people sent in. They are no survey of the public.' },
      { say: '“The council broke the law.”', because: 'The law does not ask for an answer to each point.' },
      { say: '“This council is better than that one.”', because: 'Consultations differ. We do not rank them.' },
    ],
    doNotSayWithoutResult: [
      {
        say: '“The council has not answered.”',
        because: 'There is no result yet. People are still checking, or no decision was due.',
      },
      { say: '“Most residents want …”', because: 'Points are what people sent in. They are no survey of the public.' },
    ],
    jumpLabel: 'On this page',
    jumps: { lines: 'Lines', numbers: 'Numbers', pictures: 'Pictures', rows: 'Rows', reply: 'Reply', embed: 'Embed' },
    replyHeading: (name: string) => `${name}’s reply`,
    numbersHeading: 'The numbers, one by one',
    numbersLede: 'Open a number to see what to cite with it: count, range, date, release, and what it does not show.',
    noNumbers: 'No number can be published yet.',
    withoutFigure: (n: number) =>
      counted(n, { one: 'number has no figure here', other: 'numbers have no figure here' }),
    withheld: (n: number) => counted(n, { one: 'number is held back', other: 'numbers are held back' }),
    withoutFigureWhy: 'Each says why on the page of all numbers.',
    allNumbers: 'All numbers, with their ranges',
    card: {
      count: 'Count',
      range: 'Range',
      noRange: 'None: it is a full count.',
      byIdea: 'By idea',
      state: 'State',
      release: 'Release',
      checksum: (sum: string) => `Checksum ${sum}.`,
      noRelease: 'Not yet released. The number can still change.',
      basis: 'Who checked',
      basisOf: (checked: number, twice: number) =>
        `${points(checked)} checked by a person, ${count(twice)} of them by two people.`,
      noBasis: 'Counted from records of the council, not point by point.',
      rows: 'Rows',
      rowsOf: 'See the points behind it',
      rowsAsData: 'The same as CSV',
      noRows: 'Its rows stand on the page of all numbers.',
      sources: 'Sources',
      sourcesOf: 'Every document we read',
      not: 'Does not show',
      reply: 'Reply',
      replied: (on: string | null) =>
        on === null
          ? 'The council replied. Its words stand above, in full.'
          : `The council replied on ${date(on)}. Its words stand above, in full.`,
      notReplied: 'No reply received. The box above says when we asked.',
      licence: 'Licence',
      licenceOf: 'Our number: CC BY 4.0. Quoted council text keeps its own.',
      contact: 'Contact',
      noContact: 'Whoever runs this copy has given no address yet.',
    },
    picturesHeading: 'Pictures',
    picturesLede: 'Each bears its source line. Please keep it, and use the text for people who cannot see the picture.',
    altHeading: 'Text for people who cannot see it',
    png1200: 'PNG, 1200 pixels',
    png2400: 'PNG, 2400 pixels',
    svg: 'SVG',
    rowsHeading: 'The rows',
    rowsLede: 'Every number can be counted again from these.',
    rowsLinks: {
      points: 'All points, CSV',
      pointsJson: 'All points, JSON',
      indicators: 'All numbers, CSV',
      topics: 'By topic, CSV',
      package: 'All records: data package',
      readme: 'What each column means',
    },
    methodHeading: 'The method, in under 80 words',
    method:
      'We take each thing people asked for as one point. A person looks for it in the plan, the council’s log, its summary, the papers, the decision and the answer, and says what each passage does with it. Where nothing is found, the search is written down. The result follows by fixed rules. One in five points is checked by a second person. The council sees findings first and its reply is printed in full. Unchecked points count in nothing.',
    methodMore: 'The whole method',
    cannotHeading: 'What the data cannot show',
    cannot: [
      'Why the council decided as it did. Motives are not in the records.',
      'What was said and never written down.',
      'What people think who did not take part.',
      'Who said what. Names, dates and areas of single points are left out.',
    ],
    missing: (n: number) => counted(n, { one: 'record is missing', other: 'records are missing' }),
    shareHeading: 'Put it on your page',
    shareLede: 'No script, no cookie. It stays up to date.',
    iframe: 'Code for a frame',
    picture: 'Code for a picture',
    frameTitle: (consultation: string) => `${consultation}: what happened to the points people made`,
    seeEmbed: 'See how it looks',
    checkHeading: 'Before you print',
    version: 'Version',
    versionOf: asAt,
    checksum: 'Checksum',
    noChecksum: 'There is none: nothing is released yet.',
    changes: 'Changes',
    changesLink: 'What changed between versions',
    citation: 'Cite as',
    citationOf: (parts: {
      readonly body: string
      readonly title: string
      readonly state: string
      readonly url: string
    }) => `Said & Done, “${parts.title}”, ${parts.body}. ${parts.state}. ${parts.url}`,
    contact: 'Contact',
    contactOf: (contact: string) => contact,
    about: 'Who pays for this, and who runs it',
  },

  chart: {
    outcomes: 'What happened to each point',
    outcomesName: 'Marks by group',
    topicsName: 'Bars by topic',
    source: (parts: {
      readonly documents: number
      readonly asAt: string
      readonly version: string | null
      readonly url: string
    }) =>
      `Source: Said & Done, independent audit. ${counted(parts.documents, { one: 'document', other: 'documents' })} read, checked by people. ${asAt(parts.asAt, parts.version)}. ${parts.url}`,
    oneMark: '1 mark = 1 point',
    scaledMark: '1 mark = 1 in 100',
    fictional: (name: string) => `${name} is made up.`,
    outcomesAlt: (finding: string, rows: readonly { readonly name: string; readonly count: string }[]) =>
      `Rows of marks, one row for each result. ${finding} ${rows.map(({ name, count: number }) => `${name}: ${number}`).join('. ')}.`,
    topicsAlt: (
      title: string,
      rows: readonly { readonly name: string; readonly total: number; readonly noAnswer: number }[],
    ) =>
      `Bars, one for each topic. ${title}. ${rows.map(row => `${row.name}: ${points(row.total)}, ${count(row.noAnswer)} with no answer found`).join('. ')}.`,
  },

  card: {
    answered: 'answered',
    noAnswer: 'no answer found',
    open: 'not decided or not checked yet',
    foot: (on: string, isScaled: boolean) =>
      `Independent audit. ${isScaled ? '1 mark = 1 in 100' : '1 mark = 1 point'}. Correct on ${date(on)}`,
    fictional: (foot: string) => `${foot}. Fictional.`,
  },

  embed: {
    title: (consultation: string) => `${consultation}: what happened to the points people made`,
    source: 'Said & Done',
    correctOn: (on: string) => `independent audit, correct on ${date(on)}`,
    made: (name: string) => `Fictional: ${name} is made up.`,
    missing: 'This consultation is not here.',
  },

  changes: {
    title: (consultation: string) => `What changed: ${consultation}`,
    description: (consultation: string) =>
      `Every version of the results on ${consultation}, and what changed from one to the next.`,
    heading: (version: string | null, n: number, since: string | null) => {
      if (version === null) return 'No version is released yet'
      if (since === null) return `Version ${version}, the first`
      return `Version ${version}. ${changes(n)} since ${date(since)}.`
    },
    lede: 'A version never changes. A later one says what is different, and why.',
    nothing: 'What stands on the pages now can still change before the first version.',
    released: (on: string, at: string) => `Released on ${date(on)}, with records up to ${date(at)}.`,
    version: (version: string) => `Version ${version}`,
    withdrawn: (version: string) => `Version ${version}, withdrawn`,
    withdrawnWhy: 'It held words that a person asked to have taken down. It is not shown any more.',
    see: 'See this version',
    correctionsIn: corrections,
    changedPoints: (n: number) => counted(n, { one: 'result of a point differs', other: 'results of points differ' }),
    noChangedPoints: 'No result of a point differs from the version before.',
    changedPoint: (number: number) => `Point ${count(number)}`,
    fromTo: (before: string, after: string) => `From “${before}” to “${after}”.`,
    checksum: (sum: string) => `Checksum (SHA-256): ${sum}`,
    rebuilt: 'We compare versions by their records, dated up to each.',
    sinceHeading: 'Since the last version',
    since: (n: number) => (n === 0 ? 'Nothing was corrected since.' : `${corrections(n)} will be in the next one.`),
    all: 'All corrections on this site',
  },

  version: {
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
    undated: (n: number) =>
      n === 0
        ? 'Every judgement bears a date, so each could be put on its side of that day.'
        : `${counted(n, { one: 'judgement bears', other: 'judgements bear' })} no date and are counted in.`,
    method: (version: string) => `The method is today’s, ${version}. If it changed since, a number can differ.`,
    checksumOf: (sum: string) => `The checksum given at release: ${sum}.`,
  },

  seats: {
    title: (consultation: string) => `Who decides: ${consultation}`,
    description: (consultation: string) => `The seats on the group that decided on ${consultation}.`,
    heading: (group: string, n: number) =>
      `${group} decides. It has ${counted(n, { one: 'voting seat', other: 'voting seats' })}.`,
    unknown: 'We have no list of who decides',
    unknownLede: 'No seats are on record for this consultation.',
    lede: 'Seats, not people. A seat is named by its title.',
    kinds: { elected: 'Elected', officer: 'Council officer', partner: 'Partner body', community: 'Community' },
    kindCount: (kind: string, n: number) => `${kind}: ${seats(n)}`,
    votes: 'Votes',
    noVote: 'No vote',
    seat: 'Seat',
    kind: 'Held by',
    vote: 'Vote',
    from: 'Since',
    notGiven: 'Not on record',
    until: (on: string) => `until ${date(on)}`,
    table: 'Seats on the group that decides',
  },

  about: {
    title: 'About this site',
    description: 'Who runs this copy of Said & Done, who pays for it, and how to reach them.',
    lede: 'Said & Done follows each point people made in a consultation to the decision. It shows what was answered, and what we could not find an answer to.',
    runs: 'Who runs it',
    runsUnknown:
      'The people who run this copy have not said who they are. Until they do, no real council’s results should be shown here.',
    pays: 'Who pays for it',
    paysUnknown: 'Not said yet. Ask before you rely on what stands here.',
    contact: 'Contact',
    contactUnknown: 'No address is given yet.',
    independent: 'Independent',
    independentOf:
      'It is not run by any council or by the government. Councils see findings before they are published, and their replies are printed in full. They cannot change a result without evidence.',
    wrong: 'Something is wrong',
    wrongOf:
      'Tell us which point, and what document shows it. A person who did not check that point looks again. Both texts stay on the page.',
    corrections: 'All corrections',
    software: 'The software',
    softwareOf: 'It is free software under the AGPL. Anyone can run a copy, read how it counts, and count again.',
    follow: 'Follow',
    followOf: 'Feed of releases, replies and corrections',
    data: 'Get the data',
    method: 'How we check',
  },

  feed: {
    site: 'Said & Done: releases, replies and corrections',
    of: (name: string) => `${name}: releases, replies and corrections`,
    release: (title: string, version: string) => `${title}: version ${version}`,
    reply: (name: string, title: string) => `${name} replied on ${title}`,
    declined: (name: string, title: string) => `${name} declined to comment on ${title}`,
    correction: (title: string, subject: string) => `Correction, ${title}: ${subject}`,
    correctionText: (before: string, after: string, reason: string) => `From “${before}” to “${after}”. ${reason}`,
    fictional: (title: string) => `${title} (fictional)`,
    independent: 'Said & Done',
  },

  find: {
    readAs: (typed: string, meant: readonly string[]) =>
      `No text has “${typed}”. We looked for ${meant.map(word => `“${word}”`).join(', ')}.`,
    nothing: (q: string) => `We found nothing for “${q}”.`,
    nothingWhy: [
      'Try one word that is special: a street, a place, a thing.',
      'We search only words that may be shown. Your point can be on record without its words.',
      'Open a consultation and go through its list by topic.',
    ],
  },
} as const

export type Catalogue = typeof en
