import { spawnSync } from 'node:child_process'
import { aFaultWorld } from './fault-world.ts'
import { faultsOfStore, notRun, resultOf, withStore, type FaultResult } from './fault-store.ts'
import { runWriter } from './run-writer.ts'

/** Calls of the system through which a write reaches the disk. */
const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'openat'] as const
const FAULTS = ['error=EIO', 'error=ENOSPC', 'signal=KILL'] as const
const WRITES = 12

const whyNot = (): string | null => {
  const run = spawnSync('strace', ['-f', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO:when=999', 'true'])
  if (run.error !== undefined) return 'strace is not here'
  return run.status === 0 ? null : 'strace may not trace here'
}

const breakOne = async (
  call: string,
  fault: string,
  when: number,
): Promise<{ hits: number; problems: readonly string[] }> => {
  const { path, reviewerIds } = await aFaultWorld(1, 1)
  // Only the files of the store: the program itself is read undisturbed.
  const only = [path, `${path}-wal`, `${path}-shm`].flatMap(file => ['-P', file])
  const inject = `inject=${call}:${fault}:when=${when}`
  const under = ['strace', '-f', '-qq', '-o', '/dev/null', ...only, '-e', `trace=${call}`, '-e', inject]
  const run = await runWriter({ path, mode: 'notes', who: reviewerIds[0] ?? '', count: WRITES, under })
  const held = await withStore(path, async ({ store }) => {
    const notes = await store.reader.selectFrom('reviewNotes').select('text').execute()
    return new Set(notes.map(({ text }) => text))
  })
  const lost = run.acks.filter(ack => !held.has(ack)).map(ack => `lost: ${ack}`)
  const isHit = run.errors.length > 0 || run.code !== 0
  const problems = [...lost, ...(await faultsOfStore(path))].map(one => `${call} ${fault} when ${when}: ${one}`)
  return { hits: Number(isHit), problems }
}

/** Each call fails once, at the first, second … time it is made: an error is told, and whatever was acknowledged is there. */
export const breakCalls = async (mostWhen: number): Promise<FaultResult> => {
  const name = 'a call of the system fails'
  const why = whyNot()
  if (why !== null) return notRun(name, why)
  const problems: string[] = []
  let [runCount, hitCount] = [0, 0]
  for (const call of CALLS)
    for (const fault of FAULTS)
      for (let when = 1; when <= mostWhen; when += 1) {
        const { hits, problems: found } = await breakOne(call, fault, when)
        runCount += 1
        hitCount += hits
        problems.push(...found)
      }
  return resultOf(name, runCount, problems, `${hitCount} of them told the writer of an error, or ended it`)
}
