import type { Flag, NamedFigure, NullReason, Outcome } from '../finding.ts'
import type { CountedUnit } from '../outcomes/counted-unit.ts'
import { OPEN } from '../outcomes/outcome-groups.ts'
import { countIn, type Tally } from '../outcomes/tally-units.ts'
import { bootstrapDifference, bootstrapShare, type Cluster, type ClusterPair } from '../statistics/cluster-bootstrap.ts'
import { newcombe } from '../statistics/newcombe.ts'
import { wilson } from '../statistics/wilson.ts'
import { differenceFigure, missingFigure, shareFigure, withClusteredRange, type FigureName } from './figure.ts'
import type { Inquiry } from './inquiry.ts'
import { THRESHOLDS } from './thresholds.ts'

/** A share over points or ideas: which count, and which of them are hits. A hit is always in the base. */
export interface Count {
  readonly isInBase: (unit: CountedUnit) => boolean
  readonly isHit: (unit: CountedUnit) => boolean
  /** Of the open ones, those that could turn out to be in the base; all, where not given. */
  readonly couldBeInBase?: (unit: CountedUnit) => boolean
}

const withOutcome = (unit: CountedUnit, outcome: Outcome): CountedUnit => ({ ...unit, outcome })

const wouldHit = (unit: CountedUnit, { isInBase, isHit }: Count, ifClaimIsOpen: boolean): boolean => {
  if (unit.disputedTo === 'any') return ifClaimIsOpen
  if (unit.disputedTo === null) return isInBase(unit) && isHit(unit)
  const claimed = withOutcome(unit, unit.disputedTo)
  return isInBase(claimed) && isHit(claimed)
}

/**
 * Counts between which the figure lies when what is open (unchecked, cannot tell) turns out one way or the other, and open
 * disputes are upheld or not: k/(base+U+X) to (k+U+X)/(base+U+X). null when nothing is open.
 */
export const boundsOf = ({ cells }: Tally, count: Count): NamedFigure['bounds'] => {
  let [low, high, denominator, openCount] = [0, 0, 0, 0]
  for (const { unit, count: size } of cells) {
    const isOpen = OPEN.has(unit.outcome) && (count.couldBeInBase?.(unit) ?? true)
    const isInBase = count.isInBase(unit)
    const isHit = isInBase && count.isHit(unit)
    if (isOpen || (isInBase && unit.disputedTo !== null)) openCount += size
    if (isOpen || isInBase) denominator += size
    if (isHit && wouldHit(unit, count, false)) low += size
    if (isHit || isOpen || wouldHit(unit, count, true)) high += size
  }
  return openCount === 0 ? null : { low, high: Math.min(high, denominator), denominator }
}

const clustersOf = (units: readonly CountedUnit[], count: Count): readonly Cluster[] => {
  const clusters = new Map<string, { hitCount: number; totalCount: number }>()
  for (const unit of units) {
    if (!count.isInBase(unit)) continue
    const cluster = clusters.get(unit.ideaKey) ?? { hitCount: 0, totalCount: 0 }
    cluster.totalCount += 1
    if (count.isHit(unit)) cluster.hitCount += 1
    clusters.set(unit.ideaKey, cluster)
  }
  return [...clusters.values()]
}

const isExtreme = (share: number): boolean => share === 0 || share === 1

/** Draws over a handful of ideas, or over ideas that are all alike, would promise more than they know: the formula, on ideas. */
const clustered = (figure: NamedFigure, units: readonly CountedUnit[], count: Count, seed: number): NamedFigure => {
  if (figure.value === null) return figure
  const clusters = clustersOf(units, count)
  const share = figure.value
  return isExtreme(share) || clusters.length < THRESHOLDS.drawnIdeaMinCount
    ? withClusteredRange(figure, wilson(share * clusters.length, clusters.length), 'wilson-on-ideas')
    : withClusteredRange(figure, bootstrapShare(clusters, seed), 'cluster-bootstrap')
}

/** One share over the given units, with its bounds; by point its range respects ideas. */
export const countShare = (
  inquiry: Inquiry,
  tally: Tally,
  name: FigureName,
  count: Count,
  minCount?: number,
): NamedFigure => {
  const figure = countShareAlone(inquiry, tally, name, count, minCount)
  return tally.isByPoint ? clustered(figure, tally.units, count, inquiry.seed) : figure
}

/** The same with the range that takes each unit alone. */
export const countShareAlone = (
  inquiry: Inquiry,
  tally: Tally,
  name: FigureName,
  count: Count,
  minCount?: number,
): NamedFigure => {
  const baseCount = countIn(tally, count.isInBase)
  const hitCount = countIn(tally, unit => count.isInBase(unit) && count.isHit(unit))
  const bounds = boundsOf(tally, count)
  return baseCount === 0
    ? missingFigure(name, 'share', emptyReason(inquiry), { numerator: 0, denominator: 0, bounds })
    : { ...shareFigure(name, hitCount, baseCount, minCount), bounds }
}

/** Why there is nothing to divide by: nobody has checked, nothing is decided, or there are no points. */
export const emptyReason = ({ bases: { byPoint } }: Inquiry): NullReason => {
  if (byPoint.resolved > 0 || byPoint.codable === 0) return 'too-few'
  return byPoint.unchecked > 0 ? 'not-checked' : byPoint.pending > 0 ? 'no-decision' : 'not-checked'
}

const pairsOf = (units: readonly CountedUnit[], first: Count, second: Count): readonly ClusterPair[] => {
  const pairs = new Map<string, { first: MutableCluster; second: MutableCluster }>()
  for (const unit of units) {
    const isFirst = first.isInBase(unit)
    if (!isFirst && !second.isInBase(unit)) continue
    const pair = pairs.get(unit.ideaKey) ?? { first: emptyCluster(), second: emptyCluster() }
    const side = isFirst ? pair.first : pair.second
    side.totalCount += 1
    if ((isFirst ? first : second).isHit(unit)) side.hitCount += 1
    pairs.set(unit.ideaKey, pair)
  }
  return [...pairs.values()]
}
type MutableCluster = { hitCount: number; totalCount: number }
const emptyCluster = (): MutableCluster => ({ hitCount: 0, totalCount: 0 })

/** As `clustered`, of a difference. */
const clusteredDifference = (figure: NamedFigure, pairs: readonly ClusterPair[], seed: number): NamedFigure => {
  const { numerator, denominator, against } = figure
  if (figure.value === null || numerator === null || denominator === null || against === null) return figure
  const share1 = numerator / denominator
  const share2 = against.numerator / against.denominator
  const count1 = pairs.filter(({ first }) => first.totalCount > 0).length
  const count2 = pairs.filter(({ second }) => second.totalCount > 0).length
  return (isExtreme(share1) && isExtreme(share2)) || Math.min(count1, count2) < THRESHOLDS.drawnIdeaMinCount
    ? withClusteredRange(figure, newcombe(share1 * count1, count1, share2 * count2, count2), 'newcombe-on-ideas')
    : withClusteredRange(figure, bootstrapDifference(pairs, seed), 'cluster-bootstrap')
}

/** A count and what its share is called. */
export type NamedCount = Count & { readonly name: FigureName }

export interface Compared {
  readonly difference: NamedFigure
  readonly first: NamedFigure
  readonly second: NamedFigure
}

/**
 * Two shares and their difference; by point their ranges respect ideas. The groups must not overlap: a unit in both counts in the
 * first.
 */
export const compareShares = (
  inquiry: Inquiry,
  tally: Tally,
  name: FigureName,
  first: NamedCount,
  second: NamedCount,
  minCount?: number,
): Compared => {
  const alone = compareSharesAlone(inquiry, tally, name, first, second, minCount)
  if (!tally.isByPoint) return alone
  const { units } = tally
  const { seed } = inquiry
  return {
    difference: clusteredDifference(alone.difference, pairsOf(units, first, second), seed),
    first: clustered(alone.first, units, first, seed),
    second: clustered(alone.second, units, second, seed),
  }
}

/** The same with ranges that take each unit alone. */
export const compareSharesAlone = (
  inquiry: Inquiry,
  tally: Tally,
  name: FigureName,
  first: NamedCount,
  second: NamedCount,
  minCount?: number,
): Compared => {
  const firstFigure = countShareAlone(inquiry, tally, first.name, first)
  const secondFigure = countShareAlone(inquiry, tally, second.name, second)
  const groups = {
    hits1: firstFigure.numerator ?? 0,
    total1: firstFigure.denominator ?? 0,
    hits2: secondFigure.numerator ?? 0,
    total2: secondFigure.denominator ?? 0,
  }
  return { difference: differenceFigure(name, groups, minCount), first: firstFigure, second: secondFigure }
}

/** Whether a range of a difference includes "no difference": then only the zero sentence is printed. */
export const includesZero = (figure: NamedFigure | null): boolean =>
  figure !== null && figure.low !== null && figure.high !== null && figure.low <= 0 && figure.high >= 0

export const basisMixOf = (tally: Tally, isInBase: Count['isInBase']) => ({
  confirmedCount: countIn(tally, unit => isInBase(unit) && unit.isConfirmed),
  checkedTwiceCount: countIn(tally, unit => isInBase(unit) && unit.isCheckedTwice),
})

export const flagCountsOf = ({ cells }: Tally, isInBase: Count['isInBase']) => {
  const counts: Partial<Record<Flag, number>> = {}
  for (const { unit, count } of cells)
    if (isInBase(unit)) for (const flag of unit.flags) counts[flag] = (counts[flag] ?? 0) + count
  return counts
}
