import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Deps } from '../../server/deps.ts'
import { loadSample } from '../../server/usecases/load-sample.ts'
import { openTemporaryDeps } from './temporary-store.ts'

let opened: Promise<Deps> | null = null

const open = async (): Promise<Deps> => {
  const { deps, path } = await openTemporaryDeps()
  process.once('exit', () => rmSync(dirname(path), { recursive: true, force: true }))
  await loadSample(deps)
  return deps
}

/** The sample council in a store of its own, loaded once for all tests that only read. */
export const sampleDeps = (): Promise<Deps> => (opened ??= open())
