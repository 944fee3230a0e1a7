import type { Group } from '../../analysis/finding.ts'
import type { AuditIndex } from './audit-index.ts'
import { notGiven, topicOf } from './point-facets.ts'

export interface TopicRow {
  /** null: the source files these points under no topic. */
  readonly topic: string | null
  readonly pointCount: number
  readonly countByGroup: Readonly<Record<Group, number>>
  /** How many topics stand together in this row; 1 unless it is the last, of small topics. */
  readonly topicCount: number
}

const mostRows = 10

const sum = (rows: readonly TopicRow[], of: (row: TopicRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

const countGroups = (of: (group: Group) => number): Record<Group, number> => ({
  'change-made': of('change-made'),
  'already-in-the-plan': of('already-in-the-plan'),
  'turned-down-with-a-reason': of('turned-down-with-a-reason'),
  'put-off': of('put-off'),
  'no-answer-found': of('no-answer-found'),
  'not-decided-yet': of('not-decided-yet'),
  'not-checked-yet': of('not-checked-yet'),
})

/** Codable points by topic and group, most points first; what does not fit in ten rows stands together in the last. */
export const tabulateTopics = (index: AuditIndex): readonly TopicRow[] => {
  const groupsByTopic = new Map<string, Group[]>()
  for (const row of index.rows) {
    if (row.finding.group === null) continue
    const topic = topicOf(row) ?? notGiven
    const groups = groupsByTopic.get(topic)
    if (groups === undefined) groupsByTopic.set(topic, [row.finding.group])
    else groups.push(row.finding.group)
  }
  const rows = [...groupsByTopic]
    .map(([topic, groups]) => ({
      topic: topic === notGiven ? null : topic,
      pointCount: groups.length,
      countByGroup: countGroups(group => groups.filter(other => other === group).length),
      topicCount: 1,
    }))
    .sort((a, b) => b.pointCount - a.pointCount || (a.topic ?? '').localeCompare(b.topic ?? ''))
  if (rows.length <= mostRows) return rows
  const rest = rows.slice(mostRows - 1)
  return [
    ...rows.slice(0, mostRows - 1),
    {
      topic: null,
      pointCount: sum(rest, ({ pointCount }) => pointCount),
      countByGroup: countGroups(group => sum(rest, row => row.countByGroup[group])),
      topicCount: rest.length,
    },
  ]
}
