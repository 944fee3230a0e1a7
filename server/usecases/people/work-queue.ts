import { AppError } from '../../errors.ts'

/** Runs work a few at a time, lets a few more wait, and refuses the rest: a flood of costly work never takes the machine. */
export class WorkQueue {
  readonly #atOnceCount: number
  readonly #waitingCount: number
  readonly #waiting: (() => void)[] = []
  #runningCount = 0

  constructor(limits: { readonly atOnceCount: number; readonly waitingCount: number }) {
    this.#atOnceCount = limits.atOnceCount
    this.#waitingCount = limits.waitingCount
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#enter()
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      // The place is handed on, so that nobody who comes in between can take it.
      if (next === undefined) this.#runningCount -= 1
      else next()
    }
  }

  async #enter(): Promise<void> {
    if (this.#runningCount < this.#atOnceCount) {
      this.#runningCount += 1
      return
    }
    if (this.#waiting.length >= this.#waitingCount)
      throw new AppError('busy', 'Too many people are signing in at this moment. Try again in a few seconds.')
    await new Promise<void>(resolve => this.#waiting.push(resolve))
  }
}
