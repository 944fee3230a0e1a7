import { deleteSessionsOf } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import type { Session } from './session.ts'

/** Signs the person out everywhere but here. */
export const endOtherSessions = async (deps: Deps, session: Session): Promise<void> => {
  await authorise(deps, session, 'other-sessions.end', null)
  await deps.store.write(tx => deleteSessionsOf(tx, session.account.id, session.id))
}
