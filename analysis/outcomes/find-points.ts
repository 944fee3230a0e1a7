import type { Point } from '../../data/model/point.ts'
import { OUTCOMES, type Outcome, type PointFinding, type SetAside } from '../finding.ts'
import type { PointUnit } from './counted-unit.ts'
import { deriveOutcome } from './derive-outcome.ts'
import { deliveryOf, isIdentified, isInPapers, isNoted, isRecorded } from './trail-facts.ts'
import { GROUP_OF, NEW } from './outcome-groups.ts'
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
  return claimed.length === 1 && typeof first === 'string' && isOutcome(first) ? first : 'any'
}

const reasonPassages = (facts: PointFacts): readonly string[] => {
  const answers = ofKind(facts.answer, 'gives-reason', 'refuses')
  const decisions = ofKind(facts.decision, 'refuses', 'defers')
  if (answers.length + decisions.length === 0) return NO_PASSAGES
  return [...new Set([...answers, ...decisions].map(placed => placed.passage.id))]
}
const NO_PASSAGES: readonly string[] = []

type Shared = Pick<PointFinding, 'outcome' | 'relation' | 'ideaKey' | 'flags' | 'isConfirmed' | 'isCheckedTwice'>

const unitOf = (facts: PointFacts, shared: Shared): PointUnit => ({
  key: facts.point.id,
  outcome: shared.outcome,
  relation: shared.relation,
  ideaKey: shared.ideaKey,
  flags: shared.flags,
  isConfirmed: shared.isConfirmed,
  isCheckedTwice: shared.isCheckedTwice,
  stance: facts.point.stance,
  disputedTo: disputedTo(facts),
  hasReply: facts.answer.length > 0,
  isNoted: isNoted(facts),
  isRecorded: isRecorded(facts),
  isIdentified: isIdentified(facts),
  isInPapers: isInPapers(facts),
  delivery: NEW.has(shared.outcome) ? deliveryOf(facts) : null,
  reasonPassageIds: reasonPassages(facts),
  point: facts.point,
  contribution: facts.index.contributionById.get(facts.point.contributionId) ?? null,
})

const findPoint = (index: RecordIndex, point: Point): { finding: PointFinding; unit: PointUnit } => {
  const facts = gatherFacts(index, point)
  const derived = deriveOutcome(facts)
  const setAside = setAsideReason(facts, derived.outcome)
  const finding: PointFinding = {
    pointId: point.id,
    number: point.number,
    ...derived,
    group: setAside === null ? GROUP_OF[derived.outcome] : null,
    setAside,
    flags: pointFlags(facts, derived.outcome),
    relation: relationToPlan(facts),
    ideaKey: ideaKeyOf(index, point),
    figures: [],
    particulars: pointParticulars(facts),
  }
  return { finding, unit: unitOf(facts, finding) }
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
