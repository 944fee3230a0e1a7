import type { Connection, WriteConnection } from './connection.ts'
import type { SiteStatementRow } from './desk-schema.ts'

export type SiteStatement = Readonly<SiteStatementRow>

/** What the one who runs the site has said of themselves; null = not said. */
export const readSiteStatement = async (connection: Connection, name: string): Promise<SiteStatement | null> =>
  (await connection.selectFrom('siteStatements').selectAll().where('name', '=', name).executeTakeFirst()) ?? null

export const writeSiteStatement = async (tx: WriteConnection, { name, ...said }: SiteStatement): Promise<void> => {
  await tx
    .insertInto('siteStatements')
    .values({ name, ...said })
    .onConflict(conflict => conflict.column('name').doUpdateSet(said))
    .execute()
}
