import { percentile } from './percentile.ts'
import type { Range } from './range.ts'
import { drawBinomial } from './random-variates.ts'
import { seededRandom, type Random } from './random.ts'

/** What one idea (or one session) adds to a share: its hits and its total. */
export interface Cluster {
  readonly hitCount: number
  readonly totalCount: number
}
/** What one idea adds to a difference of two shares. */
export interface ClusterPair {
  readonly first: Cluster
  readonly second: Cluster
}

/** 10,000 draws put the ends of a range within about 0.3 points of where endless draws would (indicators.md 1.3). */
export const BOOTSTRAP_DRAWS = 10_000

/** From so many alike on, how often they are drawn is one binomial draw; fewer are picked one by one. */
const ALIKE_FROM = 24

/** Hits and total of the first group, hits and total of the second. */
const WIDTH = 4

interface Kinds {
  /** Of each kind of cluster what it adds, `WIDTH` numbers a kind. */
  readonly addends: Float64Array
  /** Clusters of the kinds drawn by a binomial, the most first. */
  readonly alikeCounts: readonly number[]
  /** Kind of each cluster that is picked alone. */
  readonly rest: Uint32Array
  readonly clusterCount: number
}

/** Clusters that add the same are one kind: most ideas of a big consultation are one point, answered or not. */
const kindsOf = (pairs: readonly ClusterPair[]): Kinds => {
  const byAddends = new Map<string, { readonly addends: readonly number[]; count: number }>()
  for (const { first, second } of pairs) {
    const addends = [first.hitCount, first.totalCount, second.hitCount, second.totalCount]
    const kind = byAddends.get(addends.join())
    if (kind) kind.count += 1
    else byAddends.set(addends.join(), { addends, count: 1 })
  }
  const kinds = [...byAddends.values()].sort((one, other) => other.count - one.count)
  const alikeCounts = kinds.filter(({ count }) => count >= ALIKE_FROM).map(({ count }) => count)
  const kindsOfRest = kinds
    .slice(alikeCounts.length)
    .flatMap(({ count }, place) => Array.from({ length: count }, () => alikeCounts.length + place))
  return {
    addends: Float64Array.from(kinds.flatMap(({ addends }) => addends)),
    alikeCounts,
    rest: Uint32Array.from(kindsOfRest),
    clusterCount: pairs.length,
  }
}

/**
 * How often each kind comes when as many clusters as there are get drawn with replacement: multinomial. The kinds of many are drawn
 * as conditional binomials, one after the other, and what is left over falls on the rest by single picks: the same distribution
 * as picking all one by one, at a cost that grows with the kinds. Devroye, L. (1986), Non-Uniform Random Variate Generation, XI.1.4.
 */
const drawTimes = (random: Random, { alikeCounts, rest, clusterCount }: Kinds, times: Float64Array): void => {
  times.fill(0)
  let leftToDraw = clusterCount
  let clustersLeft = clusterCount
  for (let kind = 0; kind < alikeCounts.length; kind += 1) {
    const alikeCount = alikeCounts[kind] ?? 0
    const drawn = drawBinomial(random, leftToDraw, alikeCount / clustersLeft)
    times[kind] = drawn
    leftToDraw -= drawn
    clustersLeft -= alikeCount
  }
  for (; leftToDraw > 0; leftToDraw -= 1) {
    const kind = rest[Math.floor(random() * rest.length)] ?? 0
    times[kind] = (times[kind] ?? 0) + 1
  }
}

/** First share less second; the first alone where there is no second group. NaN where a group came out empty. */
const differenceOf = ({ addends }: Kinds, times: Float64Array, isPair: boolean): number => {
  let [hits1, total1, hits2, total2] = [0, 0, 0, 0]
  for (let kind = 0; kind < times.length; kind += 1) {
    const count = times[kind] ?? 0
    const place = kind * WIDTH
    hits1 += count * (addends[place] ?? 0)
    total1 += count * (addends[place + 1] ?? 0)
    hits2 += count * (addends[place + 2] ?? 0)
    total2 += count * (addends[place + 3] ?? 0)
  }
  return hits1 / total1 - (isPair ? hits2 / total2 : 0)
}

const resample = (pairs: readonly ClusterPair[], seed: number, drawCount: number, isPair: boolean): Range | null => {
  const random = seededRandom(seed)
  const kinds = kindsOf(pairs)
  const times = new Float64Array(kinds.addends.length / WIDTH)
  const values = new Float64Array(drawCount)
  let count = 0
  for (let draw = 0; draw < drawCount; draw += 1) {
    drawTimes(random, kinds, times)
    const value = differenceOf(kinds, times, isPair)
    if (Number.isFinite(value)) values[count++] = value
  }
  if (count === 0) return null
  const sorted = values.subarray(0, count).sort()
  return { low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) }
}

const NO_SECOND: Cluster = { hitCount: 0, totalCount: 0 }

/**
 * 95% percentile range of a share (0–1) when whole clusters are drawn again with replacement. Efron, B. and Tibshirani, R.
 * (1993), An Introduction to the Bootstrap, ch. 13; Field, C. A. and Welsh, A. H. (2007), "Bootstrapping clustered data",
 * JRSS B 69: 369–390. Voices of one idea share the decision, so 24 equal cards are one draw and not 24.
 * The share must not be 0 or 1 (every draw would give the same): take Wilson on the number of clusters there.
 */
export const bootstrapShare = (
  clusters: readonly Cluster[],
  seed: number,
  drawCount: number = BOOTSTRAP_DRAWS,
): Range | null => {
  const pairs = clusters.map(first => ({ first, second: NO_SECOND }))
  return resample(pairs, seed, drawCount, false)
}

/** The same for a difference of two shares (−1–1); draws in which a group comes out empty are left out. */
export const bootstrapDifference = (
  pairs: readonly ClusterPair[],
  seed: number,
  drawCount: number = BOOTSTRAP_DRAWS,
): Range | null => resample(pairs, seed, drawCount, true)
