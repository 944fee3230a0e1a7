import type { Contribution } from '../../data/model/contribution.ts'
import type { Point } from '../../data/model/point.ts'
import type { Flag, Outcome, Relation } from '../finding.ts'

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
