import { isSlug } from '../../data/model/reserved-slugs.ts'
import { readBodies, readConsultations } from '../../data/store/bodies.ts'
import { readHiddenConsultations } from '../../data/store/consultation-state.ts'
import { findFormerSlug } from '../../data/store/former-slugs.ts'
import type { Deps } from '../deps.ts'
import { listBodies } from './list-bodies.ts'
import { GLOBAL_SCOPE } from './reference-index.ts'

/** "name.csv" → name and ".csv": a twin and a feed stand beside the page. */
const apart = (segment: string): readonly [slug: string, ending: string] => {
  const dot = segment.indexOf('.')
  return dot < 0 ? [segment, ''] : [segment.slice(0, dot), segment.slice(dot)]
}

/** A body that anybody can see, under its present or a former slug. */
const findBody = async (deps: Deps, slug: string) => {
  const former = await findFormerSlug(deps.store.reader, 'body', GLOBAL_SCOPE, slug)
  const isIt = (body: { readonly id: string; readonly ref: string }): boolean =>
    former === null ? body.ref === slug : body.id === former.recordId
  const body = (await readBodies(deps.store.reader)).find(isIt)
  const isShown = (await listBodies(deps)).some(listed => listed.body.id === body?.id)
  return isShown ? body : undefined
}

/** A consultation that is no draft, under a former slug. */
const findRenamed = async (deps: Deps, bodyId: string, slug: string) => {
  const former = isSlug(slug) ? await findFormerSlug(deps.store.reader, 'consultation', bodyId, slug) : null
  if (former === null) return undefined
  const isDraft = (await readHiddenConsultations(deps.store.reader)).get(former.recordId) === 'draft'
  return isDraft ? undefined : (await readConsultations(deps.store.reader)).find(({ id }) => id === former.recordId)
}

/** Where a page has gone that was renamed, with everything below it; null = it never had this address, or nobody may know. */
export const findPresentAddress = async (deps: Deps, path: string): Promise<string | null> => {
  const [, first = '', second, ...below] = path.split('/')
  const [bodySlug, bodyEnding] = apart(first)
  const body = isSlug(bodySlug) ? await findBody(deps, bodySlug) : undefined
  if (body === undefined) return null
  const [slug, ending] = apart(second ?? '')
  const consultation = await findRenamed(deps, body.id, slug)
  const segments = [
    `${body.ref}${bodyEnding}`,
    ...(second === undefined ? [] : [consultation === undefined ? second : `${consultation.ref}${ending}`]),
    ...below,
  ]
  const present = `/${segments.join('/')}`
  return present === path ? null : present
}
