import { deleteSession } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import type { Actor } from './session.ts'

/** The session is over on the server, whatever the browser still holds. */
export const signOut = async (deps: Deps, actor: Actor): Promise<void> => {
  await authorise(deps, actor, 'session.end', null)
  if (actor !== null) await deps.store.write(tx => deleteSession(tx, actor.id))
}
