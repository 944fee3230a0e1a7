import type { Grant } from '../../../data/model/account.ts'
import { readGrants } from '../../../data/store/accounts.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { HistoryWriter } from './history-writer.ts'

/** Whose roles changed, and who changed them; null = a command on the machine. */
export interface RoleOccasion {
  readonly personId: string
  readonly byId: string | null
}

/** A grant as the store keeps it. */
type HeldGrant = Grant & { readonly id: string }

const entryOf = (
  personId: string,
  { role, consultationId }: { role: Grant['role'] | 'none'; consultationId: string | null },
) => ({
  kind: 'role-changed',
  personId,
  role,
  consultationId,
})

type Rows = Partial<Record<'account' | 'role-grant', readonly string[]>>

/** What is said openly, and the rows behind it under their seals: which account, which grant, from when, by whom. */
const record = async (
  tx: WriteConnection,
  deps: Deps,
  byId: string | null,
  entries: readonly object[],
  rows: Rows = {},
): Promise<void> => {
  const history = new HistoryWriter(tx, { at: deps.clock.now(), byId })
  await history.deskRecords('account', rows.account ?? [])
  await history.deskRecords('role-grant', rows['role-grant'] ?? [])
  history.plain(entries)
  await history.flush()
}

/** An account that was opened, or whose state changed: who may sign in, and under which code and name. */
export const recordAccount = (tx: WriteConnection, deps: Deps, { personId, byId }: RoleOccasion): Promise<void> =>
  record(tx, deps, byId, [], { account: [personId] })

/** A role that a person has from now on, beside those already held. In the transaction that gives it. */
export const recordGrant = (
  tx: WriteConnection,
  deps: Deps,
  { personId, byId }: RoleOccasion,
  { id, role, consultationId }: HeldGrant,
): Promise<void> => record(tx, deps, byId, [entryOf(personId, { role, consultationId })], { 'role-grant': [id] })

const isSameScope = (one: Grant, other: Grant): boolean => one.consultationId === other.consultationId

/** A role taken away, after it was: "none" where it was held, then each role that is still held there. */
export const recordRevocation = async (
  tx: WriteConnection,
  deps: Deps,
  { personId, byId }: RoleOccasion,
  grant: HeldGrant,
): Promise<void> => {
  const left = (await readGrants(tx, personId)).filter(held => isSameScope(held, grant))
  const none = { role: 'none' as const, consultationId: grant.consultationId }
  const entries = [none, ...left].map(one => entryOf(personId, one))
  await record(tx, deps, byId, entries, { 'role-grant': [grant.id] })
}

/** An account closed, or opened again with the roles it had. */
export const recordAccountState = async (
  tx: WriteConnection,
  deps: Deps,
  { personId, byId }: RoleOccasion,
  isOpen: boolean,
): Promise<void> => {
  const grants = await readGrants(tx, personId)
  const scopes = [...new Set(grants.map(({ consultationId }) => consultationId))]
  const held = isOpen ? grants : scopes.map(consultationId => ({ role: 'none' as const, consultationId }))
  const entries = held.map(one => entryOf(personId, one))
  await record(tx, deps, byId, entries, { account: [personId] })
}
