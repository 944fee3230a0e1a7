import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { readAudit } from './read-audit.ts'

export interface PageAddress {
  readonly body: string
  readonly consultation: string
}

const isSlug = (text: string): boolean => text.length <= 100 && /^[a-z0-9][a-z0-9-]*$/.test(text)

/** The consultation behind a page, with its look-ups. A malformed address is answered like a missing one. */
export const readIndex = async (deps: Deps, { body, consultation }: PageAddress): Promise<AuditIndex> => {
  if (!isSlug(body) || !isSlug(consultation)) throw new AppError('not-found', 'There is no such consultation.')
  return indexAudit(await readAudit(deps, { body, consultation }))
}
