import { OUTCOMES, type Audit } from '../../../analysis/finding.ts'
import { THRESHOLDS } from '../../../analysis/indicators/thresholds.ts'
import { placeByChance } from './order-queue.ts'

const needed = (codableCount: number): number =>
  Math.max(
    Math.ceil(codableCount * THRESHOLDS.gateCheckedTwiceShare),
    Math.min(codableCount, THRESHOLDS.gateCheckedTwiceCount),
  )

/**
 * Points for a second, blind look: of every outcome the same share by chance, at least a fifth, and more until the least number
 * is reached. The more is checked, the more are drawn; what was drawn stays drawn.
 */
export const chooseSecondLooks = (audit: Audit, seed: string): readonly string[] => {
  const checked = audit.points.filter(
    ({ outcome, setAside, isConfirmed }) => isConfirmed && outcome !== 'unchecked' && setAside === null,
  )
  const byChance = [...checked].sort((a, b) =>
    placeByChance(seed, a.pointId).localeCompare(placeByChance(seed, b.pointId)),
  )
  const chosen = new Set<string>()
  for (const outcome of OUTCOMES) {
    const stratum = byChance.filter(finding => finding.outcome === outcome)
    for (const { pointId } of stratum.slice(0, Math.ceil(stratum.length * THRESHOLDS.gateCheckedTwiceShare)))
      chosen.add(pointId)
  }
  const least = Math.min(checked.length, needed(audit.bases.byPoint.codable))
  for (const { pointId } of byChance) {
    if (chosen.size >= least) break
    chosen.add(pointId)
  }
  return byChance.map(({ pointId }) => pointId).filter(pointId => chosen.has(pointId))
}
