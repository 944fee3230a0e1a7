import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../server/clock.ts'
import type { Config } from '../../server/config.ts'
import { openDeps, type Deps } from '../../server/deps.ts'

export const TEST_NOW = '2026-07-01T09:00:00.000Z'

/**
 * Real dependencies over a SQLite file in a folder of its own: an empty one, or a copy of `from`, a store that is closed and
 * has signed nothing. Close it, and the folder is gone.
 */
export const openTemporaryDeps = async (
  from: string | null = null,
): Promise<{ deps: Deps; path: string; close: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'said-test-'))
  const path = join(folder, 'test.db')
  if (from !== null) await copyFile(from, path)
  const config: Config = {
    storeLocation: path,
    port: 0,
    baseUrl: 'http://localhost:3000',
    operator: null,
    contact: null,
    funding: null,
    proxyHopCount: 0,
    secret: 'a secret for tests, longer than 32 bytes',
    logKey: null,
    logLevel: 'silent',
  }
  const deps = await openDeps(config, fixedClock(TEST_NOW))
  return {
    deps,
    path,
    close: async () => {
      await deps.store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
