import { GROUPS, type Group } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { TopicRow } from '../../usecases/tabulate-topics.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, pointsPath } from './addresses.ts'

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

const nameOf = (t: Strings, { topic, topicCount }: TopicRow): string =>
  topicCount > 1 ? t.topics.others(topicCount) : (topic ?? t.topics.none)

/** Below this many points without an answer, no topic stands out. */
const fewestForTitle = 5

/** The title is the finding: where no answer was found most often, by count; several at the top are no leader. */
const titleOf = (t: Strings, rows: readonly TopicRow[]): string => {
  const named = rows.filter(({ topic }) => topic !== null)
  const most = Math.max(0, ...named.map(({ countByGroup }) => countByGroup['no-answer-found']))
  const leaders = named.filter(({ countByGroup }) => countByGroup['no-answer-found'] === most)
  const [leader, second] = leaders
  if (most < fewestForTitle || leader === undefined || leaders.length > 2) return t.topics.title
  if (second !== undefined) return t.topics.titleOfTwo(leader.topic ?? '', second.topic ?? '', most)
  return t.topics.titleOfOne(leader.topic ?? '', most, leader.pointCount)
}

const altOf = (t: Strings, rows: readonly TopicRow[]): string =>
  t.topics.alt(
    rows.slice(0, 3).map(row => ({
      name: nameOf(t, row),
      points: row.pointCount,
      noAnswer: row.countByGroup['no-answer-found'],
    })),
  )

/** A table of topics and groups; the script draws it where it can, and without script the table is the chart. */
export const topicChart = (
  t: Strings,
  index: AuditIndex,
  topics: readonly TopicRow[],
  documentCount: number,
): TopicChart => {
  const { record, audit } = index
  const groups = GROUPS.filter(group => topics.some(({ countByGroup }) => countByGroup[group] > 0))
  const year = (record.consultation.closesOn ?? record.consultation.opensOn ?? audit.asOf).slice(0, 4)
  return {
    isShown: topics.length > 1 && audit.groups.byPoint.n > audit.groups.byPoint.notChecked,
    title: titleOf(t, topics),
    subtitle: t.topics.subtitle(record.consultation.title, year),
    alt: altOf(t, topics),
    plotClass: `plot plot--rows-${Math.min(10, topics.length)}`,
    headings: groups.map(group => t.results.groups[group]),
    keys: groups.map(group => ({ name: t.results.groups[group], ...CHART_KEYS[group] })),
    rows: topics.map(row => ({
      topic: nameOf(t, row),
      hasLink: row.topic !== null,
      href: row.topic === null ? '' : pointsPath(index, { topic: [row.topic] }),
      counts: groups.map(group => t.count(row.countByGroup[group])),
    })),
    source: t.topics.source(documentCount, audit.asOf),
    csv: `${consultationPath(index)}/topics.csv`,
  }
}
