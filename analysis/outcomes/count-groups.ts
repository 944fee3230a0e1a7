import type { Bases, Group, GroupCounts, Outcome } from '../finding.ts'
import { GROUP_OF, isAnswered, NEW, RESOLVED, SILENT, TAKEN_UP } from './outcome-groups.ts'
import { countIn, type Tally } from './tally-units.ts'

const counter = ({ cells }: Tally) => {
  const byOutcome = new Map<Outcome, number>()
  for (const { unit, count } of cells) byOutcome.set(unit.outcome, (byOutcome.get(unit.outcome) ?? 0) + count)
  return (holds: (outcome: Outcome) => boolean): number =>
    [...byOutcome].reduce((sum, [outcome, count]) => (holds(outcome) ? sum + count : sum), 0)
}

const overdueIn = (tally: Tally): number =>
  countIn(tally, unit => unit.outcome === 'pending' && unit.flags.includes('overdue'))

/** The seven groups of a page over codable points, or over ideas. Throws where they do not add up: that would be a bug. */
export const countGroups = (tally: Tally): GroupCounts => {
  const count = counter(tally)
  const inGroup = (group: Group): number => count(outcome => GROUP_OF[outcome] === group)
  const is = (outcome: Outcome): number => count(one => one === outcome)
  const counts: GroupCounts = {
    n: tally.units.length,
    answered: count(isAnswered),
    changeMade: inGroup('change-made'),
    changeInPart: is('partly-adopted'),
    originUnknown: is('taken-up-baseline-unknown'),
    alreadyPlanned: is('already-planned'),
    turnedDown: inGroup('turned-down-with-a-reason'),
    outOfScope: is('out-of-scope'),
    putOff: is('deferred'),
    noAnswer: inGroup('no-answer-found'),
    notDecided: is('pending'),
    overdue: overdueIn(tally),
    notChecked: inGroup('not-checked-yet'),
    cannotTell: is('undetermined'),
  }
  assertSum(counts)
  return counts
}

const assertSum = ({ n, answered, changeMade, alreadyPlanned, turnedDown, putOff, ...rest }: GroupCounts): void => {
  const isWhole = n === answered + rest.noAnswer + rest.notDecided + rest.notChecked
  const isAnsweredWhole = answered === changeMade + alreadyPlanned + turnedDown + putOff
  if (!isWhole || !isAnsweredWhole) throw new Error(`The groups do not add up to ${n}.`)
}

/** The bases of indicators.md 1.1. `totalCount`: all of them, those set aside included. */
export const countBases = (tally: Tally, totalCount: number): Bases => {
  const count = counter(tally)
  const overdue = overdueIn(tally)
  const silent = count(outcome => SILENT.has(outcome)) + overdue
  return {
    total: totalCount,
    codable: tally.units.length,
    pending: count(outcome => outcome === 'pending'),
    overdue,
    outOfScope: count(outcome => outcome === 'out-of-scope'),
    undetermined: count(outcome => outcome === 'undetermined'),
    unchecked: count(outcome => outcome === 'unchecked'),
    resolved: count(outcome => RESOLVED.has(outcome)),
    takenUp: count(outcome => TAKEN_UP.has(outcome)),
    new: count(outcome => NEW.has(outcome)),
    silent,
  }
}
