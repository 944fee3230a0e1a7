import type { WriteConnection } from '../../../data/store/connection.ts'
import { deleteExpiredSessions, insertSession, rotateSession } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { makeToken } from './one-time-code.ts'
import { sha256Of } from '../sha256-of.ts'
import { expiredBefore } from './read-session.ts'

/** A new session for an account, and the token that carries it: told once, kept nowhere. */
export const startSession = async (tx: WriteConnection, deps: Deps, accountId: string): Promise<string> => {
  const now = deps.clock.now()
  const token = makeToken()
  await deleteExpiredSessions(tx, expiredBefore(now))
  await insertSession(tx, {
    id: deps.newId(),
    tokenSha256: sha256Of(token),
    accountId,
    startedAt: now,
    seenAt: now,
    secondStepAt: null,
  })
  return token
}

/** A new token for a session whose rights have changed. `hasSecondStep`: the second step has just been given. */
export const renewToken = async (
  tx: WriteConnection,
  deps: Deps,
  sessionId: string,
  { hasSecondStep }: { readonly hasSecondStep: boolean },
): Promise<string> => {
  const now = deps.clock.now()
  const token = makeToken()
  const isRenewed = await rotateSession(tx, sessionId, {
    tokenSha256: sha256Of(token),
    seenAt: now,
    ...(hasSecondStep ? { secondStepAt: now } : {}),
  })
  if (!isRenewed) throw new AppError('conflict', 'This session has ended. Sign in again.')
  return token
}
