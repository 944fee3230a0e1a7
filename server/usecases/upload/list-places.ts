import { isAllowed } from '../../../data/model/access.ts'
import { readStagedUploads, type Upload } from '../../../data/store/uploads.ts'
import { readBodies } from '../../../data/store/bodies.ts'
import type { Deps } from '../../deps.ts'
import { rolesToward } from '../people/authorise.ts'
import type { RoleScope } from '../people/list-people.ts'
import type { Actor } from '../people/session.ts'
import { authorisePlace, consultationIdOf, type ImportPlace } from './import-place.ts'
import { placesFor } from '../people/places-for.ts'

export interface ImportPlaces {
  /** Consultations into which this person may import. */
  readonly consultations: readonly RoleScope[]
  readonly canAdd: boolean
  /** Nothing is on record at all: the first thing to do is another. */
  readonly isEmpty: boolean
}

export const listImportPlaces = async (deps: Deps, actor: Actor): Promise<ImportPlaces> => {
  const consultations = (await placesFor(deps, actor, 'records.import')).map(({ scope }) => scope)
  return {
    consultations,
    canAdd: isAllowed('records.add', rolesToward(actor, null), 'open'),
    isEmpty: (await readBodies(deps.store.reader)).length === 0,
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
