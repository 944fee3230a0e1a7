import { isReservedSlug, isSlug, type SlugKind } from '../../data/model/reserved-slugs.ts'
import { readBodies, readConsultations } from '../../data/store/bodies.ts'
import type { WriteConnection } from '../../data/store/connection.ts'
import { findFormerSlug, writeSlug } from '../../data/store/former-slugs.ts'
import { raiseRevisions } from '../../data/store/imports.ts'
import { readRecord } from '../../data/store/records.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { HistoryWriter } from './history/history-writer.ts'
import { listAllBodies } from './list-bodies.ts'
import { findConsultation } from './read-audit.ts'
import { GLOBAL_SCOPE } from './reference-index.ts'

export interface Renaming {
  readonly body: string | null
  /** null = the body itself is renamed. */
  readonly consultation: string | null
  readonly slug: string
}
export interface Renamed {
  readonly kind: SlugKind
  /** Addresses before and after, from the first slash. */
  readonly from: string
  readonly to: string
}

interface Subject {
  readonly kind: SlugKind
  readonly id: string
  readonly ref: string
  readonly scopeId: string
  /** What stands before it in its address. */
  readonly above: string
}

const findSubject = async (deps: Deps, { body, consultation }: Renaming): Promise<Subject> => {
  const listed = await listAllBodies(deps)
  if (consultation !== null) {
    const found = findConsultation(listed, { body, consultation })
    const { id, ref, bodyId } = found.consultation
    return { kind: 'consultation', id, ref, scopeId: bodyId, above: `/${found.body.ref}` }
  }
  const known = listed.find(one => one.body.ref === body)
  if (known === undefined) throw new AppError('not-found', `There is no body "${body ?? ''}". "said list" shows them.`)
  return { kind: 'body', id: known.body.id, ref: known.body.ref, scopeId: GLOBAL_SCOPE, above: '' }
}

const refuseSlug = async (tx: WriteConnection, subject: Subject, slug: string): Promise<void> => {
  const { kind, scopeId, ref } = subject
  const refuse = (why: string): never => {
    throw new AppError('refused', why)
  }
  if (slug === ref) refuse(`It is called "${slug}" already.`)
  if (!isSlug(slug)) refuse(`"${slug}" cannot be in an address. Use small letters, digits and hyphens, at most 100.`)
  if (isReservedSlug(kind, slug)) refuse(`"${slug}" is a page of the site itself. Choose another.`)
  const siblings =
    kind === 'body' ? await readBodies(tx) : (await readConsultations(tx)).filter(one => one.bodyId === scopeId)
  if (siblings.some(one => one.ref === slug)) refuse(`Another ${kind} is called "${slug}".`)
  if ((await findFormerSlug(tx, kind, scopeId, slug)) !== null)
    refuse(`"${slug}" was an address before. It leads there for good and is not given again.`)
}

/** The record as it is now, sealed again: the history keeps both states. */
const sealAgain = async (tx: WriteConnection, deps: Deps, { kind, id }: Subject): Promise<void> => {
  const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: null })
  const record = await readRecord(tx, kind, id)
  if (record !== null) await history.records(kind, [record])
  await history.flush()
}

/**
 * Gives a body or a consultation another address. The one it had answers with a redirect for good and is never given to another; the
 * history has the change. Nothing else of the record changes.
 */
export const renameAddress = async (deps: Deps, renaming: Renaming): Promise<Renamed> => {
  const subject = await findSubject(deps, renaming)
  const { kind, id, ref, scopeId, above } = subject
  const { slug } = renaming
  await deps.store.write(async tx => {
    await refuseSlug(tx, subject, slug)
    await writeSlug(tx, { recordKind: kind, scopeId, slug: ref, recordId: id, renamedAt: deps.clock.now() }, slug)
    await sealAgain(tx, deps, subject)
    const touched = await readConsultations(tx)
    await raiseRevisions(
      tx,
      touched.filter(one => (kind === 'body' ? one.bodyId === id : one.id === id)).map(one => one.id),
    )
  })
  deps.log.info({ event: 'renamed', kind, from: ref, to: slug }, 'an address was changed')
  return { kind, from: `${above}/${ref}`, to: `${above}/${slug}` }
}
