import { percentile } from './percentile.ts'
import type { Range } from './range.ts'
import { seededRandom } from './random.ts'

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

const resample = (
  count: number,
  drawCount: number,
  seed: number,
  statistic: (picks: Uint32Array) => number,
): Range | null => {
  const random = seededRandom(seed)
  const picks = new Uint32Array(count)
  const values: number[] = []
  for (let draw = 0; draw < drawCount; draw += 1) {
    for (let place = 0; place < count; place += 1) picks[place] = Math.floor(random() * count)
    const value = statistic(picks)
    if (Number.isFinite(value)) values.push(value)
  }
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return { low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) }
}

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
  const hits = Float64Array.from(clusters, cluster => cluster.hitCount)
  const totals = Float64Array.from(clusters, cluster => cluster.totalCount)
  return resample(clusters.length, drawCount, seed, picks => {
    let hit = 0
    let total = 0
    for (const pick of picks) {
      hit += hits[pick] ?? 0
      total += totals[pick] ?? 0
    }
    return hit / total
  })
}

/** The same for a difference of two shares (−1–1); draws in which a group comes out empty are left out. */
export const bootstrapDifference = (
  clusters: readonly ClusterPair[],
  seed: number,
  drawCount: number = BOOTSTRAP_DRAWS,
): Range | null =>
  resample(clusters.length, drawCount, seed, picks => {
    let [hit1, total1, hit2, total2] = [0, 0, 0, 0]
    for (const pick of picks) {
      const pair = clusters[pick]
      if (!pair) continue
      hit1 += pair.first.hitCount
      total1 += pair.first.totalCount
      hit2 += pair.second.hitCount
      total2 += pair.second.totalCount
    }
    return hit1 / total1 - hit2 / total2
  })
