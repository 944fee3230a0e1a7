import BetterSqlite, { type Database as SqliteFile } from 'better-sqlite3'
import { CamelCasePlugin, CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely'
import type { Store } from './connection.ts'
import type { Database } from './schema.ts'

/** Waiting for another writer, in milliseconds, before a write is refused as busy. */
const BUSY_TIMEOUT_MS = 10_000

/** Deferred transactions fail under concurrent writers; immediate ones wait for their turn. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteFile
  constructor(database: SqliteFile) {
    super({ database })
    this.#database = database
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database })
  }
}

/** WAL's own default (NORMAL) loses acknowledged writes in a power cut; FULL does not. */
const prepareFile = (file: SqliteFile): SqliteFile => {
  file.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  // What is deleted is overwritten: nobody finds it in a free page, or in a copy of the file.
  file.pragma('secure_delete = ON')
  return file
}

const kysely = (dialect: SqliteDialect): Kysely<Database> =>
  new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] })

/** Outside any transaction, over a connection of its own. */
const compactFile = (path: string): boolean => {
  const file = prepareFile(new BetterSqlite(path))
  try {
    file.exec('vacuum')
    const [result] = file.pragma('wal_checkpoint(truncate)') as readonly { readonly busy: number }[]
    return result?.busy === 0
  } finally {
    file.close()
  }
}

/** Opens an SQLite file, making it if it is not there. Reads go over a connection of their own, so none waits for a write. */
export const openSqlite = (path: string): Store => {
  const writer = kysely(new ImmediateDialect(prepareFile(new BetterSqlite(path))))
  const reader = kysely(new SqliteDialect({ database: prepareFile(new BetterSqlite(path)) }))
  return {
    reader,
    write: work => writer.transaction().execute(work),
    snapshot: async work => {
      const own = kysely(new SqliteDialect({ database: prepareFile(new BetterSqlite(path)) }))
      try {
        return await own.transaction().execute(work)
      } finally {
        await own.destroy()
      }
    },
    compact: () => Promise.resolve(compactFile(path)),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}
