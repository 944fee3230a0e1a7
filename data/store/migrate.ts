import { sql } from 'kysely'
import type { Store } from './connection.ts'
import * as records from './migrations/0001-records.ts'
import * as people from './migrations/0002-people.ts'
import * as history from './migrations/0003-history.ts'
import * as review from './migrations/0004-review.ts'
import * as releases from './migrations/0005-releases.ts'
import * as desk from './migrations/0006-desk.ts'
import * as sourceRows from './migrations/0008-source-rows.ts'
import * as formerSlugs from './migrations/0009-former-slugs.ts'

/** Forward only, in this order. A migration that has been released is never edited. */
const MIGRATIONS = [records, people, history, review, releases, desk, sourceRows, formerSlugs] as const

/** Brings the store to the newest layout; each step is one transaction, so a crash leaves the old layout or the new. */
export const migrate = async (store: Store, now: string): Promise<void> => {
  await store.write(async tx => {
    await sql`create table if not exists migrations (sequence integer primary key, name text not null unique, applied_at text not null)`.execute(
      tx,
    )
  })
  const done = new Set((await store.reader.selectFrom('migrations').select('name').execute()).map(row => row.name))
  for (const migration of MIGRATIONS) {
    if (done.has(migration.name)) continue
    await store.write(async tx => {
      const again = await tx.selectFrom('migrations').select('name').where('name', '=', migration.name).execute()
      if (again.length > 0) return
      for (const statement of migration.statements) await sql.raw(statement).execute(tx)
      await tx.insertInto('migrations').values({ name: migration.name, appliedAt: now }).execute()
    })
  }
}
