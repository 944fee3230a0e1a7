import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Bases, PointFinding } from '../finding.ts'
import type { IdeaUnit, PointUnit } from '../outcomes/counted-unit.ts'
import type { Tally } from '../outcomes/tally-units.ts'
import type { RecordIndex } from '../outcomes/record-index.ts'

/** Everything an indicator may look at: all points, never only those that were answered. */
export interface Inquiry {
  readonly record: ConsultationRecord
  readonly index: RecordIndex
  readonly asOf: string
  /** Seed of the draws over ideas and over sessions. */
  readonly seed: number
  readonly findings: readonly PointFinding[]
  readonly points: readonly PointUnit[]
  readonly ideas: readonly IdeaUnit[]
  /** The same points and ideas, ready to be counted. */
  readonly byPoint: Tally
  readonly byIdea: Tally
  readonly bases: { readonly byPoint: Bases; readonly byIdea: Bases }
  /** Krippendorff's alpha per coded variable; null where no unit has two codings. */
  readonly alphaOf: (variable: 'outcome' | 'relation' | 'stance' | 'frame' | 'first-move') => number | null
}
