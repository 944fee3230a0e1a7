import type { Body } from '../../data/model/body.ts'
import type { Consultation } from '../../data/model/consultation.ts'
import { readBodies, readConsultations } from '../../data/store/bodies.ts'
import type { Deps } from '../deps.ts'

export interface ListedBody {
  readonly body: Body
  /** Newest close first. */
  readonly consultations: readonly Consultation[]
}

/** Every body with its consultations, by name. */
export const listBodies = async (deps: Deps): Promise<readonly ListedBody[]> => {
  const bodies = await readBodies(deps.store.reader)
  const consultations = await readConsultations(deps.store.reader)
  return bodies.map(body => ({ body, consultations: consultations.filter(({ bodyId }) => bodyId === body.id) }))
}
