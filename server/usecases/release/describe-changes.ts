import type { Audit } from '../../../analysis/finding.ts'
import { isAnswered } from '../../../analysis/outcomes/outcome-groups.ts'

const MOST_NAMED = 20

const named = (outcome: string): string => outcome.replaceAll('-', ' ')

/** What changed since the release before, point by point (P35: that points received an answer is said first). */
export const describeChanges = (before: Audit | null, after: Audit): string => {
  if (before === null) return 'First release.'
  const earlier = new Map(before.points.map(point => [point.pointId, point]))
  const changed = after.points.flatMap(point => {
    const then = earlier.get(point.pointId)
    return then === undefined || then.outcome === point.outcome ? [] : [{ then, now: point }]
  })
  const added = after.points.filter(({ pointId }) => !earlier.has(pointId))
  const answered = changed.filter(
    ({ then, now }) => then.outcome !== 'unchecked' && !isAnswered(then.outcome) && isAnswered(now.outcome),
  )
  const one = (count: number, many: string): string => (count === 1 ? '1 point' : `${count} points`) + many
  return [
    ...(answered.length > 0 ? [`After publication, ${one(answered.length, ' received an answer.')}`] : []),
    ...(added.length > 0 ? [`${one(added.length, ' added.')}`] : []),
    changed.length === 0 ? 'No result of a point changed.' : `${one(changed.length, ' changed.')}`,
    ...changed
      .slice(0, MOST_NAMED)
      .map(({ then, now }) => `Point ${now.number} was “${named(then.outcome)}” and is now “${named(now.outcome)}”.`),
    ...(changed.length > MOST_NAMED ? [`And ${changed.length - MOST_NAMED} more.`] : []),
  ].join(' ')
}
