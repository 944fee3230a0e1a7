import { alreadyPlannedShare } from './already-planned-share.ts'
import { answeredWithReason } from './answered-with-reason.ts'
import { completeness } from './completeness.ts'
import type { Count } from './count-units.ts'
import type { Indicator } from './indicator.ts'
import { influence } from './influence.ts'
import { reach } from './reach.ts'
import { silence } from './silence.ts'
import { stockReasons } from './stock-reasons.ts'
import { timeToAnswer } from './time-to-answer.ts'

/** Every indicator, in the order in which all of them are always shown. */
export const INDICATORS: readonly Indicator[] = [
  reach,
  influence,
  alreadyPlannedShare,
  answeredWithReason,
  silence,
  stockReasons,
  timeToAnswer,
  completeness,
]

/** Counts over points by figure key: what `figure=KEY` selects in a list of points. */
export const POINT_COUNTS: readonly (readonly [key: string, count: Count])[] = INDICATORS.flatMap(indicator =>
  Object.entries(indicator.counts),
)
