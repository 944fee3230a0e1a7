import type { Point } from '../../data/model/point.ts'
import { OUTCOMES, type Outcome, type PointFinding, type SetAside } from '../finding.ts'
import type { PointUnit } from './counted-unit.ts'
import { deriveOutcome } from './derive-outcome.ts'
import { GROUP_OF } from './outcome-groups.ts'
import { pointParticulars } from './point-particulars.ts'
import { pointFlags } from './point-flags.ts'
import { gatherFacts, ofKind, type PointFacts } from './point-facts.ts'
import type { RecordIndex } from './record-index.ts'
import { relationToPlan } from './relation-to-plan.ts'
import { setAsideReason } from './set-aside-reason.ts'

export interface FoundPoints {
  readonly findings: readonly PointFinding[]
  /** The codable points, in their order. */
  readonly units: readonly PointUnit[]
}

/** The idea a point belongs to now (ideas can be merged), or the point itself where it is an idea of its own. */
export const ideaKeyOf = (index: RecordIndex, point: Point): string => {
  let idea = point.ideaId === null ? undefined : index.ideaById.get(point.ideaId)
  const seen = new Set<string>()
  while (idea?.mergedIntoId && !seen.has(idea.id)) {
    seen.add(idea.id)
    idea = index.ideaById.get(idea.mergedIntoId) ?? idea
  }
  return idea?.id ?? point.id
}

const OUTCOME_NAMES: ReadonlySet<string> = new Set(OUTCOMES)
const isOutcome = (name: string): name is Outcome => OUTCOME_NAMES.has(name)

const disputedTo = (facts: PointFacts): Outcome | 'any' | null => {
  const disputes = facts.index.openDisputesByPoint.get(facts.point.id)
  if (!disputes) return null
  const claimed = disputes.map(dispute => dispute.claimedOutcome)
  const first = claimed[0]
  return claimed.length === 1 && first != null && isOutcome(first) ? first : 'any'
}

const reasonPassages = (facts: PointFacts): readonly string[] => {
  const answers = ofKind(facts.answer, 'gives-reason', 'refuses')
  const decisions = ofKind(facts.decision, 'refuses', 'defers')
  if (answers.length + decisions.length === 0) return NO_PASSAGES
  return [...new Set([...answers, ...decisions].map(placed => placed.passage.id))]
}
const NO_PASSAGES: readonly string[] = []

const findPoint = (index: RecordIndex, point: Point): { finding: PointFinding; unit: PointUnit } => {
  const facts = gatherFacts(index, point)
  const derived = deriveOutcome(facts)
  const setAside = setAsideReason(facts, derived.outcome)
  const flags = pointFlags(facts, derived.outcome)
  const relation = relationToPlan(facts)
  const ideaKey = ideaKeyOf(index, point)
  const { outcome, isConfirmed, isCheckedTwice } = derived
  const group = setAside === null ? GROUP_OF[outcome] : null
  return {
    finding: { pointId: point.id, number: point.number, ...derived, group, setAside, flags, relation, ideaKey, figures: [], particulars: pointParticulars(facts) },
    unit: {
      key: point.id,
      ideaKey,
      outcome,
      relation,
      stance: point.stance,
      flags,
      disputedTo: disputedTo(facts),
      hasReply: facts.answer.length > 0,
      reasonPassageIds: reasonPassages(facts),
      isConfirmed,
      isCheckedTwice,
      point,
      contribution: index.contributionById.get(point.contributionId) ?? null,
    },
  }
}

const countedOnce = (finding: PointFinding, firstNumber: number): PointFinding => ({
  ...finding,
  group: null,
  setAside: 'duplicate' satisfies SetAside,
  rule: `The same contribution asks for this in point ${firstNumber}: counted once.`,
})

/** Every point in the order of the record. Points of one contribution in one idea count once: the first stands for them. */
export const findPoints = (index: RecordIndex): FoundPoints => {
  const firstOf = new Map<string, number>()
  const findings: PointFinding[] = []
  const units: PointUnit[] = []
  for (const point of [...index.record.points].sort((a, b) => a.number - b.number)) {
    const { finding, unit } = findPoint(index, point)
    const key = `${point.contributionId}\n${finding.ideaKey}`
    const firstNumber = finding.setAside === null ? firstOf.get(key) : undefined
    findings.push(firstNumber === undefined ? finding : countedOnce(finding, firstNumber))
    if (finding.setAside !== null || firstNumber !== undefined) continue
    firstOf.set(key, point.number)
    units.push(unit)
  }
  return { findings, units }
}
