import { Worker } from 'node:worker_threads'
import type { MatchReply, MatchTask, MatchThreadData } from './match-messages.ts'

const WORKER = new URL('../jobs/start-match-worker.mjs', import.meta.url)
/** Young objects of a thread, MB: matching makes few, and Node's own choice grows to three times this. */
const YOUNG_MB = 24

/** Threads that take tasks one at a time. A task goes to the first that is free. */
export class MatchThreads {
  readonly #workers: readonly Worker[]
  readonly #free: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []

  constructor(count: number, data: MatchThreadData) {
    this.#workers = Array.from(
      { length: count },
      () => new Worker(WORKER, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }),
    )
    this.#free.push(...this.#workers)
  }

  /** The reply is of the task's own kind: that is what the worker sends. */
  async run<Kind extends MatchReply['kind']>(
    task: MatchTask & { readonly kind: Kind },
  ): Promise<Extract<MatchReply, { readonly kind: Kind }>> {
    const worker = this.#free.shift() ?? (await new Promise<Worker>(resolve => this.#waiting.push(resolve)))
    const reply = await ask(worker, task)
    this.#release(worker)
    return reply as Extract<MatchReply, { readonly kind: Kind }>
  }

  /** A task for every thread, whichever is free when. All threads must be free. */
  async runOnAll(task: MatchTask): Promise<void> {
    await Promise.all(this.#workers.map(worker => ask(worker, task)))
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.terminate()))
  }

  #release(worker: Worker): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free.push(worker)
    else next(worker)
  }
}

const ask = (worker: Worker, task: MatchTask): Promise<MatchReply> =>
  new Promise((resolve, reject) => {
    worker.once('message', (reply: MatchReply) => {
      worker.off('error', reject)
      resolve(reply)
    })
    worker.once('error', reject)
    worker.postMessage(task)
  })
