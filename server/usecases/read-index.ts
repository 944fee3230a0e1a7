import { isSlug } from '../../data/model/reserved-slugs.ts'
import { readHiddenConsultations } from '../../data/store/consultation-state.ts'
import { readRemovals } from '../../data/store/releases.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { listAllBodies } from './list-bodies.ts'
import { readPublicAudit } from './read-public-audit.ts'

export interface PageAddress {
  readonly body: string
  readonly consultation: string
}

/** The public reason of a removal; it stands in /removals too. */
const whyGone = async (deps: Deps, consultationId: string): Promise<string> => {
  const removals = await readRemovals(deps.store.reader, consultationId)
  const made = removals.find(({ kind, agreedAt }) => kind === 'consultation' && agreedAt !== null)
  return made === undefined
    ? 'This consultation was taken down.'
    : `This consultation was taken down on ${(made.agreedAt ?? '').slice(0, 10)}. ${made.words}`
}

const missing = (): AppError => new AppError('not-found', 'There is no such consultation.')

/**
 * The consultation behind a page that anybody may open, with its look-ups. A draft and a malformed address are answered like a
 * missing one; one that was taken down says so, and why.
 */
export const readIndex = async (deps: Deps, { body, consultation }: PageAddress): Promise<AuditIndex> => {
  if (!isSlug(body) || !isSlug(consultation)) throw missing()
  const known = (await listAllBodies(deps))
    .filter(listed => listed.body.ref === body)
    .flatMap(({ consultations }) => consultations.filter(({ ref }) => ref === consultation))[0]
  if (known === undefined) throw missing()
  const state = (await readHiddenConsultations(deps.store.reader)).get(known.id)
  if (state === 'draft') throw missing()
  if (state === 'withdrawn') throw new AppError('gone', await whyGone(deps, known.id))
  return indexAudit(await readPublicAudit(deps, { body, consultation }))
}
