import type { DeliveryCheck } from '../../data/model/commitment.ts'
import type { DeliveryStatus } from './counted-unit.ts'
import { ofKind, type PointFacts } from './point-facts.ts'

/** Someone outside the body wrote it down: a community document of the stage record links to it. */
export const isNoted = ({ index, point }: PointFacts): boolean =>
  (index.linksByPoint.get(point.id) ?? []).some(
    ({ document }) => document.stage === 'record' && document.source === 'community',
  )

export const isRecorded = ({ onTheWay }: PointFacts): boolean =>
  onTheWay.some(({ document }) => document.stage === 'record' && document.holding === 'held')

export const isInPapers = ({ onTheWay }: PointFacts): boolean =>
  ofKind(onTheWay, 'carries', 'carries-part').some(({ document }) => document.stage === 'papers')

export const isIdentified = ({ index, point }: PointFacts): boolean =>
  (index.identitiesByPoint.get(point.id) ?? []).some(
    ({ hasName, hasRole, hasOrganisation, hasStance }) => hasName || hasRole || hasOrganisation || hasStance,
  )

const latest = (checks: readonly DeliveryCheck[]): DeliveryCheck | null =>
  checks.reduce<DeliveryCheck | null>((last, next) => (last === null || next.on >= last.on ? next : last), null)

/**
 * State of delivery by the latest dated check, else by confirmed links to updates: `delivers` is complete; `delivers-part` is
 * taken as limited, the lower of the two it can mean. Nothing on record is no evidence, which is not "not done".
 */
export const deliveryOf = ({ index, point }: PointFacts): DeliveryStatus => {
  const check = latest(index.deliveryChecksByPoint.get(point.id) ?? [])
  if (check) return check.status
  const updates = (index.linksByPoint.get(point.id) ?? []).filter(({ document }) => document.stage === 'delivery')
  if (ofKind(updates, 'delivers').length > 0) return 'complete'
  return ofKind(updates, 'delivers-part').length > 0 ? 'limited' : 'no-evidence'
}
