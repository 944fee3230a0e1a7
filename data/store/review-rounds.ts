import type { Judgement } from '../model/judgement.ts'
import type { Link, Search } from '../model/link.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { LookRecords } from './review-records.ts'
import type { BlindRecordRow, DisagreementRow, Round } from './review-schema.ts'

export type Disagreement = Readonly<DisagreementRow>

const IDS_PER_QUERY = 400

export const insertBlindRecords = async (
  tx: WriteConnection,
  rows: readonly Readonly<BlindRecordRow>[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += IDS_PER_QUERY)
    await tx
      .insertInto('blindRecords')
      .values(rows.slice(from, from + IDS_PER_QUERY))
      .execute()
}

/** What was recorded blind about these points in a round, and not taken back. */
export const readBlindRecords = async (
  connection: Connection,
  pointIds: readonly string[],
  round: Round,
): Promise<LookRecords> => {
  const links: Link[] = []
  const searches: Search[] = []
  const judgements: Judgement[] = []
  for (let from = 0; from < pointIds.length; from += IDS_PER_QUERY) {
    const rows = await connection
      .selectFrom('blindRecords')
      .innerJoin('reviewActions', 'reviewActions.id', 'blindRecords.actionId')
      .select(['blindRecords.recordKind', 'blindRecords.record'])
      .where('blindRecords.pointId', 'in', pointIds.slice(from, from + IDS_PER_QUERY))
      .where('blindRecords.round', '=', round)
      .where('reviewActions.undoneAt', 'is', null)
      .execute()
    for (const { recordKind, record } of rows) {
      const decoded: unknown = JSON.parse(record)
      if (recordKind === 'link') links.push(decoded as Link)
      else if (recordKind === 'search') searches.push(decoded as Search)
      else judgements.push(decoded as Judgement)
    }
  }
  return { links, searches, judgements }
}

export const insertDisagreement = async (tx: WriteConnection, row: Disagreement): Promise<void> => {
  await tx.insertInto('disagreements').values(row).execute()
}
export const readDisagreements = (connection: Connection, consultationId: string): Promise<readonly Disagreement[]> =>
  connection
    .selectFrom('disagreements')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('openedAt')
    .orderBy('id')
    .execute()
/** false = somebody has settled it meanwhile. */
export const settleDisagreement = async (
  tx: WriteConnection,
  id: string,
  settled: { readonly settledAt: string; readonly settledBy: string; readonly settledAs: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('disagreements')
    .set(settled)
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
