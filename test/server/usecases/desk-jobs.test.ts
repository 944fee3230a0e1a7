import { expect } from 'chai'
import { AppError } from '../../../server/errors.ts'
import { DeskJobs, type ReportProgress } from '../../../server/usecases/desk-jobs.ts'

/** Work that goes on until it is told to end. */
const held = () => {
  let finish: (result: string) => void = () => undefined
  let report: ReportProgress = () => undefined
  const ended = new Promise<string>(resolve => {
    finish = resolve
  })
  const work = (told: ReportProgress): Promise<string> => {
    report = told
    return ended
  }
  return { work, finish: (result: string) => finish(result), report: (done: number) => report(done, 10) }
}

describe('a job of the desk', () => {
  it('runs once at a time under each key, says how far it is, and keeps what came of it', async () => {
    const jobs = new DeskJobs()
    const { work, finish, report } = held()
    expect(jobs.start('import a', 'try 1', work)).to.include({ state: 'running', totalCount: null })
    expect(jobs.start('import a', 'try 2', work)).to.equal(null)
    expect(jobs.start('import b', 'try 3', () => Promise.resolve('other'))).to.not.equal(null)
    report(4)
    expect(jobs.find('import a')).to.include({ state: 'running', doneCount: 4, totalCount: 10 })
    finish('all of it')
    await jobs.wait('import a', 1_000)
    expect(jobs.find('import a')).to.include({ state: 'done', result: 'all of it', subject: 'try 1' })
  })

  it('stops at its next step when somebody asks, by throwing out of the work', async () => {
    const jobs = new DeskJobs()
    let undone = false
    const work = async (report: ReportProgress): Promise<never> => {
      try {
        for (;;) {
          await new Promise(resolve => setTimeout(resolve, 1))
          report(1, 2)
        }
      } finally {
        undone = true
      }
    }
    jobs.start('import a', 'import 1', work)
    jobs.stop('import a')
    await jobs.wait('import a', 5_000)
    expect(jobs.find('import a')?.state).to.equal('stopped')
    expect(undone).to.equal(true)
    expect(jobs.start('import a', 'import 1', () => Promise.resolve(1))).to.not.equal(null)
  })

  it('says a refusal in its own words, and a fault without them', async () => {
    const faults: unknown[] = []
    const jobs = new DeskJobs(error => faults.push(error))
    jobs.start('a', '', () => Promise.reject(new AppError('refused', 'This column is not there.')))
    jobs.start('b', '', () => Promise.reject(new Error('select * from secrets')))
    await jobs.wait('a', 1_000)
    await jobs.wait('b', 1_000)
    expect(jobs.find('a')).to.include({ state: 'failed', problem: 'This column is not there.' })
    expect(jobs.find('b')?.problem).to.equal('Something went wrong on our side. Nothing was kept.')
    expect(faults).to.have.length(1)
  })
})
