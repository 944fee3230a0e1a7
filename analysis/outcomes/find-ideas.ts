import { DELIVERY_STATUSES } from '../../data/model/commitment.ts'
import { OUTCOMES, type Flag, type IdeaFinding, type Outcome, type Relation } from '../finding.ts'
import type { CountedUnit, DeliveryStatus, IdeaUnit, PointUnit, Stance } from './counted-unit.ts'
import { GROUP_OF, isAnswered, NEW, OPEN, SILENT } from './outcome-groups.ts'
import type { RecordIndex } from './record-index.ts'

const mostCommon = <T>(values: readonly T[], order: readonly T[]): T | undefined => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return order.reduce<T | undefined>((best, value) => {
    const count = counts.get(value) ?? 0
    return count > 0 && count > (best === undefined ? 0 : (counts.get(best) ?? 0)) ? value : best
  }, undefined)
}

/**
 * An idea is answered when an answer reaches at least half of its points. Where points not yet checked could still tip it,
 * it is not checked yet; else it waits or is silent, as most of its points do. Ties go to the earlier rule of the tree.
 */
export const ideaOutcome = (outcomes: readonly Outcome[]): Outcome => {
  const answered = outcomes.filter(isAnswered)
  const open = outcomes.filter(outcome => OPEN.has(outcome))
  const silent = outcomes.filter(outcome => SILENT.has(outcome))
  const pending = outcomes.filter(outcome => outcome === 'pending')
  const deciding =
    answered.length * 2 >= outcomes.length
      ? answered
      : open.length > 0 && (answered.length + open.length) * 2 >= outcomes.length
        ? open
        : pending.length > silent.length
          ? pending
          : silent
  return mostCommon(deciding, OUTCOMES) ?? 'unchecked'
}

const RELATION_ORDER: readonly Relation[] = ['contains', 'contains-part', 'challenges', 'consistent', 'none', 'unknown']
const STANCE_ORDER: readonly Stance[] = ['objection', 'supportive', 'neutral']
const IDEA_FLAGS: readonly Flag[] = ['claim-conflict', 'stock-reason', 'group-reply', 'disputed', 'overdue', 'undated']

const atLeastHalf = (members: readonly PointUnit[], holds: (member: PointUnit) => boolean): boolean =>
  members.filter(holds).length * 2 >= members.length

const ideaFlags = (members: readonly PointUnit[]): readonly Flag[] =>
  IDEA_FLAGS.filter(flag =>
    flag === 'disputed'
      ? members.some(member => member.flags.includes(flag))
      : atLeastHalf(members, member => member.flags.includes(flag)),
  )

/** Where some voices of an idea were noted independently, those are the ones looked for in the official record. */
const notedOrAll = (members: readonly PointUnit[]): readonly PointUnit[] => {
  const noted = members.filter(member => member.isNoted)
  return noted.length > 0 ? noted : members
}

/** What the idea would be if the disputes on its points were upheld; null where that changes nothing. */
const ideaDispute = (members: readonly PointUnit[], outcome: Outcome): CountedUnit['disputedTo'] => {
  if (members.every(member => member.disputedTo === null)) return null
  const claimed = ideaOutcome(
    members.map(({ disputedTo, outcome: own }) => (disputedTo === null || disputedTo === 'any' ? own : disputedTo)),
  )
  return claimed === outcome ? null : claimed
}

const relationOf = (members: readonly PointUnit[]): Relation => {
  const relations = members.map(member => member.relation)
  return mostCommon(relations, RELATION_ORDER) ?? 'unknown'
}
const stanceOf = (members: readonly PointUnit[]): Stance | null => {
  const stances = members.flatMap(member => member.stance ?? [])
  return mostCommon(stances, STANCE_ORDER) ?? null
}
const deliveryOf = (members: readonly PointUnit[], outcome: Outcome): DeliveryStatus | null => {
  if (!NEW.has(outcome)) return null
  const statuses = members.flatMap(member => member.delivery ?? [])
  return mostCommon(statuses, DELIVERY_STATUSES) ?? 'no-evidence'
}

const ideaUnit = (ideaKey: string, members: readonly PointUnit[]): IdeaUnit => {
  const [only] = members
  if (members.length === 1 && only) return { ...only, key: ideaKey, members }
  const outcome = ideaOutcome(members.map(member => member.outcome))
  return {
    key: ideaKey,
    ideaKey,
    outcome,
    relation: relationOf(members),
    stance: stanceOf(members),
    flags: ideaFlags(members),
    disputedTo: ideaDispute(members, outcome),
    hasReply: atLeastHalf(members, member => member.hasReply),
    isNoted: members.some(member => member.isNoted),
    isRecorded: atLeastHalf(notedOrAll(members), member => member.isRecorded),
    isIdentified: atLeastHalf(members, member => member.isIdentified),
    isInPapers: atLeastHalf(members, member => member.isInPapers),
    delivery: deliveryOf(members, outcome),
    reasonPassageIds: [...new Set(members.flatMap(member => member.reasonPassageIds))],
    isConfirmed: atLeastHalf(members, member => member.isConfirmed),
    isCheckedTwice: members.some(member => member.isCheckedTwice),
    members,
  }
}

/** Ideas in the order of their first point. A point in no shared idea is an idea of its own. */
export const findIdeas = (units: readonly PointUnit[]): readonly IdeaUnit[] => {
  const groups = new Map<string, PointUnit[]>()
  for (const unit of units) {
    const group = groups.get(unit.ideaKey)
    if (group) group.push(unit)
    else groups.set(unit.ideaKey, [unit])
  }
  return [...groups].map(([ideaKey, members]) => ideaUnit(ideaKey, members))
}

export const ideaFinding = (index: RecordIndex, unit: IdeaUnit): IdeaFinding => {
  const idea = index.ideaById.get(unit.ideaKey) ?? null
  return {
    ideaKey: unit.ideaKey,
    title: idea?.title ?? null,
    number: idea?.number ?? null,
    pointIds: unit.members.map(member => member.point.id),
    group: GROUP_OF[unit.outcome] ?? 'not-checked-yet',
    outcome: unit.outcome,
    relation: unit.relation,
    isAnswered: isAnswered(unit.outcome),
  }
}
