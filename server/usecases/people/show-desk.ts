import { isAllowed } from '../../../data/model/access.ts'
import type { Deps } from '../../deps.ts'
import { rolesToward } from './authorise.ts'
import { placesFor, type DeskPlace } from './places-for.ts'
import type { Actor } from './session.ts'

export interface Desk {
  readonly places: readonly DeskPlace[]
  readonly canAdd: boolean
  readonly canSeePeople: boolean
}

/** Everything that somebody who has signed in has a part in, and what they may do there. */
export const showDesk = async (deps: Deps, actor: Actor): Promise<Desk> => {
  const places = await placesFor(deps, actor, 'desk.see')
  const roles = rolesToward(actor, null)
  return {
    places,
    canAdd: isAllowed('records.add', roles, 'open'),
    canSeePeople: isAllowed('people.see', roles, 'open'),
  }
}
