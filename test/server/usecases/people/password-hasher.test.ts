import { expect } from 'chai'
import { PasswordHasher } from '../../../../server/usecases/people/password-hasher.ts'
import { WorkQueue } from '../../../../server/usecases/people/work-queue.ts'
import { cheapHasher, PASSWORD } from '../../../support/people.ts'

describe('a password hash', () => {
  it('is scrypt with N=2^17, r=8, p=1 as a PHC string, and opens with its password alone', async () => {
    const hasher = new PasswordHasher()
    const stored = await hasher.hash(PASSWORD)
    expect(stored.startsWith('$scrypt$ln=17,r=8,p=1$')).to.equal(true)
    expect(await hasher.verify(PASSWORD, stored)).to.equal(true)
    expect(await hasher.verify(`${PASSWORD}.`, stored)).to.equal(false)
    expect(hasher.isOutdated(stored)).to.equal(false)
  })

  it('has a salt of its own each time', async () => {
    const hasher = cheapHasher()
    expect(await hasher.hash(PASSWORD)).to.not.equal(await hasher.hash(PASSWORD))
  })

  it('is the same for the same letters, however the keyboard made them', async () => {
    const hasher = cheapHasher()
    expect(await hasher.verify('caf\u0065\u0301 au lait no 5', await hasher.hash('caf\u00e9 au lait no 5'))).to.equal(
      true,
    )
  })

  it('made at another cost still opens, and is known to be outdated', async () => {
    const stored = await cheapHasher().hash(PASSWORD)
    const today = new PasswordHasher({ log2N: 5, r: 8, p: 1 })
    expect(await today.verify(PASSWORD, stored)).to.equal(true)
    expect(today.isOutdated(stored)).to.equal(true)
  })

  it('is computed also for nobody, and says no', async () => {
    const hasher = cheapHasher()
    expect(await hasher.verify(PASSWORD, null)).to.equal(false)
    expect(hasher.derivationCount).to.equal(1)
  })

  it('is computed for ten at a time, two at once; the eleventh is told that we are busy', async () => {
    const hasher = cheapHasher()
    const asked = await Promise.allSettled(Array.from({ length: 11 }, () => hasher.hash(PASSWORD)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).to.have.length(10)
    const refused = asked.find(result => result.status === 'rejected')
    expect(refused?.reason).to.include({ code: 'busy' })
    expect(await hasher.hash(PASSWORD), 'afterwards there is room again').to.be.a('string')
  })
})

describe('the work queue', () => {
  it('never runs more at once than it may, and frees the place of what failed', async () => {
    const queue = new WorkQueue({ atOnceCount: 2, waitingCount: 8 })
    let runningCount = 0
    let mostCount = 0
    const work = async (fails: boolean): Promise<void> => {
      runningCount += 1
      mostCount = Math.max(mostCount, runningCount)
      await new Promise(resolve => setImmediate(resolve))
      runningCount -= 1
      if (fails) throw new Error('failed')
    }
    const results = await Promise.allSettled(
      [true, false, true, false, true, false].map(fails => queue.run(() => work(fails))),
    )
    expect(results.map(({ status }) => status)).to.deep.equal([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(mostCount).to.equal(2)
    await queue.run(() => work(false))
  })
})
