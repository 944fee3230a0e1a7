import type { Account, AccountState, Grant } from '../model/account.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { AccountRow, RoleGrantRow } from './people-schema.ts'

const SHOWN = ['id', 'code', 'loginName', 'displayName', 'state', 'secondStepSecret', 'createdAt'] as const
type ShownRow = Pick<AccountRow, (typeof SHOWN)[number]>

const toAccount = ({ secondStepSecret, ...row }: ShownRow): Account => ({
  ...row,
  hasSecondStep: secondStepSecret !== null,
})

/** What opens an account. For the use cases that check it, and for nothing else. */
export type AccountSecrets = Readonly<
  Pick<AccountRow, 'passwordHash' | 'secondStepSecret' | 'pendingSecondStepSecret' | 'lastSecondStep'>
>

export const insertAccount = async (
  tx: WriteConnection,
  account: Pick<AccountRow, 'id' | 'code' | 'loginName' | 'displayName' | 'createdAt' | 'createdById'>,
): Promise<void> => {
  await tx
    .insertInto('accounts')
    .values({
      ...account,
      state: 'invited',
      passwordHash: null,
      secondStepSecret: null,
      pendingSecondStepSecret: null,
      lastSecondStep: null,
    })
    .execute()
}

const findAccount = async (
  connection: Connection,
  column: 'id' | 'code' | 'loginName',
  value: string,
): Promise<Account | null> => {
  const row = await connection.selectFrom('accounts').select(SHOWN).where(column, '=', value).executeTakeFirst()
  return row === undefined ? null : toAccount(row)
}
export const findAccountById = (connection: Connection, id: string): Promise<Account | null> =>
  findAccount(connection, 'id', id)
export const findAccountByCode = (connection: Connection, code: string): Promise<Account | null> =>
  findAccount(connection, 'code', code)
export const findAccountByLoginName = (connection: Connection, loginName: string): Promise<Account | null> =>
  findAccount(connection, 'loginName', loginName)

export const readAccounts = async (connection: Connection): Promise<readonly Account[]> =>
  (await connection.selectFrom('accounts').select(SHOWN).orderBy('displayName').orderBy('code').execute()).map(
    toAccount,
  )

/** Codes of all who have or had an account: whatever a person did at the desk bears one. */
export const readAccountCodes = async (connection: Connection): Promise<readonly string[]> =>
  (await connection.selectFrom('accounts').select('code').execute()).map(({ code }) => code)

export const readAccountSecrets = (connection: Connection, accountId: string): Promise<AccountSecrets> =>
  connection
    .selectFrom('accounts')
    .select(['passwordHash', 'secondStepSecret', 'pendingSecondStepSecret', 'lastSecondStep'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()

export const writeAccount = async (
  tx: WriteConnection,
  accountId: string,
  changed: Partial<AccountSecrets & { readonly state: AccountState }>,
): Promise<void> => {
  await tx.updateTable('accounts').set(changed).where('id', '=', accountId).execute()
}

/** Marks a step as used. false = this step, or a later one, has been used already. */
export const useSecondStep = async (tx: WriteConnection, accountId: string, step: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('accounts')
    .set({ lastSecondStep: step })
    .where('id', '=', accountId)
    .where(or => or.or([or('lastSecondStep', 'is', null), or('lastSecondStep', '<', step)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The codes before are worth nothing from now on. */
export const replaceRecoveryCodes = async (
  tx: WriteConnection,
  accountId: string,
  codeSha256s: readonly string[],
  now: string,
): Promise<void> => {
  await tx.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute()
  if (codeSha256s.length === 0) return
  await tx
    .insertInto('recoveryCodes')
    .values(codeSha256s.map(codeSha256 => ({ accountId, codeSha256, createdAt: now, usedAt: null })))
    .execute()
}

/** false = there is no such code, or it has been used. */
export const useRecoveryCode = async (
  tx: WriteConnection,
  accountId: string,
  codeSha256: string,
  now: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('recoveryCodes')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('codeSha256', '=', codeSha256)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const countUnusedRecoveryCodes = async (connection: Connection, accountId: string): Promise<number> =>
  (
    await connection
      .selectFrom('recoveryCodes')
      .select('codeSha256')
      .where('accountId', '=', accountId)
      .where('usedAt', 'is', null)
      .execute()
  ).length

/** Roles held now. */
export const readGrants = (connection: Connection, accountId: string): Promise<readonly Grant[]> =>
  connection
    .selectFrom('roleGrants')
    .select(['role', 'consultationId'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .orderBy('grantedAt')
    .execute()

/** Roles held now, by account. */
export const readAllGrants = async (connection: Connection): Promise<ReadonlyMap<string, readonly Grant[]>> => {
  const rows = await connection
    .selectFrom('roleGrants')
    .select(['accountId', 'role', 'consultationId'])
    .where('endedAt', 'is', null)
    .orderBy('grantedAt')
    .execute()
  const byAccount = new Map<string, Grant[]>()
  for (const { accountId, ...grant } of rows) byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), grant])
  return byAccount
}

/** false = the role is held already. */
export const insertGrant = async (
  tx: WriteConnection,
  grant: Pick<RoleGrantRow, 'id' | 'accountId' | 'role' | 'consultationId' | 'grantedAt' | 'grantedById'>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roleGrants')
    .values({ ...grant, endedAt: null, endedById: null })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** null = the role is not held. The grant stays on record with its end; its id. */
export const endGrant = async (
  tx: WriteConnection,
  accountId: string,
  { role, consultationId }: Grant,
  end: { readonly at: string; readonly byId: string | null },
): Promise<string | null> => {
  const ended = await tx
    .updateTable('roleGrants')
    .set({ endedAt: end.at, endedById: end.byId })
    .where('accountId', '=', accountId)
    .where('role', '=', role)
    .where('consultationId', consultationId === null ? 'is' : '=', consultationId)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended?.id ?? null
}
