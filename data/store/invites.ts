import type { InvitePurpose } from '../model/account.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { InviteRow } from './people-schema.ts'

export interface Invite {
  readonly id: string
  readonly purpose: InvitePurpose
  readonly accountId: string
  readonly clearsSecondStep: boolean
  readonly expiresAt: string
}

export type NewInvite = Invite & Pick<InviteRow, 'codeSha256' | 'createdAt' | 'createdById'>

/** Keeps the hash of a one-time code. Codes of the same account that were not used are worth nothing from now on. */
export const insertInvite = async (tx: WriteConnection, { clearsSecondStep, ...invite }: NewInvite): Promise<void> => {
  await revokeInvitesOf(tx, invite.accountId, invite.createdAt)
  await tx
    .insertInto('invites')
    .values({ ...invite, clearsSecondStep: Number(clearsSecondStep), usedAt: null, revokedAt: null })
    .execute()
}

export const revokeInvitesOf = async (tx: WriteConnection, accountId: string, now: string): Promise<void> => {
  await tx
    .updateTable('invites')
    .set({ revokedAt: now })
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

/** The invite of this purpose behind a code, if it can still be used; else null, whatever the reason. */
export const findOpenInvite = async (
  connection: Connection,
  purpose: InvitePurpose,
  codeSha256: string,
  now: string,
): Promise<Invite | null> => {
  const row = await connection
    .selectFrom('invites')
    .select(['id', 'purpose', 'accountId', 'clearsSecondStep', 'expiresAt'])
    .where('codeSha256', '=', codeSha256)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, clearsSecondStep: row.clearsSecondStep === 1 }
}

/** false = somebody was faster. */
export const useInvite = async (tx: WriteConnection, inviteId: string, now: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('invites')
    .set({ usedAt: now })
    .where('id', '=', inviteId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
