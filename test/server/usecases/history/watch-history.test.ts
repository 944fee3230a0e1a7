import { expect } from 'chai'
import { pino } from 'pino'
import { readCheckpoints, readLogSize } from '../../../../data/store/history.ts'
import { openDeps } from '../../../../server/deps.ts'
import { loadSample } from '../../../../server/usecases/load-sample.ts'
import {
  checkHistory,
  historyState,
  refuseIfDamaged,
  watchHistory,
} from '../../../../server/usecases/history/watch-history.ts'
import { fixedClock } from '../../../../server/clock.ts'
import { byHand, faultsIn } from '../../../support/history.ts'
import { anAdmin, aStoredConsultation } from '../../../support/people.ts'
import { aReviewWorld } from '../../../support/review-world.ts'
import { openTemporaryDeps, TEST_NOW } from '../../../support/temporary-store.ts'

describe('a running server', function () {
  this.timeout(60_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  beforeEach(async () => {
    opened = await openTemporaryDeps()
  })
  afterEach(() => opened.close())

  it('gives a sign of life and signs once a day, even if nothing changed', async () => {
    const { deps } = opened
    const signedAt = async () => (await readCheckpoints(deps.store.reader)).map(({ signedAt }) => signedAt)
    expect(await checkHistory(deps)).to.equal('whole')
    await checkHistory({ ...deps, clock: fixedClock('2026-07-02T08:59:00.000Z') })
    expect(await signedAt()).to.deep.equal(['2026-07-01T09:00:00.000Z'])
    await checkHistory({ ...deps, clock: fixedClock('2026-07-02T09:00:00.000Z') })
    expect(await signedAt()).to.deep.equal(['2026-07-01T09:00:00.000Z', '2026-07-02T09:00:00.000Z'])
    expect(await faultsIn(deps)).to.deep.equal([])
  })

  it('signs nothing and refuses to publish once a record differs from its history', async () => {
    const { deps } = opened
    await aStoredConsultation(deps)
    const stop = watchHistory(deps, { firstMs: 0 })
    while (historyState(deps) === 'unknown') await new Promise(resolve => setTimeout(resolve, 5))
    await stop()
    expect(historyState(deps)).to.equal('damaged')
    expect(await readCheckpoints(deps.store.reader)).to.deep.equal([])
    expect(await readLogSize(deps.store.reader), 'that it begins, and no sign of life').to.equal(1)
    expect(() => refuseIfDamaged(deps)).to.throw('Nothing can be published')
  })

  it('goes on watching after a look at which the store failed', async () => {
    let now = TEST_NOW
    const lines: string[] = []
    const log = pino({ level: 'error' }, { write: line => lines.push(line) })
    const { monotonicMs } = opened.deps.clock
    const deps = { ...opened.deps, log, clock: { now: () => now, today: () => now.slice(0, 10), monotonicMs } }
    const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await isSo())) await new Promise(resolve => setTimeout(resolve, 5))
    }
    const stop = watchHistory(deps, { firstMs: 0, everyMs: 5 })
    await until(() => historyState(deps) === 'whole')
    const rename = (from: string, to: string) =>
      byHand(opened.path, file => file.exec(`alter table ${from} rename to ${to}`))
    rename('log_checkpoints', 'away')
    await until(() => lines.some(line => line.includes('history-not-checked')))
    rename('away', 'log_checkpoints')
    now = '2026-07-02T09:00:00.000Z'
    await until(async () => (await readCheckpoints(deps.store.reader)).length === 2)
    await stop()
    expect((await readCheckpoints(deps.store.reader)).map(({ signedAt }) => signedAt)).to.deep.equal([TEST_NOW, now])
  })

  it('begins the history of an older store with the records it holds, once', async () => {
    await loadSample(opened.deps)
    byHand(opened.path, file => {
      for (const table of ['log_members', 'log_entries']) file.exec(`drop trigger ${table}_no_delete`)
      for (const table of ['log_members', 'log_openings', 'log_entries']) file.exec(`delete from ${table}`)
    })
    const again = await openDeps(opened.deps.config, opened.deps.clock)
    try {
      const size = await readLogSize(again.store.reader)
      expect(size).to.be.greaterThan(1_000)
      expect(await faultsIn(again)).to.deep.equal([])
      byHand(opened.path, file => file.exec("update bodies set name = 'Edited'"))
      const third = await openDeps(opened.deps.config, opened.deps.clock)
      expect(await readLogSize(third.store.reader)).to.equal(size)
      expect((await faultsIn(third)).join()).to.match(/^record-changed body/)
      await third.store.close()
    } finally {
      await again.store.close()
    }
  })

  it('goes on with the history of a store from before it covered the desk, once: nothing slips in later', async () => {
    await aReviewWorld(opened.deps, ['bench: Keep the bench.'])
    await anAdmin(opened.deps)
    // As it was then: no entry of the desk, and none that says how much is covered.
    byHand(opened.path, file => {
      for (const table of ['log_members', 'log_entries']) file.exec(`drop trigger ${table}_no_delete`)
      file.exec(
        "create temp table gone as select entry_index from log_entries where body like '%desk-recorded%' or record_id = 'coverage'",
      )
      for (const table of ['log_openings', 'log_entries'])
        file.exec(`delete from ${table} where entry_index in (select entry_index from gone)`)
      file.exec('drop trigger log_entries_no_update')
      const left = file.prepare('select entry_index from log_entries order by entry_index').pluck().all()
      for (const [at, index] of left.entries()) {
        file.exec(`update log_entries set entry_index = ${at} where entry_index = ${String(index)}`)
        file.exec(`drop trigger if exists log_openings_no_update`)
        file.exec(`update log_openings set entry_index = ${at} where entry_index = ${String(index)}`)
        file.exec(`drop trigger if exists log_members_no_update`)
        file.exec(`update log_members set entry_index = ${at} where entry_index = ${String(index)}`)
      }
    })
    expect((await faultsIn(opened.deps)).join()).to.match(/record-unlogged account/)
    const again = await openDeps(opened.deps.config, opened.deps.clock)
    expect(await faultsIn(again)).to.deep.equal([])
    byHand(opened.path, file => file.exec("update role_grants set role = 'editor'"))
    const third = await openDeps(opened.deps.config, opened.deps.clock)
    expect((await faultsIn(third)).join()).to.match(/^record-changed role-grant/)
    await again.store.close()
    await third.store.close()
  })
})
