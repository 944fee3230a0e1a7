import type { Connection, WriteConnection } from './connection.ts'
import type { TextReadingRow } from './desk-schema.ts'

export type TextReading = Readonly<TextReadingRow>

/** Readings of released texts by a second person, oldest first. */
export const readTextReadings = (connection: Connection, consultationId: string): Promise<readonly TextReading[]> =>
  connection
    .selectFrom('textReadings')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** False where somebody has read the very same text already. */
export const insertTextReading = async (tx: WriteConnection, reading: TextReading): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('textReadings')
    .values(reading)
    .onConflict(conflict => conflict.columns(['pointId', 'textSha256']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
