import type { Connection, WriteConnection } from './connection.ts'
import type { TextDecisionRow } from './review-schema.ts'
import type { VerbatimRow } from './schema.ts'

export type TextDecision = Readonly<TextDecisionRow>

export const insertTextDecision = async (
  tx: WriteConnection,
  decision: Omit<TextDecision, 'sequence'>,
): Promise<void> => {
  const sequence = (await readTextDecisions(tx, decision.pointId)).length + 1
  await tx
    .insertInto('textDecisions')
    .values({ ...decision, sequence })
    .execute()
}

export const readTextDecisions = (connection: Connection, pointId: string): Promise<readonly TextDecision[]> =>
  connection.selectFrom('textDecisions').selectAll().where('pointId', '=', pointId).orderBy('sequence').execute()

const OWNERS_PER_QUERY = 400

/** Words of some contributions or points: for the review desk alone. */
export const readSomeVerbatims = async (
  connection: Connection,
  ownerKind: VerbatimRow['ownerKind'],
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (let from = 0; from < ownerIds.length; from += OWNERS_PER_QUERY) {
    const rows = await connection
      .selectFrom('verbatims')
      .select(['ownerId', 'text'])
      .where('ownerKind', '=', ownerKind)
      .where('ownerId', 'in', ownerIds.slice(from, from + OWNERS_PER_QUERY))
      .execute()
    for (const { ownerId, text } of rows) found.set(ownerId, text)
  }
  return found
}

/** Gives a point another span of its contribution: when it is split. The contribution's own words never change. */
export const writePointVerbatim = async (
  tx: WriteConnection,
  pointId: string,
  words: { readonly text: string; readonly sha256: string },
): Promise<void> => {
  await tx.updateTable('verbatims').set(words).where('ownerKind', '=', 'point').where('ownerId', '=', pointId).execute()
}
