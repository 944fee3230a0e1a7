import type { Deps } from '../deps.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { listBodies } from './list-bodies.ts'
import { readPublicAudit } from './read-public-audit.ts'

/** Every consultation on record with its audit, by council. */
export const listAudits = async (deps: Deps): Promise<readonly AuditIndex[]> => {
  const audits: AuditIndex[] = []
  for (const { body, consultations } of await listBodies(deps))
    for (const { ref } of consultations)
      audits.push(indexAudit(await readPublicAudit(deps, { body: body.ref, consultation: ref })))
  return audits
}
