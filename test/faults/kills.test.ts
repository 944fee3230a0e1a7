import { expect } from 'chai'
import { killWriters } from './kill-writers.ts'

/** The short form of `npm run test:faults`, which does it a hundred times. */
describe('a process killed while it writes', function () {
  this.timeout(180_000)

  it('loses no judgement that was acknowledged, and leaves the history whole', async () => {
    expect((await killWriters('review', 2)).problems).to.deep.equal([])
  })
})
