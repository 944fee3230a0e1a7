import type { Connection, WriteConnection } from './connection.ts'
import type { SessionRow } from './people-schema.ts'

export type StoredSession = Readonly<Omit<SessionRow, 'tokenSha256'>>

const SHOWN = ['id', 'accountId', 'startedAt', 'seenAt', 'secondStepAt'] as const

/** Only the hash of a token is ever kept: who reads the store cannot sign in with it. */
export const insertSession = async (tx: WriteConnection, session: Readonly<SessionRow>): Promise<void> => {
  await tx.insertInto('sessions').values(session).execute()
}

export const findSession = async (connection: Connection, tokenSha256: string): Promise<StoredSession | null> =>
  (await connection.selectFrom('sessions').select(SHOWN).where('tokenSha256', '=', tokenSha256).executeTakeFirst()) ??
  null

export const writeSeen = async (tx: WriteConnection, sessionId: string, seenAt: string): Promise<void> => {
  await tx.updateTable('sessions').set({ seenAt }).where('id', '=', sessionId).execute()
}

/** Gives a session a new token: the one before is worth nothing from now on. false = the session has ended. */
export const rotateSession = async (
  tx: WriteConnection,
  sessionId: string,
  changed: Pick<SessionRow, 'tokenSha256'> & Partial<Pick<SessionRow, 'secondStepAt' | 'seenAt'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set(changed)
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const deleteSession = async (tx: WriteConnection, sessionId: string): Promise<void> => {
  await tx.deleteFrom('sessions').where('id', '=', sessionId).execute()
}

/** Ends every session of an account, but one if it is given. */
export const deleteSessionsOf = async (
  tx: WriteConnection,
  accountId: string,
  exceptId: string | null = null,
): Promise<void> => {
  const all = tx.deleteFrom('sessions').where('accountId', '=', accountId)
  await (exceptId === null ? all : all.where('id', '!=', exceptId)).execute()
}

/** Forgets sessions that nobody can use any more: begun, or last seen, before these instants. */
export const deleteExpiredSessions = async (
  tx: WriteConnection,
  before: { readonly startedAt: string; readonly seenAt: string },
): Promise<void> => {
  await tx
    .deleteFrom('sessions')
    .where(or => or.or([or('startedAt', '<=', before.startedAt), or('seenAt', '<=', before.seenAt)]))
    .execute()
}

export const readSessionsOf = (connection: Connection, accountId: string): Promise<readonly StoredSession[]> =>
  connection.selectFrom('sessions').select(SHOWN).where('accountId', '=', accountId).orderBy('startedAt').execute()
