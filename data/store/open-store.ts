import type { Store } from './connection.ts'
import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'

/** Where the records are kept: a file path, or a URL (`sqlite:`, later `postgres:`). */
export const openStore = async (location: string, now: string): Promise<Store> => {
  if (/^postgres(ql)?:/.test(location))
    throw new Error(
      'DATABASE_URL names PostgreSQL, which this version cannot open yet. Use an SQLite file: --db FILE, or SAID_DB=FILE.',
    )
  const store = openSqlite(location.replace(/^(sqlite|file):(\/\/)?/, ''))
  await migrate(store, now)
  return store
}
