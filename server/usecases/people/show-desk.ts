import { isAllowed, type Action, type StateOf } from '../../../data/model/access.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import type { Deps } from '../../deps.ts'
import { authorise, rolesToward } from './authorise.ts'
import { readRoleScopes, type RoleScope } from './list-people.ts'
import type { Actor } from './session.ts'

export interface DeskPlace {
  readonly scope: RoleScope
  readonly state: StateOf<'consultation'>
  readonly may: (action: Action) => boolean
}
export interface Desk {
  readonly places: readonly DeskPlace[]
  readonly canAdd: boolean
  readonly canSeePeople: boolean
}

/** Everything that somebody who has signed in has a part in, and what they may do there. */
export const showDesk = async (deps: Deps, actor: Actor): Promise<Desk> => {
  await authorise(deps, actor, 'own-account.see', null)
  const places: DeskPlace[] = []
  for (const scope of await readRoleScopes(deps.store.reader)) {
    const state = await readConsultationState(deps.store.reader, scope.consultationId)
    const roles = rolesToward(actor, scope.consultationId)
    if (state === null || !isAllowed('desk.see', roles, state)) continue
    places.push({ scope, state, may: action => isAllowed(action, roles, state) })
  }
  const roles = rolesToward(actor, null)
  return {
    places,
    canAdd: isAllowed('records.add', roles, 'open'),
    canSeePeople: isAllowed('people.see', roles, 'open'),
  }
}
