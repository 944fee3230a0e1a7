import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { listBodies, type ListedBody } from './list-bodies.ts'
import { readAudit } from './read-audit.ts'

export interface ShownCouncil {
  readonly body: ListedBody['body']
  /** Newest close first. Each stands for itself: consultations are never added up. */
  readonly consultations: readonly AuditIndex[]
}

export const showCouncil = async (deps: Deps, bodyRef: string): Promise<ShownCouncil> => {
  const listed = (await listBodies(deps)).find(({ body }) => body.ref === bodyRef)
  if (listed === undefined) throw new AppError('not-found', 'We have no council under this address.')
  const consultations: AuditIndex[] = []
  for (const { ref } of listed.consultations)
    consultations.push(indexAudit(await readAudit(deps, { body: bodyRef, consultation: ref })))
  return { body: listed.body, consultations }
}
