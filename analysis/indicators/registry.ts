import { agendaOrigin } from './agenda-origin.ts'
import { alreadyPlannedShare } from './already-planned-share.ts'
import { answeredWithReason } from './answered-with-reason.ts'
import { capture } from './capture.ts'
import { cherryPickingGap } from './cherry-picking-gap.ts'
import { claimCheck } from './claim-check.ts'
import { completeness } from './completeness.ts'
import type { Count } from './count-units.ts'
import { decidedBefore } from './decided-before.ts'
import { delivery } from './delivery.ts'
import { firstReply } from './first-reply.ts'
import { framing } from './framing.ts'
import type { Indicator } from './indicator.ts'
import { influence } from './influence.ts'
import { objectionSilenceGap } from './objection-silence-gap.ts'
import { objectorNotedNoReply } from './objector-noted-no-reply.ts'
import { openScope } from './open-scope.ts'
import { promisedLevel } from './promised-level.ts'
import { promisesWaiting } from './promises-waiting.ts'
import { questionsAnswered } from './questions-answered.ts'
import { reach } from './reach.ts'
import { requiredAttendance } from './required-attendance.ts'
import { sayBack } from './say-back.ts'
import { seats } from './seats.ts'
import { silence } from './silence.ts'
import { stockReasons } from './stock-reasons.ts'
import { tellingShare } from './telling-share.ts'
import { timeToAnswer } from './time-to-answer.ts'
import { voiceEquity } from './voice-equity.ts'
import { whoActs } from './who-acts.ts'

/** All 28, in the order in which all of them are always shown: no worst three, for among so many one looks extreme by luck. */
export const INDICATORS: readonly Indicator[] = [
  reach,
  influence,
  alreadyPlannedShare,
  cherryPickingGap,
  capture,
  objectionSilenceGap,
  objectorNotedNoReply,
  answeredWithReason,
  silence,
  stockReasons,
  timeToAnswer,
  claimCheck,
  decidedBefore,
  openScope,
  tellingShare,
  questionsAnswered,
  firstReply,
  sayBack,
  requiredAttendance,
  agendaOrigin,
  seats,
  promisedLevel,
  promisesWaiting,
  delivery,
  framing,
  whoActs,
  voiceEquity,
  completeness,
]

/** Counts over points by figure key: what `figure=KEY` selects in a list of points. */
export const POINT_COUNTS: readonly (readonly [key: string, count: Count])[] = INDICATORS.flatMap(indicator =>
  Object.entries(indicator.counts),
)
