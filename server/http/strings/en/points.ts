import type { Group } from '../../../../analysis/finding.ts'
import type { StatedCode } from '../../../../data/model/stated-outcome.ts'
import type { Facet } from '../../../usecases/point-facets.ts'
import { count, counted, nouns } from './nouns.ts'

const facets: Readonly<Record<Facet, string>> = {
  group: 'What happened',
  topic: 'Topic',
  stated: 'What the council says',
  subtopic: 'Finer topic',
  'contributor-type': 'Who sent it',
  area: 'Area',
  channel: 'How it came',
  outcome: 'In detail',
  relation: 'Beside the plan before',
  flag: 'Marked',
  'left-out': 'Left out of the count',
  idea: 'Idea',
  figure: 'Behind a number',
}

/** "1 point was put off …", "3 points were put off …". */
const groupEndings: Readonly<Record<Group, readonly [one: string, other: string]>> = {
  'change-made': ['led to a change', 'led to a change'],
  'already-in-the-plan': ['asked for what was already in the plan', 'asked for what was already in the plan'],
  'turned-down-with-a-reason': ['was turned down, with a reason', 'were turned down, with a reason'],
  'put-off': ['was put off to a later step', 'were put off to a later step'],
  'no-answer-found': ['has no answer we can find', 'have no answer we can find'],
  'not-decided-yet': ['is not decided yet', 'are not decided yet'],
  'not-checked-yet': ['is not checked yet', 'are not checked yet'],
}

/** "1 point the council says was out of scope", "3 points the council says were out of scope". */
const statedEndings: Readonly<Record<StatedCode, readonly [one: string, other: string]>> = {
  'says-taken-up': ['says it took up', 'says it took up'],
  'says-taken-up-part': ['says it took up in part', 'says it took up in part'],
  'says-done': ['says it has done', 'says it has done'],
  'says-refused': ['says it refused', 'says it refused'],
  'says-out-of-scope': ['says was out of scope', 'says were out of scope'],
  'says-later': ['says comes later', 'says come later'],
  'says-considering': ['says it is considering', 'says it is considering'],
  'says-noted': ['says it noted', 'says it noted'],
  'says-answered': ['says it answered', 'says it answered'],
  'says-nothing': ['says nothing about', 'says nothing about'],
}

const about = (n: number, topic: string | null): string =>
  `${nouns.points(n)}${topic === null ? '' : ` about “${topic}”`}`

export const points = {
  facets,
  statedNotOnRecord: 'Not on record',
  smallerAreas: 'Smaller areas, together',
  smallerGroups: 'Smaller groups, together',
  notGiven: 'Not given',
  idea: (number: string) => `Idea ${number}`,
  part: (name: string, part: string) => `${name}: ${part}`,
  hiddenCount: 'hidden to protect people',
  more: (n: number) => `${count(n)} more`,
  hidden: 'Hidden to protect people',
  all: (n: number) => `All ${nouns.points(n)}`,
  about,
  inGroup: (n: number, topic: string | null, group: Group) =>
    `${about(n, topic)} ${groupEndings[group][n === 1 ? 0 : 1]}`,
  thatTheCouncil: (n: number, topic: string | null, council: string, code: StatedCode) =>
    `${about(n, topic)} ${council} ${statedEndings[code][n === 1 ? 0 : 1]}`,
  matching: (n: number, topic: string | null, q: string) =>
    `${about(n, topic)} ${n === 1 ? 'matches' : 'match'} “${q}”`,
  chosen: (facet: string, value: string) => `${facet}: ${value}`,
  chosenWords: (q: string) => `Words: “${q}”`,
  title: (heading: string, title: string) => `${heading}: ${title}`,
  description: (heading: string, title: string, body: string) => `${heading}. ${title}, ${body}.`,
  kick: (all: number, countedCount: number) =>
    `${counted(all, { one: 'point is', other: 'points are' })} on record. ${count(countedCount)} are counted.`,
  page: (page: number, pageCount: number) => `Page ${count(page)} of ${count(pageCount)}`,
  narrowedBy: 'Narrowed by',
  searchThePoints: 'Search the points',
  narrowTheList: 'Narrow the list',
  remove: 'Remove',
  showAllPoints: 'Show all points',
  wordsInAPoint: 'Words in a point',
  search: 'Search',
  hiddenWhy:
    'Fewer than 10 people stand behind this choice. We do not show it, so that nobody can be picked out. Remove one choice to see more.',
  noneMatches: 'No point matches. Try fewer words, or remove a choice. We search only words that may be shown.',
}
