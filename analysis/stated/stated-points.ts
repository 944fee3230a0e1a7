import type { Contribution } from '../../data/model/contribution.ts'
import type { Point } from '../../data/model/point.ts'
import type { StatedCode, StatedOutcome } from '../../data/model/stated-outcome.ts'
import type { PointFinding } from '../finding.ts'
import { latestStated } from '../outcomes/point-flags.ts'
import type { RecordIndex } from '../outcomes/record-index.ts'

/** A point with what the body says of it. Every point is one, whether or not anything was said. */
export interface StatedPoint {
  readonly point: Point
  readonly contribution: Contribution | null
  readonly finding: PointFinding
  readonly stated: StatedOutcome | null
}

const ACCEPTED: ReadonlySet<StatedCode> = new Set<StatedCode>(['says-taken-up', 'says-taken-up-part', 'says-done'])
const REFUSED: ReadonlySet<StatedCode> = new Set<StatedCode>(['says-refused', 'says-out-of-scope'])

/** Taken up in full or in part, or done: in the body's own words. Not delivery, and not checked. */
export const isAccepted = ({ stated }: StatedPoint): boolean => stated !== null && ACCEPTED.has(stated.code)
export const isRefused = ({ stated }: StatedPoint): boolean => stated !== null && REFUSED.has(stated.code)
export const isSaid = ({ stated }: StatedPoint): boolean => stated !== null && stated.code !== 'says-nothing'
export const isByOfficer = ({ contribution }: StatedPoint): boolean => contribution?.contributorType === 'officer'

/** In the order of `findings`, one each. */
export const statedPoints = (index: RecordIndex, findings: readonly PointFinding[]): readonly StatedPoint[] =>
  findings.flatMap(finding => {
    const point = index.pointById.get(finding.pointId)
    if (!point) return []
    const contribution = index.contributionById.get(point.contributionId) ?? null
    return [{ point, contribution, finding, stated: latestStated(index.statedByPoint.get(point.id) ?? []) }]
  })
