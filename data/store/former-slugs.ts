import type { SlugKind } from '../model/reserved-slugs.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { FormerSlugRow } from './schema.ts'

export type FormerSlug = Readonly<FormerSlugRow>

/** What bore this slug before it was renamed. `scopeId`: "" for bodies, the body's id for consultations. null = nothing ever did. */
export const findFormerSlug = async (
  connection: Connection,
  recordKind: SlugKind,
  scopeId: string,
  slug: string,
): Promise<FormerSlug | null> =>
  (await connection
    .selectFrom('formerSlugs')
    .selectAll()
    .where('recordKind', '=', recordKind)
    .where('scopeId', '=', scopeId)
    .where('slug', '=', slug)
    .executeTakeFirst()) ?? null

/** Every former slug of a kind. */
export const readFormerSlugs = (connection: Connection, recordKind: SlugKind): Promise<readonly FormerSlug[]> =>
  connection.selectFrom('formerSlugs').selectAll().where('recordKind', '=', recordKind).execute()

/** Gives a body or consultation another slug; the one it had is kept as a former one. */
export const writeSlug = async (tx: WriteConnection, former: FormerSlug, slug: string): Promise<void> => {
  await tx.insertInto('formerSlugs').values(former).execute()
  if (former.recordKind === 'body')
    await tx.updateTable('bodies').set({ ref: slug }).where('id', '=', former.recordId).execute()
  else await tx.updateTable('consultations').set({ ref: slug }).where('id', '=', former.recordId).execute()
}
