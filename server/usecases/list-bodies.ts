import type { Body } from '../../data/model/body.ts'
import type { Consultation } from '../../data/model/consultation.ts'
import { readBodies, readConsultations } from '../../data/store/bodies.ts'
import { readHiddenConsultations } from '../../data/store/consultation-state.ts'
import type { Deps } from '../deps.ts'

export interface ListedBody {
  readonly body: Body
  /** Newest close first. */
  readonly consultations: readonly Consultation[]
}

/** Every body with all its consultations, drafts too: for the command line and the desk, never for a page that anybody can open. */
export const listAllBodies = async (deps: Deps): Promise<readonly ListedBody[]> => {
  const bodies = await readBodies(deps.store.reader)
  const consultations = await readConsultations(deps.store.reader)
  return bodies.map(body => ({ body, consultations: consultations.filter(({ bodyId }) => bodyId === body.id) }))
}

/** What the public sees: every body with its public consultations, by name. One all of whose consultations are hidden is not there. */
export const listBodies = async (deps: Deps): Promise<readonly ListedBody[]> => {
  const hidden = await readHiddenConsultations(deps.store.reader)
  return (await listAllBodies(deps)).flatMap(({ body, consultations }) => {
    const shown = consultations.filter(({ id }) => !hidden.has(id))
    return consultations.length > 0 && shown.length === 0 ? [] : [{ body, consultations: shown }]
  })
}
