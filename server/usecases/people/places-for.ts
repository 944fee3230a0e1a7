import { isAllowed, type Action, type StateOf } from '../../../data/model/access.ts'
import { readHiddenConsultations } from '../../../data/store/consultation-state.ts'
import type { Deps } from '../../deps.ts'
import { authorise, rolesToward } from './authorise.ts'
import { readRoleScopes, type RoleScope } from './list-people.ts'
import type { Actor } from './session.ts'

/** A consultation in which somebody has a part, and what they may do there. */
export interface DeskPlace {
  readonly scope: RoleScope
  readonly state: StateOf<'consultation'>
  readonly may: (action: Action) => boolean
}

/** Every consultation in which somebody who has signed in may do this. The marks of all of them are read once. */
export const placesFor = async (deps: Deps, actor: Actor, action: Action): Promise<readonly DeskPlace[]> => {
  await authorise(deps, actor, 'own-account.see', null)
  const { reader } = deps.store
  const scopes = await readRoleScopes(reader)
  const hidden = await readHiddenConsultations(reader)
  return scopes.flatMap(scope => {
    const state = hidden.get(scope.consultationId) ?? 'published'
    const roles = rolesToward(actor, scope.consultationId)
    const may = (asked: Action): boolean => isAllowed(asked, roles, state)
    return may(action) ? [{ scope, state, may }] : []
  })
}
