import { isAllowed } from '../../../data/model/access.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { readStagedUploads, type Upload } from '../../../data/store/uploads.ts'
import { readBodies } from '../../../data/store/bodies.ts'
import type { Deps } from '../../deps.ts'
import { authorise, rolesToward } from '../people/authorise.ts'
import { readRoleScopes, type RoleScope } from '../people/list-people.ts'
import type { Actor } from '../people/session.ts'
import { authorisePlace, consultationIdOf, type ImportPlace } from './import-place.ts'

export interface ImportPlaces {
  /** Consultations into which this person may import. */
  readonly consultations: readonly RoleScope[]
  readonly canAdd: boolean
  /** Nothing is on record at all: the first thing to do is another. */
  readonly isEmpty: boolean
}

export const listImportPlaces = async (deps: Deps, actor: Actor): Promise<ImportPlaces> => {
  await authorise(deps, actor, 'own-account.see', null)
  const { reader } = deps.store
  const consultations: RoleScope[] = []
  for (const scope of await readRoleScopes(reader)) {
    const state = await readConsultationState(reader, scope.consultationId)
    if (state !== null && isAllowed('records.import', rolesToward(actor, scope.consultationId), state))
      consultations.push(scope)
  }
  return {
    consultations,
    canAdd: isAllowed('records.add', rolesToward(actor, null), 'open'),
    isEmpty: (await readBodies(reader)).length === 0,
  }
}

export interface ShownPlace {
  readonly place: ImportPlace
  /** Files that were uploaded here and wait. */
  readonly waiting: readonly Upload[]
}

export const showPlace = async (deps: Deps, actor: Actor, place: ImportPlace): Promise<ShownPlace> => {
  await authorisePlace(deps, actor, place)
  return { place, waiting: await readStagedUploads(deps.store.reader, consultationIdOf(place)) }
}
