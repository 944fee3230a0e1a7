import type { WriteConnection } from './connection.ts'
import type { LoginAttemptRow } from './people-schema.ts'

export type LoginAttempt = Readonly<LoginAttemptRow>

export const insertAttempts = async (tx: WriteConnection, attempts: readonly LoginAttempt[]): Promise<void> => {
  if (attempts.length > 0) await tx.insertInto('loginAttempts').values(attempts).execute()
}

/** Instants of a subject's attempts, oldest first. */
export const readAttempts = async (
  tx: WriteConnection,
  { scope, subject }: Pick<LoginAttempt, 'scope' | 'subject'>,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('loginAttempts')
      .select('at')
      .where('scope', '=', scope)
      .where('subject', '=', subject)
      .orderBy('at')
      .execute()
  ).map(row => row.at)

/** An attempt that did not fail is forgotten, in every scope. */
export const deleteAttempt = async (tx: WriteConnection, id: string): Promise<void> => {
  await tx.deleteFrom('loginAttempts').where('id', '=', id).execute()
}

export const deleteAttemptsOf = async (
  tx: WriteConnection,
  { scope, subject }: Pick<LoginAttempt, 'scope' | 'subject'>,
): Promise<void> => {
  await tx.deleteFrom('loginAttempts').where('scope', '=', scope).where('subject', '=', subject).execute()
}

/** Addresses are personal data: nothing is kept longer than it is needed. */
export const deleteAttemptsBefore = async (tx: WriteConnection, instant: string): Promise<void> => {
  await tx.deleteFrom('loginAttempts').where('at', '<=', instant).execute()
}
