import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFaultWorld } from './fault-world.ts'
import { aFolder, faultsOfStore, notRun, resultOf, withStore, type FaultResult } from './fault-store.ts'
import { runWriter } from './run-writer.ts'

const SIZE_MB = 16
const LEFT_BYTES = 300_000

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** A disk that is full for a while: the last acknowledged write is kept, and the same process goes on when there is room again. */
export const fillDisk = async (): Promise<FaultResult> => {
  const name = 'disk full, then room again'
  const disk = await aFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', disk])
  if (mounted.status !== 0) return notRun(name, 'no small disk can be mounted here')
  try {
    const { path, reviewerIds } = await aFaultWorld(1, 1, disk)
    const filler = join(disk, 'filler')
    writeFileSync(filler, Buffer.alloc(Math.max(0, freeBytes(disk) - LEFT_BYTES)))
    let [errorCount, afterCount] = [0, 0]
    const run = await runWriter({
      path,
      mode: 'notes',
      who: reviewerIds[0] ?? '',
      onLine: (line, child) => {
        if (line.startsWith('ERROR ')) errorCount += 1
        if (errorCount === 3) rmSync(filler, { force: true })
        if (errorCount >= 3 && line.startsWith('ACK ')) afterCount += 1
        if (afterCount === 20) child.kill('SIGKILL')
      },
    })
    const held = await withStore(path, async ({ store }) =>
      (await store.reader.selectFrom('reviewNotes').select('text').execute()).map(({ text }) => text),
    )
    const lost = run.acks.filter(ack => !held.includes(ack)).map(ack => `lost: ${ack}`)
    const problems = [
      ...lost,
      ...(errorCount === 0 ? ['the disk was never full'] : []),
      ...(afterCount < 20 ? ['the process did not go on'] : []),
      ...(await faultsOfStore(path)),
    ]
    return resultOf(name, 1, problems, `${run.acks.length} acknowledged, ${errorCount} refused, ${afterCount} after`)
  } finally {
    spawnSync('umount', [disk])
  }
}
