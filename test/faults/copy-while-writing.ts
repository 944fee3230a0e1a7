import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { aFaultWorld } from './fault-world.ts'
import { faultsOfStore, resultOf, withStore, type FaultResult } from './fault-store.ts'
import { runWriter } from './run-writer.ts'

const notesIn = (path: string): Promise<ReadonlySet<string>> =>
  withStore(path, async ({ store }) => {
    const notes = await store.reader.selectFrom('reviewNotes').select('text').execute()
    return new Set(notes.map(({ text }) => text))
  })

/** Copies made by SQLite's own backup while somebody writes: each holds all that had been acknowledged before it began, and is whole. */
export const copyWhileWriting = async (copyCount: number): Promise<FaultResult> => {
  const { path, reviewerIds } = await aFaultWorld(1, 1)
  const acked: string[] = []
  let stop: () => void = () => undefined
  const running = runWriter({
    path,
    mode: 'notes',
    who: reviewerIds[0] ?? '',
    onLine: (line, child) => {
      stop = () => child.kill('SIGKILL')
      if (line.startsWith('ACK ')) acked.push(line.slice('ACK '.length))
    },
  })
  while (acked.length === 0) await new Promise(resolve => setTimeout(resolve, 20))
  const problems: string[] = []
  for (let turn = 0; turn < copyCount; turn += 1) {
    const before = [...acked]
    const copy = join(dirname(path), `copy-${turn}.db`)
    const file = new BetterSqlite(path)
    await file.backup(copy)
    file.close()
    const held = await notesIn(copy)
    problems.push(...before.filter(ack => !held.has(ack)).map(ack => `copy ${turn + 1} lacks ${ack}`))
    problems.push(...(await faultsOfStore(copy)).map(fault => `copy ${turn + 1}: ${fault}`))
  }
  const during = acked.length
  stop()
  await running
  return resultOf('backup while writing', copyCount, problems, `${during} writes acknowledged meanwhile`)
}
