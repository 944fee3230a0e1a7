import type { DeliveryCheck } from '../../data/model/commitment.ts'
import type { Contribution } from '../../data/model/contribution.ts'
import type { Point } from '../../data/model/point.ts'
import type { Flag, Outcome, Relation } from '../finding.ts'

export type DeliveryStatus = DeliveryCheck['status']
export type Stance = NonNullable<Point['stance']>

/**
 * What a figure counts: a point, or an idea. Both have the same shape, so that every figure is defined once and counted
 * twice, by point ("voices") and by idea.
 */
export interface CountedUnit {
  readonly key: string
  readonly ideaKey: string
  readonly outcome: Outcome
  readonly relation: Relation
  readonly stance: Stance | null
  readonly flags: readonly Flag[]
  /** The outcome an open dispute claims; `any` where it claims none; null where nothing is in dispute. */
  readonly disputedTo: Outcome | 'any' | null
  /** A confirmed link to an official answer exists. */
  readonly hasReply: boolean
  /** Written down by someone outside the body: community notes hold it. */
  readonly isNoted: boolean
  /** In the body's own record of what was said. */
  readonly isRecorded: boolean
  /** The official record keeps who said it: a name, role, organisation or label. Yes or no, never the value. */
  readonly isIdentified: boolean
  /** In the papers of those who decided, with its detail. */
  readonly isInPapers: boolean
  /** Whether what was taken up was done, as far as dated evidence shows; null for what was not taken up. */
  readonly delivery: DeliveryStatus | null
  /** Words of the published reasons behind it, one entry a passage. */
  readonly reasonPassageIds: readonly string[]
  readonly isConfirmed: boolean
  readonly isCheckedTwice: boolean
}

/** A codable point, counted once for its contribution and idea. */
export interface PointUnit extends CountedUnit {
  readonly point: Point
  readonly contribution: Contribution | null
}

/** An idea with its counted points. */
export interface IdeaUnit extends CountedUnit {
  readonly members: readonly PointUnit[]
}
