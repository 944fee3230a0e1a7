import { isConfirmed } from '../../../data/model/basis.ts'
import type { Body } from '../../../data/model/body.ts'
import type { Consultation } from '../../../data/model/consultation.ts'
import { STAGES, type Document, type Stage } from '../../../data/model/document.ts'
import type { Link } from '../../../data/model/link.ts'
import { readBodies, readConsultations } from '../../../data/store/bodies.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { readRecords } from '../../../data/store/records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

export interface ReviewAddress {
  readonly body: string
  readonly consultation: string
}
/** The consultation that the desk works on. */
export interface ReviewScope {
  readonly body: Body
  readonly consultation: Consultation
}

/** What an address of the desk names. Says nothing about whether the one who asks may see it: the access table does. */
export const findScope = async (deps: Deps, address: ReviewAddress): Promise<ReviewScope> => {
  const body = (await readBodies(deps.store.reader)).find(({ ref }) => ref === address.body)
  const consultation = (await readConsultations(deps.store.reader)).find(
    ({ ref, bodyId }) => ref === address.consultation && bodyId === body?.id,
  )
  if (body === undefined || consultation === undefined)
    throw new AppError('not-found', 'There is no page under this address.')
  return { body, consultation }
}

/** Documents on file, by stop. A stop without any is not asked about: it is missing, not searched in vain. */
export const readHeldDocuments = async (
  connection: Connection,
  consultationId: string,
): Promise<ReadonlyMap<Stage, readonly Document[]>> => {
  const held = (await readRecords(connection, 'document', consultationId)).filter(({ holding }) => holding === 'held')
  return new Map(
    STAGES.map(stage => [stage, held.filter(document => document.stage === stage)] as const).filter(
      ([, documents]) => documents.length > 0,
    ),
  )
}

/** Something was to be done: only then is it asked whether it was. */
const TO_BE_DONE: ReadonlySet<string> = new Set(['takes-up', 'takes-up-part', 'defers'])

/** The stops of a point, in order; the last only where there was something to do. */
export const stopsOf = (
  held: ReadonlyMap<Stage, readonly Document[]>,
  links: readonly Pick<Link, 'kind' | 'basis'>[],
): readonly Stage[] => {
  const hasWork = links.some(({ kind, basis }) => isConfirmed(basis) && TO_BE_DONE.has(kind))
  return [...held.keys()].filter(stage => stage !== 'delivery' || hasWork)
}
