import { sql, type Kysely } from 'kysely'
import type { Connection } from './connection.ts'

export type AnyRow = Readonly<Record<string, unknown>>
type AnyTable = Kysely<Record<string, Record<string, unknown>>>
export const anyTable = (connection: Connection): AnyTable => connection as unknown as AnyTable

export const ROWS_PER_QUERY = 1_000

/** All rows of a table, or with `isDistinct` each value of its key once. */
export const selectRows = (connection: Connection, table: string, key: string, isDistinct = false) => {
  const from = anyTable(connection).selectFrom(table).orderBy(key)
  return isDistinct ? from.select(key).distinct() : from.selectAll()
}

/**
 * Rows of a table by a key, some at a time: a store of any size is walked without holding it. No row is passed over: those whose key
 * is empty, which this program does not write, come first.
 */
export async function* rowsByKey(
  connection: Connection,
  table: string,
  key: string,
  isDistinct = false,
): AsyncGenerator<readonly AnyRow[]> {
  const select = () => selectRows(connection, table, key, isDistinct)
  const keyless = await select()
    .where(({ eb, or }) => or([eb(key, 'is', null), eb(key, '<=', '')]))
    .execute()
  if (keyless.length > 0) yield keyless
  for (let after = ''; ;) {
    const rows = await select().where(key, '>', after).limit(ROWS_PER_QUERY).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = String(last[key])
    yield rows
  }
}

const MOST_DAMAGES = 100

/**
 * Where the file contradicts itself: rows are found by an index, so a value changed in the table alone would go unseen. In the words of
 * SQLite, which name tables, indexes and row numbers, and no words of a row.
 */
export const readStoreDamages = async (connection: Connection): Promise<readonly string[]> => {
  const { rows } = await sql<Record<string, string>>`pragma integrity_check(${sql.lit(MOST_DAMAGES)})`.execute(
    connection,
  )
  return rows.flatMap(row => Object.values(row)).filter(line => line !== 'ok')
}

/** Words that stand for no record: whose contribution or point is gone, or that never had one. */
export const readStrayWords = async (
  connection: Connection,
): Promise<readonly { readonly ownerKind: 'contribution' | 'point'; readonly ownerId: string }[]> => {
  const { rows } = await sql<{ ownerKind: string; ownerId: string }>`select v.owner_kind, v.owner_id from verbatims v
    left join contributions c on v.owner_kind = 'contribution' and c.id = v.owner_id
    left join points p on v.owner_kind = 'point' and p.id = v.owner_id
    where c.id is null and p.id is null`.execute(connection)
  return rows.map(({ ownerKind, ownerId }) => ({
    ownerKind: ownerKind === 'point' ? 'point' : 'contribution',
    ownerId,
  }))
}

/** Presses of the desk that are gone while what they made is still listed: a row slipped in, or its press taken out. */
export const readStrayActionIds = async (connection: Connection): Promise<readonly string[]> => {
  const { rows } = await sql<{ actionId: string }>`select distinct r.action_id from review_action_records r
    left join review_actions a on a.id = r.action_id where a.id is null`.execute(connection)
  return rows.map(({ actionId }) => actionId)
}
