import { isAppError } from '../errors.ts'

/** Work of the desk that goes on while its page may be closed. Kept in memory: it ends with the process, and then nothing of it was kept. */
export interface DeskJob<Result = unknown> {
  /** One at a time under each key. */
  readonly key: string
  /** What is being done, and to what. */
  readonly subject: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  readonly doneCount: number
  /** null = not known yet. */
  readonly totalCount: number | null
  readonly result: Result | null
  /** Why it failed, in a sentence for the person. */
  readonly problem: string | null
}

/** Thrown out of the work when somebody has stopped it: whatever transaction it is in is undone. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped'
}

export type ReportProgress = (doneCount: number, totalCount: number) => void

interface RunningJob {
  job: DeskJob
  isStopAsked: boolean
  finished: Promise<void>
}

/** Finished jobs remembered, so that whoever comes back to the page sees what came of it. */
const KEPT_JOBS = 50

const problemOf = (error: unknown): string =>
  isAppError(error) ? error.message : 'Something went wrong on our side. Nothing was kept.'

export class DeskJobs {
  readonly #jobs = new Map<string, RunningJob>()
  readonly #onFault: (error: unknown) => void

  constructor(onFault: (error: unknown) => void = () => undefined) {
    this.#onFault = onFault
  }

  find(key: string): DeskJob | null {
    return this.#jobs.get(key)?.job ?? null
  }

  /** Starts it, or gives back null where one under this key is still running. */
  start<Result>(
    key: string,
    subject: string,
    work: (report: ReportProgress) => Promise<Result>,
  ): DeskJob<Result> | null {
    if (this.find(key)?.state === 'running') return null
    const job: DeskJob<Result> = {
      key,
      subject,
      state: 'running',
      doneCount: 0,
      totalCount: null,
      result: null,
      problem: null,
    }
    const running: RunningJob = { job, isStopAsked: false, finished: Promise.resolve() }
    this.#jobs.delete(key)
    this.#jobs.set(key, running)
    running.finished = this.#run(running, work)
    this.#forgetOldest()
    return job
  }

  /** Asks it to stop; it does at its next step, and nothing of it is kept. */
  stop(key: string): void {
    const running = this.#jobs.get(key)
    if (running !== undefined) running.isStopAsked = true
  }

  /** Settles when the job has finished, or after this many milliseconds. */
  async wait(key: string, atMostMs: number): Promise<void> {
    const running = this.#jobs.get(key)
    if (running === undefined) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, atMostMs)
    })
    await Promise.race([running.finished, late])
    clearTimeout(timer)
  }

  async #run<Result>(running: RunningJob, work: (report: ReportProgress) => Promise<Result>): Promise<void> {
    const set = (change: Partial<DeskJob>): void => {
      running.job = { ...running.job, ...change }
    }
    try {
      const result = await work((doneCount, totalCount) => {
        if (running.isStopAsked) throw new JobStopped()
        set({ doneCount, totalCount })
      })
      set({ state: 'done', result })
    } catch (error) {
      if (error instanceof JobStopped) return set({ state: 'stopped' })
      set({ state: 'failed', problem: problemOf(error) })
      if (!isAppError(error)) this.#onFault(error)
    }
  }

  #forgetOldest(): void {
    for (const [key, { job }] of this.#jobs) {
      if (this.#jobs.size <= KEPT_JOBS) return
      if (job.state !== 'running') this.#jobs.delete(key)
    }
  }
}
