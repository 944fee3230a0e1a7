import type { Deps } from '../deps.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { listBodies, type ListedBody } from './list-bodies.ts'
import { readPublicAudit } from './read-public-audit.ts'

export interface ShownHome {
  readonly bodies: readonly ListedBody[]
  /** The consultations that closed last. */
  readonly newest: readonly AuditIndex[]
}

const mostNewest = 3

const lastDay = ({ closesOn, decidedOn, opensOn }: ListedBody['consultations'][number]): string =>
  closesOn ?? decidedOn ?? opensOn ?? ''

/** The councils on record, and what became of the newest consultations. */
export const showHome = async (deps: Deps): Promise<ShownHome> => {
  const bodies = await listBodies(deps)
  const newest = bodies
    .flatMap(({ body, consultations }) => consultations.map(consultation => ({ body, consultation })))
    .sort((a, b) => lastDay(b.consultation).localeCompare(lastDay(a.consultation)))
    .slice(0, mostNewest)
  const audits: AuditIndex[] = []
  for (const { body, consultation } of newest)
    audits.push(indexAudit(await readPublicAudit(deps, { body: body.ref, consultation: consultation.ref })))
  return { bodies, newest: audits }
}
