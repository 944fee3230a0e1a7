import type { Correction } from '../../data/model/right-of-reply.ts'
import type { Deps } from '../deps.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { listBodies } from './list-bodies.ts'
import { readPublicAudit } from './read-public-audit.ts'

export interface ListedCorrection {
  readonly index: AuditIndex
  readonly correction: Correction
}

/** Everything that was changed after publication, newest first. */
export const listCorrections = async (deps: Deps): Promise<readonly ListedCorrection[]> => {
  const found: ListedCorrection[] = []
  for (const { body, consultations } of await listBodies(deps))
    for (const { ref } of consultations) {
      const index = indexAudit(await readPublicAudit(deps, { body: body.ref, consultation: ref }))
      found.push(...index.record.corrections.map(correction => ({ index, correction })))
    }
  return found.sort((a, b) => b.correction.on.localeCompare(a.correction.on))
}
