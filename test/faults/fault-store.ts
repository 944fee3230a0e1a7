import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../server/config.ts'
import { openDeps, type Deps } from '../../server/deps.ts'
import { verifyHistory } from '../../server/usecases/history/verify-history.ts'

export const configOf = (path: string): Config => ({
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
})

/** A folder of its own, gone when this process ends. */
export const aFolder = async (parent = tmpdir()): Promise<string> => {
  const folder = await mkdtemp(join(parent, 'said-faults-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const withStore = async <Result>(path: string, work: (deps: Deps) => Promise<Result>): Promise<Result> => {
  const deps = await openDeps(configOf(path))
  try {
    return await work(deps)
  } finally {
    await deps.store.close()
  }
}

/** What is wrong with a store: one line for each thing, none where it is whole. Opened anew, as after a crash. */
export const faultsOfStore = (path: string): Promise<readonly string[]> =>
  withStore(path, async deps => (await verifyHistory(deps)).faults.map(({ code, message }) => `${code}: ${message}`))

/** What one fault test found. A tool that is missing is "not run", and never passed. */
export interface FaultResult {
  readonly name: string
  readonly status: 'passed' | 'failed' | 'not run'
  readonly runCount: number
  readonly badCount: number
  readonly figures: string
  /** What was wrong, at most a few. */
  readonly problems: readonly string[]
}

export const resultOf = (
  name: string,
  runCount: number,
  problems: readonly string[],
  figures: string,
): FaultResult => ({
  name,
  status: problems.length === 0 ? 'passed' : 'failed',
  runCount,
  badCount: problems.length,
  figures,
  problems: problems.slice(0, 5),
})

export const notRun = (name: string, why: string): FaultResult => ({
  name,
  status: 'not run',
  runCount: 0,
  badCount: 0,
  figures: why,
  problems: [],
})
