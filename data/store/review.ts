import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Connection, WriteConnection } from './connection.ts'
import type {
  LookRow,
  ReviewActionRecordRow,
  ReviewActionRow,
  ReviewNoteRow,
  Round,
  StandingRecordRow,
} from './review-schema.ts'

export type Look = Readonly<LookRow>
export type ReviewAction = Readonly<ReviewActionRow>
export type ReviewActionRecord = Readonly<ReviewActionRecordRow>
export type ReviewNote = Readonly<ReviewNoteRow>

const ROWS_PER_STATEMENT = 400
const inParts = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / ROWS_PER_STATEMENT) }, (_, at) =>
    items.slice(at * ROWS_PER_STATEMENT, (at + 1) * ROWS_PER_STATEMENT),
  )

/** Chance, kept, so that a second look and a random queue can be drawn again and nobody can foresee them. */
export const ensureReviewSeed = async (
  tx: WriteConnection,
  consultationId: string,
): Promise<{ readonly seed: string; readonly isNew: boolean }> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reviewSeeds')
    .values({ consultationId, seed: randomBytes(16).toString('hex') })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return { seed: await readReviewSeed(tx, consultationId), isNew: numInsertedOrUpdatedRows === 1n }
}
export const readReviewSeed = async (connection: Connection, consultationId: string): Promise<string> => {
  const row = await connection
    .selectFrom('reviewSeeds')
    .select('seed')
    .where('consultationId', '=', consultationId)
    .executeTakeFirst()
  return row?.seed ?? ''
}

export const insertLooks = async (tx: WriteConnection, looks: readonly Look[]): Promise<void> => {
  for (const part of inParts(looks))
    await tx
      .insertInto('looks')
      .values([...part])
      .execute()
}

/** Looks of a person that are under way, oldest first. */
export const readOpenLooks = (connection: Connection, consultationId: string, by: string): Promise<readonly Look[]> =>
  connection
    .selectFrom('looks')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('by', '=', by)
    .where('state', '=', 'open')
    .orderBy('openedAt')
    .orderBy('id')
    .execute()

export const readLooksOfGroup = (connection: Connection, groupId: string): Promise<readonly Look[]> =>
  connection.selectFrom('looks').selectAll().where('groupId', '=', groupId).orderBy('openedAt').orderBy('id').execute()

/** Every look at the points of a consultation, whatever its state. */
export const readLooks = (connection: Connection, consultationId: string): Promise<readonly Look[]> =>
  connection.selectFrom('looks').selectAll().where('consultationId', '=', consultationId).execute()

export const readLooksOfPoint = (connection: Connection, pointId: string): Promise<readonly Look[]> =>
  connection.selectFrom('looks').selectAll().where('pointId', '=', pointId).orderBy('openedAt').execute()

export const writeLooks = async (
  tx: WriteConnection,
  groupId: string,
  from: readonly Look['state'][],
  changed: Partial<Pick<LookRow, 'state' | 'touchedAt' | 'by'>>,
): Promise<void> => {
  await tx.updateTable('looks').set(changed).where('groupId', '=', groupId).where('state', 'in', from).execute()
}

export const insertAction = async (
  tx: WriteConnection,
  action: Omit<ReviewAction, 'sequence' | 'undoneAt'>,
  records: readonly Omit<ReviewActionRecord, 'actionId'>[],
): Promise<void> => {
  const { rows } = await sql<{ highest: number | null }>`
    select max(sequence) as highest from review_actions where consultation_id = ${action.consultationId}`.execute(tx)
  const sequence = (rows[0]?.highest ?? 0) + 1
  await tx
    .insertInto('reviewActions')
    .values({ ...action, sequence, undoneAt: null })
    .execute()
  for (const part of inParts(records))
    await tx
      .insertInto('reviewActionRecords')
      .values(part.map(record => ({ ...record, actionId: action.id })))
      .execute()
}

/** What was done with a group and stands, in order. */
export const readActionsOfGroup = (connection: Connection, groupId: string): Promise<readonly ReviewAction[]> =>
  connection
    .selectFrom('reviewActions')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('undoneAt', 'is', null)
    .orderBy('sequence')
    .execute()

/** The last thing this person did here that stands. */
export const readLatestAction = async (
  connection: Connection,
  consultationId: string,
  by: string,
): Promise<ReviewAction | null> =>
  (await connection
    .selectFrom('reviewActions')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('by', '=', by)
    .where('undoneAt', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

export const readActionRecords = (connection: Connection, actionId: string): Promise<readonly ReviewActionRecord[]> =>
  connection.selectFrom('reviewActionRecords').selectAll().where('actionId', '=', actionId).execute()

export const markActionUndone = async (tx: WriteConnection, actionId: string, undoneAt: string): Promise<void> => {
  await tx.updateTable('reviewActions').set({ undoneAt }).where('id', '=', actionId).execute()
}

/** Takes the place of a record that is to stand once. The id of the one that stands already; null = the place was free. */
export const takePlace = async (tx: WriteConnection, row: Readonly<StandingRecordRow>): Promise<string | null> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('standingRecords')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? null : findPlace(tx, row.key)
}
export const findPlace = async (connection: Connection, key: string): Promise<string | null> =>
  (await connection.selectFrom('standingRecords').select('subjectId').where('key', '=', key).executeTakeFirst())
    ?.subjectId ?? null

export const leavePlaces = async (tx: WriteConnection, subjectIds: readonly string[]): Promise<void> => {
  for (const part of inParts(subjectIds))
    await tx.deleteFrom('standingRecords').where('subjectId', 'in', part).execute()
}

/** Takes records back: each gets a retraction, none is changed. */
export const insertRetractions = async (
  tx: WriteConnection,
  retractions: readonly {
    readonly id: string
    readonly subjectKind: 'link' | 'search' | 'judgement'
    readonly subjectId: string
    readonly consultationId: string
    readonly by: string
    readonly on: string
    readonly note: string | null
  }[],
): Promise<void> => {
  for (const part of inParts(retractions))
    await tx
      .insertInto('retractions')
      .values([...part])
      .execute()
  await leavePlaces(
    tx,
    retractions.map(({ subjectId }) => subjectId),
  )
}

export const insertNote = async (tx: WriteConnection, note: ReviewNote): Promise<void> => {
  await tx.insertInto('reviewNotes').values(note).execute()
}
export const readNotes = (connection: Connection, consultationId: string): Promise<readonly ReviewNote[]> =>
  connection
    .selectFrom('reviewNotes')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** Ids of points that somebody has looked at, or is looking at, in a round. */
export const readHeldPointIds = async (
  connection: Connection,
  consultationId: string,
  round: Round,
): Promise<ReadonlySet<string>> => {
  const rows = await connection
    .selectFrom('looks')
    .select('pointId')
    .where('consultationId', '=', consultationId)
    .where('round', '=', round)
    .where('state', 'in', ['open', 'done'])
    .execute()
  return new Set(rows.map(({ pointId }) => pointId))
}

/** Whether any of these points is looked at, or has been, in a round. */
export const isHeldInRound = async (
  connection: Connection,
  pointIds: readonly string[],
  round: Round,
): Promise<boolean> => {
  for (const part of inParts(pointIds)) {
    const held = await connection
      .selectFrom('looks')
      .select('id')
      .where('pointId', 'in', part)
      .where('round', '=', round)
      .where('state', 'in', ['open', 'done'])
      .executeTakeFirst()
    if (held !== undefined) return true
  }
  return false
}

/** Gives back what lies open on a person's desk, but for one group. */
export const releaseOtherLooks = async (
  tx: WriteConnection,
  consultationId: string,
  by: string,
  exceptGroupId: string,
): Promise<void> => {
  await tx
    .updateTable('looks')
    .set({ state: 'released' })
    .where('consultationId', '=', consultationId)
    .where('by', '=', by)
    .where('state', '=', 'open')
    .where('groupId', '!=', exceptGroupId)
    .execute()
}

/** Marks looks of single points of a group. */
export const writeLooksOfPoints = async (
  tx: WriteConnection,
  lookIds: readonly string[],
  state: LookRow['state'],
): Promise<void> => {
  for (const part of inParts(lookIds)) await tx.updateTable('looks').set({ state }).where('id', 'in', part).execute()
}
