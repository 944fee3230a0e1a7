import type { Release } from '../model/right-of-reply.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { ConsultationMarkRow, ReleaseArchiveRow, RemovalRow, SelfCheckRow } from './releases-schema.ts'
import { toRow } from './row-mapping.ts'

export type Removal = Readonly<RemovalRow>
export type SelfCheck = Readonly<SelfCheckRow>

/** Takes a consultation out of public view. One that is marked already keeps the mark it has. */
export const insertMark = async (
  tx: WriteConnection,
  mark: Omit<ConsultationMarkRow, 'endedAt' | 'endedBy'>,
): Promise<void> => {
  await tx
    .insertInto('consultationMarks')
    .values({ ...mark, endedAt: null, endedBy: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Whatever keeps it out of public view ends. The ids of those marks. */
export const endMark = async (
  tx: WriteConnection,
  consultationId: string,
  end: { readonly endedAt: string; readonly endedBy: string },
): Promise<readonly string[]> =>
  (
    await tx
      .updateTable('consultationMarks')
      .set(end)
      .where('consultationId', '=', consultationId)
      .where('endedAt', 'is', null)
      .returning('id')
      .execute()
  ).map(({ id }) => id)

/** The one thing of a release that may change: whether it has been withdrawn. */
export const writeRelease = async (tx: WriteConnection, release: Release): Promise<void> => {
  const { isWithdrawn } = toRow('release', release)
  await tx.updateTable('releases').set({ isWithdrawn }).where('id', '=', release.id).execute()
}

export const insertArchive = async (tx: WriteConnection, archive: Readonly<ReleaseArchiveRow>): Promise<void> => {
  await tx.insertInto('releaseArchives').values(archive).execute()
}
export const readArchive = async (
  connection: Connection,
  releaseId: string,
): Promise<Readonly<ReleaseArchiveRow> | null> =>
  (await connection.selectFrom('releaseArchives').selectAll().where('releaseId', '=', releaseId).executeTakeFirst()) ??
  null

export interface ReleaseInForce {
  readonly releaseId: string
  readonly version: string
  readonly asAt: string
  readonly publishedAt: string
}
/** The newest release made here that has not been withdrawn; null = none. Imported releases keep no records. */
export const findReleaseInForce = async (
  connection: Connection,
  consultationId: string,
): Promise<ReleaseInForce | null> =>
  (await connection
    .selectFrom('releases')
    .innerJoin('releaseArchives', 'releaseArchives.releaseId', 'releases.id')
    .select(['releases.id as releaseId', 'releases.version', 'releases.asAt', 'releases.publishedAt'])
    .where('releases.consultationId', '=', consultationId)
    .where(({ eb, or }) => or([eb('releases.isWithdrawn', 'is', null), eb('releases.isWithdrawn', '<>', 'yes')]))
    .orderBy('releases.publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

export const insertRemoval = async (
  tx: WriteConnection,
  removal: Omit<RemovalRow, 'agreedBy' | 'agreedAt' | 'droppedBy' | 'droppedAt'>,
): Promise<void> => {
  await tx
    .insertInto('removals')
    .values({ ...removal, agreedBy: null, agreedAt: null, droppedBy: null, droppedAt: null })
    .execute()
}

/** All of them, or those of one consultation; the newest request first. */
export const readRemovals = async (
  connection: Connection,
  consultationId: string | null = null,
): Promise<readonly Removal[]> => {
  const all = connection.selectFrom('removals').selectAll().orderBy('askedAt', 'desc').orderBy('id')
  return (consultationId === null ? all : all.where('consultationId', '=', consultationId)).execute()
}

/** false = it is no longer waiting, or the same person asked for it. */
export const agreeRemoval = async (
  tx: WriteConnection,
  id: string,
  agreed: { readonly agreedBy: string; readonly agreedAt: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('removals')
    .set(agreed)
    .where('id', '=', id)
    .where('agreedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where('askedBy', '<>', agreed.agreedBy)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** false = it is no longer waiting. */
export const dropRemoval = async (
  tx: WriteConnection,
  id: string,
  dropped: { readonly droppedBy: string; readonly droppedAt: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('removals')
    .set(dropped)
    .where('id', '=', id)
    .where('agreedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** false = one is open already. */
export const insertSelfCheck = async (
  tx: WriteConnection,
  check: Pick<SelfCheckRow, 'id' | 'consultationId' | 'openedAt' | 'openedBy'>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('selfChecks')
    .values({ ...check, readyAt: null, readyBy: null, endedAt: null, endedBy: null })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The one that has not been called off; null = the body was not asked to check it first. */
export const readSelfCheck = async (connection: Connection, consultationId: string): Promise<SelfCheck | null> =>
  (await connection
    .selectFrom('selfChecks')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()) ?? null

export const writeSelfCheck = async (
  tx: WriteConnection,
  id: string,
  changed: Partial<Pick<SelfCheckRow, 'readyAt' | 'readyBy' | 'endedAt' | 'endedBy'>>,
): Promise<void> => {
  await tx.updateTable('selfChecks').set(changed).where('id', '=', id).execute()
}
