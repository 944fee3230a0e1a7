import type { Outcome, SetAside } from '../finding.ts'
import { judged, type PointFacts } from './point-facts.ts'

/** Why a point is counted apart from the codable ones; null: it is codable. Kept and shown either way. */
export const setAsideReason = (facts: PointFacts, outcome: Outcome): SetAside | null => {
  if (outcome === 'not-codable' || outcome === 'withdrawn') return outcome
  if (judged(facts, 'duplicate').length > 0) return 'duplicate'
  const contribution = facts.index.contributionById.get(facts.point.contributionId)
  const isOfficer = contribution?.contributorType === 'officer' || judged(facts, 'officer-written').length > 0
  return isOfficer ? 'officer-written' : null
}
