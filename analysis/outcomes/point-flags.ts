import type { Link } from '../../data/model/link.ts'
import type { StatedOutcome } from '../../data/model/stated-outcome.ts'
import type { Flag, Outcome } from '../finding.ts'
import { daysBetween } from './calendar.ts'
import { RESOLVED, TAKEN_UP } from './outcome-groups.ts'
import { judged, ofKind, type PointFacts } from './point-facts.ts'

/** 12 weeks: the Cabinet Office's "or explain" (2018), for departments; used as a mark, not a duty of councils. */
export const OVERDUE_AFTER_DAYS = 84
const CLAIMS = new Set<StatedOutcome['code']>(['says-taken-up', 'says-taken-up-part', 'says-done'])

/** The body's latest word on a point; the order of the file decides between words of one day. */
export const latestStated = (stated: readonly StatedOutcome[]): StatedOutcome | null =>
  stated.reduce<StatedOutcome | null>(
    (latest, next) => (latest === null || (next.statedOn ?? '') >= (latest.statedOn ?? '') ? next : latest),
    null,
  )

const isClaimedTakenUp = (facts: PointFacts): boolean => {
  const stated = latestStated(facts.index.statedByPoint.get(facts.point.id) ?? [])
  return (stated !== null && CLAIMS.has(stated.code)) || ofKind(facts.answer, 'claims-taken-up').length > 0
}

const isChecked = (outcome: Outcome): boolean => RESOLVED.has(outcome) || outcome === 'out-of-scope'

const isOverdue = (facts: PointFacts): boolean => {
  const dates = judged(facts, 'not-decided').flatMap(judgement => judgement.dueOn ?? [])
  const dueOn = dates.at(-1) ?? facts.index.record.consultation.decisionDueOn
  return dueOn !== null && daysBetween(dueOn, facts.index.asOf) > OVERDUE_AFTER_DAYS
}

const anyReply = (facts: PointFacts, holds: (link: Link) => boolean): boolean =>
  facts.decision.some(({ link }) => holds(link)) || facts.answer.some(({ link }) => holds(link))

const FLAG_RULES: readonly { readonly flag: Flag; readonly holds: (facts: PointFacts, outcome: Outcome) => boolean }[] =
  [
    {
      flag: 'claim-conflict',
      holds: (facts, outcome) => isChecked(outcome) && !TAKEN_UP.has(outcome) && isClaimedTakenUp(facts),
    },
    { flag: 'stock-reason', holds: facts => anyReply(facts, link => link.isStockReason === true) },
    { flag: 'group-reply', holds: facts => anyReply(facts, link => link.isGroupReply === true) },
    { flag: 'disputed', holds: facts => facts.index.openDisputesByPoint.has(facts.point.id) },
    { flag: 'overdue', holds: (facts, outcome) => outcome === 'pending' && isOverdue(facts) },
    {
      flag: 'undated',
      holds: facts => (facts.index.contributionById.get(facts.point.contributionId)?.receivedOn ?? null) === null,
    },
  ]

/** Marks beside an outcome, never instead of it. */
export const pointFlags = (facts: PointFacts, outcome: Outcome): readonly Flag[] =>
  FLAG_RULES.filter(rule => rule.holds(facts, outcome)).map(rule => rule.flag)
