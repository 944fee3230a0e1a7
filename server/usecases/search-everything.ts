import type { Body } from '../../data/model/body.ts'
import type { Consultation } from '../../data/model/consultation.ts'
import type { Deps } from '../deps.ts'
import { foldText, indexAudit, type AuditIndex, type PointRow } from './audit-index.ts'
import { listBodies } from './list-bodies.ts'
import { narrow } from './point-facets.ts'
import { readAudit } from './read-audit.ts'

export interface FoundPoint {
  readonly index: AuditIndex
  readonly row: PointRow
}
export interface FoundEverything {
  readonly q: string
  readonly bodies: readonly Body[]
  readonly consultations: readonly { readonly body: Body; readonly consultation: Consultation }[]
  readonly points: readonly FoundPoint[]
  readonly pointCount: number
}

export const mostFoundPoints = 50

/** Councils and consultations by name, points by the words of their public text. All words must be there. */
export const searchEverything = async (deps: Deps, q: string): Promise<FoundEverything> => {
  const words = foldText(q).split(' ').filter(Boolean)
  const listed = await listBodies(deps)
  if (words.length === 0) return { q, bodies: [], consultations: [], points: [], pointCount: 0 }
  const isNamed = (...names: readonly string[]): boolean =>
    words.every(word => names.some(name => foldText(name).includes(word)))
  const pairs = listed.flatMap(({ body, consultations }) => consultations.map(consultation => ({ body, consultation })))
  const points: FoundPoint[] = []
  for (const { body, consultation } of pairs) {
    const index = indexAudit(await readAudit(deps, { body: body.ref, consultation: consultation.ref }))
    points.push(...narrow(index, { selected: {}, q }).map(row => ({ index, row })))
  }
  return {
    q,
    bodies: listed.map(({ body }) => body).filter(({ name, shortName }) => isNamed(name, shortName)),
    consultations: pairs.filter(({ consultation }) => isNamed(consultation.title, consultation.place ?? '')),
    points: points.slice(0, mostFoundPoints),
    pointCount: points.length,
  }
}
