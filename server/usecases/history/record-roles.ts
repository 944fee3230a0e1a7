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

const entryOf = (
  personId: string,
  { role, consultationId }: { role: Grant['role'] | 'none'; consultationId: string | null },
) => ({
  kind: 'role-changed',
  personId,
  role,
  consultationId,
})

const record = async (
  tx: WriteConnection,
  deps: Deps,
  byId: string | null,
  entries: readonly object[],
): Promise<void> => {
  const history = new HistoryWriter(tx, { at: deps.clock.now(), byId })
  history.plain(entries)
  await history.flush()
}

/** A role that a person has from now on, beside those already held. In the transaction that gives it. */
export const recordGrant = (
  tx: WriteConnection,
  deps: Deps,
  { personId, byId }: RoleOccasion,
  grant: Grant,
): Promise<void> => record(tx, deps, byId, [entryOf(personId, grant)])

const isSameScope = (one: Grant, other: Grant): boolean => one.consultationId === other.consultationId

/** A role taken away, after it was: "none" where it was held, then each role that is still held there. */
export const recordRevocation = async (
  tx: WriteConnection,
  deps: Deps,
  { personId, byId }: RoleOccasion,
  grant: Grant,
): Promise<void> => {
  const left = (await readGrants(tx, personId)).filter(held => isSameScope(held, grant))
  const none = { role: 'none' as const, consultationId: grant.consultationId }
  await record(
    tx,
    deps,
    byId,
    [none, ...left].map(one => entryOf(personId, one)),
  )
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
  const entries = isOpen ? grants : scopes.map(consultationId => ({ role: 'none' as const, consultationId }))
  await record(
    tx,
    deps,
    byId,
    entries.map(one => entryOf(personId, one)),
  )
}
