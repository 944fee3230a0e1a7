import { findAccountById, readGrants } from '../../../data/store/accounts.ts'
import { findSession, writeSeen, type StoredSession } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { minutesFrom } from './instants.ts'
import { sha256Of } from '../sha256-of.ts'
import { sessionStage, type Actor } from './session.ts'

/** R-AUT-6. */
export const IDLE_MINUTES = 30
export const LONGEST_MINUTES = 12 * 60
/** How exact "last seen" is: a page view writes at most once in this time. */
const SEEN_MINUTES = 1

/** Sessions begun, or last seen, at or before these instants are over. */
export const expiredBefore = (now: string): { readonly startedAt: string; readonly seenAt: string } => ({
  startedAt: minutesFrom(now, -LONGEST_MINUTES),
  seenAt: minutesFrom(now, -IDLE_MINUTES),
})

const isOver = (stored: StoredSession, now: string): boolean => {
  const { startedAt, seenAt } = expiredBefore(now)
  return stored.startedAt <= startedAt || stored.seenAt <= seenAt
}

/** Who carries this token: nobody, if it is unknown, has ended, or its account is closed. */
export const readSession = async (deps: Deps, token: string): Promise<Actor> => {
  const { reader, write } = deps.store
  const now = deps.clock.now()
  const stored = await findSession(reader, sha256Of(token))
  if (stored === null || isOver(stored, now)) return null
  const account = await findAccountById(reader, stored.accountId)
  if (account === null || account.state !== 'active') return null
  const grants = await readGrants(reader, account.id)
  if (stored.seenAt <= minutesFrom(now, -SEEN_MINUTES)) await write(tx => writeSeen(tx, stored.id, now))
  return { id: stored.id, account, grants, stage: sessionStage(account, grants, stored), startedAt: stored.startedAt }
}
