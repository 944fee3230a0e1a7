import { expect } from 'chai'
import { matchPoints } from '../../support/match-points.ts'
import { readCouncils } from '../../bench/material.ts'
import { matchInThreads } from '../../../server/usecases/match-in-threads.ts'

const decoder = new TextDecoder()

describe('matching in threads', () => {
  const [council] = readCouncils([])
  const { points, passages, vectors } = council!
  // More points than passages, so that points like a point weigh in; more than one task for each thread.
  const many = Array.from({ length: 250 }, (_, i) => ({ ...points[i % points.length]!, id: `p${i}` }))
  const told: number[] = []
  const run = async (threadCount: number, isExplained = true, threadsMin = 0): Promise<string> => {
    const lines: string[] = []
    const onProgress = (done: number): unknown => (threadCount > 0 ? told.push(done) : null)
    const job = { points: many, passages, top: 3, isExplained, threadCount, threadsMin, onProgress }
    for await (const some of matchInThreads(job)) lines.push(decoder.decode(some))
    return lines.join('')
  }

  it('gives the lines of one thread, byte for byte, with two threads', async () => {
    const alone = await run(0, false)
    expect((await run(2, false)) === alone).to.equal(true)
    const made = [...matchPoints(many, passages, { vectors, top: 3 })].map(line => `${JSON.stringify(line)}\n`)
    expect(alone === made.join('')).to.equal(true)
  })
  it('gives them too where a thread reads the texts, so that its starter stays free', async () => {
    expect((await run(1, false, 1)) === (await run(0, false))).to.equal(true)
  })
  it('gives explained lines of one thread, byte for byte, and tells how far it is', async () => {
    told.length = 0
    expect((await run(2)) === (await run(0))).to.equal(true)
    expect(told.length).to.be.greaterThan(5)
    expect(told.at(-1)).to.equal(many.length)
    expect(told).to.deep.equal([...told].sort((a, b) => a - b))
  })
  it('ends its threads when the reader stops early', async () => {
    for await (const some of matchInThreads({ points: many, passages, top: 1, isExplained: false, threadCount: 1 })) {
      expect(some.length).to.be.greaterThan(0)
      break
    }
  })

  /** What nobody took while a run failed: in a server it would end the program. */
  const failing = async (
    change: Partial<Parameters<typeof matchInThreads>[0]>,
  ): Promise<{ readonly failures: readonly string[]; readonly unhandled: readonly unknown[] }> => {
    const unhandled: unknown[] = []
    const note = (reason: unknown): unknown => unhandled.push(reason)
    const held = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note)
    const failures: string[] = []
    try {
      const job = { points: many, passages, top: 1, isExplained: false, threadCount: 0, ...change }
      for await (const some of matchInThreads(job)) expect(some.length).to.be.greaterThan(0)
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
    // Work that was under way ends, and Node looks for what nobody took.
    for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => setImmediate(resolve))
    process.removeListener('unhandledRejection', note)
    for (const listener of held) process.on('unhandledRejection', listener)
    return { failures, unhandled }
  }
  const stop = (): never => {
    throw new Error('stopped')
  }

  it('fails once, and leaves nothing that nobody takes, when it is stopped while it searches', async () => {
    expect(many.length, 'so that points like a point weigh in').to.be.greaterThan(passages.length)
    const once = { failures: ['stopped'], unhandled: [] }
    expect(await failing({ onProgress: stop })).to.deep.equal(once)
    expect(await failing({ onProgress: stop, threadCount: 2 })).to.deep.equal(once)
  })
  it('fails once, and leaves nothing that nobody takes, when two pieces of its work fail', async () => {
    const broken = many.map(point => ({
      ...point,
      get id(): string {
        return stop()
      },
    }))
    expect(await failing({ points: broken })).to.deep.equal({ failures: ['stopped'], unhandled: [] })
  })
})
