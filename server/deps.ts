import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import type { Store } from '../data/store/connection.ts'
import { openStore } from '../data/store/open-store.ts'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { logKeyOf, type LogKeyring } from './log-key.ts'
import { secretKeyOf } from './secret-key.ts'
import { AuditCache } from './usecases/audit-cache.ts'
import { DeskJobs } from './usecases/desk-jobs.ts'
import { adoptRecords } from './usecases/history/adopt-records.ts'
import { PasswordHasher } from './usecases/people/password-hasher.ts'

/** What use cases need from the outside; handed to every one of them. */
export interface Deps {
  readonly store: Store
  readonly clock: Clock
  readonly config: Config
  readonly log: Logger
  readonly audits: AuditCache
  /** Work of the desk that goes on while its page may be closed. */
  readonly jobs: DeskJobs
  readonly passwords: PasswordHasher
  /** Seals what must be readable again and must not be in a copy of the store. */
  readonly secretKey: () => Uint8Array
  /** Signs checkpoints of the history. */
  readonly logKey: LogKeyring
  /** Opaque and never repeated; says nothing about anybody. */
  readonly newId: () => string
}

/** The one composition root: the server, the command line and the tests all start here. */
export const openDeps = async (config: Config, clock: Clock = systemClock): Promise<Deps> => {
  const deps = await composeDeps(config, clock)
  await adoptRecords(deps)
  return deps
}

const composeDeps = async (config: Config, clock: Clock): Promise<Deps> => {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  return {
    store: await openStore(config.storeLocation, clock.now()),
    clock,
    config,
    log,
    audits: new AuditCache(),
    jobs: new DeskJobs(error => log.error({ err: error }, 'a job of the desk failed')),
    passwords: new PasswordHasher(),
    secretKey: secretKeyOf(config),
    logKey: logKeyOf(config),
    newId: () => randomUUID(),
  }
}
