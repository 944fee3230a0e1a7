import { GROUPS, type Group } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { TopicRow } from '../../usecases/tabulate-topics.ts'
import { consultationPath, pointsPath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { GROUP_NAMES } from './group-words.ts'
import { countOf, countWords } from './number-words.ts'

export interface ChartKey {
  readonly name: string
  readonly fill: string
  readonly stroke: string
}
export interface TopicChart {
  readonly isShown: boolean
  readonly title: string
  readonly subtitle: string
  readonly alt: string
  readonly plotClass: string
  readonly headings: readonly string[]
  readonly keys: readonly ChartKey[]
  readonly rows: readonly {
    readonly topic: string
    readonly hasLink: boolean
    readonly href: string
    readonly counts: readonly string[]
  }[]
  readonly source: string
  readonly csv: string
}

export const CHART_KEYS: Readonly<Record<Group, Omit<ChartKey, 'name'>>> = {
  'change-made': { fill: '#14505C', stroke: 'none' },
  'already-in-the-plan': { fill: '#DDEBEC', stroke: '#14505C' },
  'turned-down-with-a-reason': { fill: '#5389B5', stroke: 'none' },
  'put-off': { fill: 'url(#p-later)', stroke: '#6B665C' },
  'no-answer-found': { fill: 'url(#p-none)', stroke: '#C4500A' },
  'not-decided-yet': { fill: '#F0F0EE', stroke: '#757A7E' },
  'not-checked-yet': { fill: 'url(#p-wait)', stroke: '#757A7E' },
}

const nameOf = ({ topic, topicCount }: TopicRow): string =>
  topicCount > 1 ? `${countWords(topicCount)} other topics` : (topic ?? 'No topic given')

/** Below this many points without an answer, no topic stands out. */
const fewestForTitle = 5

/** The title is the finding: where no answer was found most often, by count; several at the top are no leader. */
const titleOf = (rows: readonly TopicRow[]): string => {
  const named = rows.filter(({ topic }) => topic !== null)
  const most = Math.max(0, ...named.map(({ countByGroup }) => countByGroup['no-answer-found']))
  const leaders = named.filter(({ countByGroup }) => countByGroup['no-answer-found'] === most)
  const [leader, second] = leaders
  if (most < fewestForTitle || leader === undefined || leaders.length > 2) return 'What happened, topic by topic'
  if (second !== undefined)
    return `Most points without an answer: “${leader.topic ?? ''}” and “${second.topic ?? ''}”, ${countWords(most)} each`
  return `Most points without an answer: “${leader.topic ?? ''}”, ${countWords(most)} of ${countWords(leader.pointCount)}`
}

const altOf = (rows: readonly TopicRow[]): string =>
  [
    'Bar chart.',
    ...rows.slice(0, 3).map(row => {
      const noAnswer = row.countByGroup['no-answer-found']
      return `${nameOf(row)}: ${countOf(row.pointCount, 'point')}, ${countWords(noAnswer)} with no answer found.`
    }),
    'All numbers are in the table below the chart.',
  ].join(' ')

/** A table of topics and groups; the script draws it where it can, and without script the table is the chart. */
export const topicChart = (index: AuditIndex, topics: readonly TopicRow[], documentCount: number): TopicChart => {
  const { record, audit } = index
  const groups = GROUPS.filter(group => topics.some(({ countByGroup }) => countByGroup[group] > 0))
  const year = (record.consultation.closesOn ?? record.consultation.opensOn ?? audit.asOf).slice(0, 4)
  return {
    isShown: topics.length > 1 && audit.groups.byPoint.n > audit.groups.byPoint.notChecked,
    title: titleOf(topics),
    subtitle: `Number of points, by what they were about. ${record.consultation.title}, ${year}`,
    alt: altOf(topics),
    plotClass: `plot plot--rows-${Math.min(10, topics.length)}`,
    headings: groups.map(group => GROUP_NAMES[group]),
    keys: groups.map(group => ({ name: GROUP_NAMES[group], ...CHART_KEYS[group] })),
    rows: topics.map(row => ({
      topic: nameOf(row),
      hasLink: row.topic !== null,
      href: row.topic === null ? '' : pointsPath(index, { topic: [row.topic] }),
      counts: groups.map(group => countWords(row.countByGroup[group])),
    })),
    source: `Source: ${countOf(documentCount, 'document')} read, checked by people. As at ${dateWords(audit.asOf)}`,
    csv: `${consultationPath(index)}/topics.csv`,
  }
}
