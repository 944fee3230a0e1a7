import { Worker } from 'node:worker_threads'
import type { MatchReply, MatchTask, MatchWorkers, RunTask } from './match-messages.ts'
import { createMatchWork } from './match-work.ts'

const WORKER = new URL('../jobs/start-match-worker.mjs', import.meta.url)
/** Young objects of a thread, MB: matching makes few, and Node's own choice grows to six times this. */
const YOUNG_MB = 8

const ask = (worker: Worker, task: MatchTask): Promise<MatchReply> =>
  new Promise((resolve, reject) => {
    worker.once('message', (reply: MatchReply) => {
      worker.off('error', reject)
      resolve(reply)
    })
    worker.once('error', reject)
    worker.postMessage(task)
  })

/** The reply is of the task's own kind: that is what the work gives. */
const typed = (run: (task: MatchTask) => Promise<MatchReply>): RunTask => run as RunTask

/** Threads that take tasks one at a time. A task goes to the first that is free. They load while the caller goes on. */
export const startMatchThreads = (count: number): MatchWorkers => {
  const workers = Array.from(
    { length: count },
    () => new Worker(WORKER, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }),
  )
  const free = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const release = (worker: Worker): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(worker)
    else next(worker)
  }
  return {
    count,
    run: typed(async task => {
      const worker = free.shift() ?? (await new Promise<Worker>(resolve => waiting.push(resolve)))
      const reply = await ask(worker, task)
      release(worker)
      return reply
    }),
    runOnAll: async task => {
      await Promise.all(workers.map(worker => ask(worker, task)))
    },
    stop: async () => {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** The caller's own thread doing the same tasks, with a breath between them for whatever else it has to do. */
export const matchInOwnThread = (): MatchWorkers => {
  const work = createMatchWork()
  return {
    count: 1,
    run: typed(async task => {
      await nextTurn()
      return work(task)
    }),
    runOnAll: async task => {
      work(task)
    },
    stop: async () => undefined,
  }
}
