import { expect } from 'chai'
import { readCouncils } from '../../bench/material.ts'
import { matchInThreads } from '../../../server/usecases/match-in-threads.ts'

describe('matching in threads', () => {
  const [council] = readCouncils([])
  const { points, passages } = council!
  // More points than passages, so that points like a point weigh in; more than one task for each thread.
  const many = Array.from({ length: 250 }, (_, i) => ({ ...points[i % points.length]!, id: `p${i}` }))
  const told: number[] = []
  const run = async (threadCount: number): Promise<string> => {
    const lines: string[] = []
    const onProgress = (done: number): unknown => (threadCount > 0 ? told.push(done) : null)
    const job = { points: many, passages, top: 3, isExplained: true, threadCount, onProgress }
    for await (const some of matchInThreads(job)) lines.push(some)
    return lines.join('\n')
  }

  it('gives the lines of one thread, byte for byte, and tells how far it is', async () => {
    expect((await run(2)) === (await run(0))).to.equal(true)
    expect(told.length).to.be.greaterThan(5)
    expect(told.at(-1)).to.equal(many.length)
    expect(told).to.deep.equal([...told].sort((a, b) => a - b))
  })
  it('ends its threads when the reader stops early', async () => {
    for await (const some of matchInThreads({ points: many, passages, top: 1, isExplained: false, threadCount: 1 })) {
      expect(some).not.to.equal('')
      break
    }
  })
})
