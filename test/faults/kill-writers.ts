import type { Deps } from '../../server/deps.ts'
import { aFaultWorld, type FaultWorld } from './fault-world.ts'
import { faultsOfStore, resultOf, withStore, type FaultResult } from './fault-store.ts'
import { ROWS_PER_IMPORT } from './rows-per-import.ts'
import { killAfterFirstAck, runWriter } from './run-writer.ts'

const MOST_MS = 400

/** Presses that were acknowledged and are not there, or without a record they made. */
const lostPresses = async ({ store }: Deps, acks: readonly string[]): Promise<readonly string[]> => {
  const actions = await store.reader.selectFrom('reviewActions').select(['id', 'groupId', 'stage']).execute()
  const held = new Set(actions.map(({ groupId, stage }) => `${groupId} ${stage}`))
  const without = await store.reader
    .selectFrom('reviewActionRecords')
    .leftJoin('searches', 'searches.id', 'reviewActionRecords.subjectId')
    .select('reviewActionRecords.actionId')
    .where('searches.id', 'is', null)
    .execute()
  return [
    ...acks.filter(ack => !held.has(ack)).map(ack => `lost: press ${ack}`),
    ...without.map(({ actionId }) => `half a press: ${actionId}`),
  ]
}

/** Imports that were acknowledged and are not whole, and any that is there in part. */
const lostImports = async ({ store }: Deps, acks: readonly string[]): Promise<readonly string[]> => {
  const rows = await store.reader.selectFrom('contributions').select('ref').where('importId', 'is not', null).execute()
  const counts = new Map<string, number>()
  for (const { ref } of rows) {
    const name = ref.replace(/-\d+$/, '')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [
    ...acks.filter(ack => !counts.has(ack)).map(ack => `lost: import ${ack}`),
    ...[...counts]
      .filter(([, count]) => count !== ROWS_PER_IMPORT)
      .map(([name, count]) => `half an import: ${name}, ${count} rows`),
  ]
}

const killOnce = async (
  { path, reviewerIds }: FaultWorld,
  mode: 'review' | 'imports',
  turn: number,
  acks: string[],
): Promise<readonly string[]> => {
  const who = mode === 'imports' ? `turn-${turn}` : (reviewerIds[turn % reviewerIds.length] ?? '')
  const run = await runWriter({ path, mode, who, onLine: killAfterFirstAck(MOST_MS) })
  acks.push(...run.acks)
  const lost = await withStore(path, deps => (mode === 'imports' ? lostImports(deps, acks) : lostPresses(deps, acks)))
  return [
    ...(run.acks.length === 0 ? [`turn ${turn} ended before its first ACK: ${run.errors[0] ?? run.stderr}`] : []),
    ...lost,
    ...(await faultsOfStore(path)),
  ].map(problem => `kill ${turn + 1}: ${problem}`)
}

/** kill -9 at random after the first acknowledgement, again and again over one store: nothing acknowledged is lost, nothing is half there. */
export const killWriters = async (mode: 'review' | 'imports', killCount: number): Promise<FaultResult> => {
  const world = await aFaultWorld(mode === 'review' ? killCount * 12 : 4, 3)
  const acks: string[] = []
  const problems: string[] = []
  for (let turn = 0; turn < killCount && problems.length === 0; turn += 1)
    problems.push(...(await killOnce(world, mode, turn, acks)))
  const what = mode === 'review' ? 'judgements' : `imports of ${ROWS_PER_IMPORT} rows`
  return resultOf(`kill -9 during ${mode}`, killCount, problems, `${acks.length} ${what} acknowledged, all there`)
}
