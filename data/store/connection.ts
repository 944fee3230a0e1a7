import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** For reading: the store outside a transaction, or inside one. */
export type Connection = Kysely<Database>
/** For writing: only ever inside `Store.write`. */
export type WriteConnection = Transaction<Database>

/** The store. Every write runs in one immediate transaction: all of it is kept, or none. */
export interface Store {
  readonly reader: Connection
  readonly write: <Result>(work: (tx: WriteConnection) => Promise<Result>) => Promise<Result>
  /** Reads everything as it stood at one moment, over a connection of its own, whatever is written meanwhile. */
  readonly snapshot: <Result>(work: (reader: Connection) => Promise<Result>) => Promise<Result>
  /** Writes the file anew, without what was deleted, and empties the log of writes. false = somebody is reading: those bytes are still there. */
  readonly compact: () => Promise<boolean>
  readonly close: () => Promise<void>
}
