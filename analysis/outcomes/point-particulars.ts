import type { PointParticulars } from '../finding.ts'
import { judged, ofKind, type PointFacts } from './point-facts.ts'
import { latestStated } from './point-flags.ts'

const cannotTellBecause = (facts: PointFacts): PointParticulars['cannotTellBecause'] => {
  const reason = judged(facts, 'cannot-tell').at(-1)?.reason ?? null
  return reason === 'exempt' || reason === 'unobtainable' || reason === 'coders-disagree' ? reason : null
}

/** Facts that a point's sentence names. None of them decides its outcome. */
export const pointParticulars = (facts: PointFacts): PointParticulars => {
  const { index, point } = facts
  const stepId = ofKind(facts.decision, 'defers').find(placed => placed.link.commitmentId !== null)?.link.commitmentId
  const step = index.commitmentById.get(stepId ?? '')
  return {
    searchedCount: facts.searchedIds.size,
    stepOwner: step?.owner ?? null,
    stepDueOn: step?.dueOn ?? null,
    decisionDueOn: judged(facts, 'not-decided').at(-1)?.dueOn ?? index.record.consultation.decisionDueOn,
    cannotTellBecause: cannotTellBecause(facts),
    isOutOfScopeByLaw: judged(facts, 'out-of-scope').some(judgement => judgement.statute !== null),
    statedWord: latestStated(index.statedByPoint.get(point.id) ?? [])?.rawState ?? null,
  }
}
