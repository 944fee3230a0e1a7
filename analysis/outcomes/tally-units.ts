import type { CountedUnit, IdeaUnit, PointUnit } from './counted-unit.ts'

/** Units that no figure can tell apart, and how many there are. */
export interface Cell {
  readonly unit: CountedUnit
  readonly count: number
}

/**
 * Units to count over. A consultation of a million points has a few hundred cells: figures are counted over those, so that their
 * cost does not grow with points; only a bootstrap looks at the units themselves.
 */
export interface Tally {
  readonly units: readonly CountedUnit[]
  readonly cells: readonly Cell[]
  readonly isByPoint: boolean
}

/** Every field a figure may look at. A new one belongs here too; the test counts one by one and compares. */
const signature = (unit: CountedUnit): string =>
  `${unit.outcome} ${unit.relation} ${unit.stance} ${unit.disputedTo} ${unit.flags.join()} ${unit.hasReply} ${unit.isConfirmed} ${unit.isCheckedTwice} ${unit.isNoted} ${unit.isRecorded} ${unit.isIdentified} ${unit.isInPapers} ${unit.delivery}`

const tally = (units: readonly CountedUnit[], isByPoint: boolean): Tally => {
  const cells = new Map<string, { unit: CountedUnit; count: number }>()
  for (const unit of units) {
    const key = signature(unit)
    const cell = cells.get(key)
    if (cell) cell.count += 1
    else cells.set(key, { unit, count: 1 })
  }
  return { units, cells: [...cells.values()], isByPoint }
}

export const tallyPoints = (points: readonly PointUnit[]): Tally => tally(points, true)
export const tallyIdeas = (ideas: readonly IdeaUnit[]): Tally => tally(ideas, false)

/** How many of them the claim holds for. */
export const countIn = ({ cells }: Tally, holds: (unit: CountedUnit) => boolean): number =>
  cells.reduce((sum, { unit, count }) => (holds(unit) ? sum + count : sum), 0)
