import { aFaultWorld } from './fault-world.ts'
import { faultsOfStore, resultOf, withStore, type FaultResult } from './fault-store.ts'
import { runWriter } from './run-writer.ts'

/** Processes that write to one store at the same time: none is refused, and nothing is lost. */
export const writeTogether = async (processCount: number, writeCount: number): Promise<FaultResult> => {
  const { path, reviewerIds } = await aFaultWorld(1, processCount)
  const runs = await Promise.all(reviewerIds.map(who => runWriter({ path, mode: 'notes', who, count: writeCount })))
  const held = await withStore(path, async ({ store }) =>
    (await store.reader.selectFrom('reviewNotes').select('text').execute()).map(({ text }) => text),
  )
  const notes = new Set(held)
  const acks = runs.flatMap(run => run.acks)
  const problems = [
    ...acks.filter(ack => !notes.has(ack)).map(ack => `lost: ${ack}`),
    ...runs.flatMap(({ errors, code }) => (code === 0 ? errors : [...errors, `a writer ended with ${code}`])),
    ...(held.length === processCount * writeCount ? [] : [`${held.length} notes are there`]),
    ...(await faultsOfStore(path)),
  ]
  const figures = `${acks.length} acknowledged, ${held.length} there, ${runs.flatMap(({ errors }) => errors).length} refused`
  return resultOf(`${processCount} writers × ${writeCount}`, processCount * writeCount, problems, figures)
}
