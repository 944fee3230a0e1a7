import type { Group } from '../../analysis/finding.ts'
import { pointSentence } from '../../analysis/sentences/point-sentence.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'
import { describeTrail, type TrailStop } from './describe-trail.ts'

export interface Example {
  readonly row: PointRow
  readonly trail: readonly TrailStop[]
  readonly sentence: string
}

/** One for each outcome, a good one first: an auditor shows good listening too. */
const ORDER: readonly Group[] = [
  'change-made',
  'turned-down-with-a-reason',
  'no-answer-found',
  'already-in-the-plan',
  'put-off',
]
const mostExamples = 3
const shortestCharacters = 35
const longestCharacters = 150

const fitsACard = ({ text }: PointRow): boolean =>
  text.state === 'shown' && text.text.length >= shortestCharacters && text.text.length <= longestCharacters

/** A quoted example must have been checked twice (publishing.md), and nobody may be disputing it. */
const isQuotable = (row: PointRow): boolean =>
  row.finding.isCheckedTwice && !row.finding.flags.includes('disputed') && fitsACard(row)

/** Three points to follow all the way, one per group, the first in number that fits. */
export const chooseExamples = (index: AuditIndex): readonly Example[] =>
  ORDER.flatMap(group => index.rows.find(row => row.finding.group === group && isQuotable(row)) ?? [])
    .slice(0, mostExamples)
    .map(row => ({
      row,
      trail: describeTrail(index, row),
      sentence: pointSentence(index.audit, row.finding).text,
    }))
