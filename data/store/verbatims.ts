import type { Connection, WriteConnection } from './connection.ts'
import type { VerbatimRow } from './schema.ts'

export type Verbatim = Readonly<VerbatimRow>

const ROWS_PER_STATEMENT = 500

/** Keeps the words as they stood. Restricted: never read for a page, an export or a log. */
export const insertVerbatims = async (tx: WriteConnection, verbatims: readonly Verbatim[]): Promise<void> => {
  for (let from = 0; from < verbatims.length; from += ROWS_PER_STATEMENT)
    await tx
      .insertInto('verbatims')
      .values(verbatims.slice(from, from + ROWS_PER_STATEMENT))
      .execute()
}

/** owner id → its words. For the review desk and the linker alone. */
export const readVerbatims = async (
  connection: Connection,
  consultationId: string,
  ownerKind: VerbatimRow['ownerKind'],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await connection
    .selectFrom('verbatims')
    .select(['ownerId', 'text'])
    .where('consultationId', '=', consultationId)
    .where('ownerKind', '=', ownerKind)
    .execute()
  return new Map(rows.map(row => [row.ownerId, row.text]))
}

/** Ids of the contributions or points whose words are held. */
export const readVerbatimOwners = async (
  connection: Connection,
  consultationId: string,
  ownerKind: VerbatimRow['ownerKind'],
): Promise<ReadonlySet<string>> => {
  const rows = await connection
    .selectFrom('verbatims')
    .select('ownerId')
    .where('consultationId', '=', consultationId)
    .where('ownerKind', '=', ownerKind)
    .execute()
  return new Set(rows.map(({ ownerId }) => ownerId))
}
