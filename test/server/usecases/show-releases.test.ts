import { expect } from 'chai'
import type { Release } from '../../../data/model/right-of-reply.ts'
import { readRecords } from '../../../data/store/records.ts'
import { writeRelease } from '../../../data/store/releases.ts'
import { releaseState } from '../../../server/export/release-state.ts'
import { changesPage } from '../../../server/http/pages/changes.page.ts'
import { HistoryWriter } from '../../../server/usecases/history/history-writer.ts'
import { rebuildRelease } from '../../../server/usecases/release/rebuild-release.ts'
import { showRelease, showReleases } from '../../../server/usecases/show-releases.ts'
import { testWeb } from '../../support/desk-client.ts'
import { loadSampleConsultation, refusalOf } from '../../support/release-world.ts'
import { openTemporaryDeps } from '../../support/temporary-store.ts'

const MILL = { body: 'calderwick', consultation: 'mill-lane-2025' }

describe('a version that was withdrawn', function () {
  this.timeout(60_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  let release: Release
  beforeEach(async () => {
    opened = await openTemporaryDeps()
    const { consultation } = await loadSampleConsultation(opened.deps, MILL.consultation, [])
    const releases = await readRecords(opened.deps.store.reader, 'release', consultation.id)
    release = releases.find(({ version }) => version === '1.0')!
    await opened.deps.store.write(tx => writeRelease(tx, { ...release, isWithdrawn: 'yes' }))
  })
  afterEach(() => opened.close())

  const recordErasureOf = (recordId: string): Promise<void> =>
    opened.deps.store.write(async tx => {
      const history = new HistoryWriter(tx, { at: opened.deps.clock.now(), byId: null })
      const who = { firstAdminId: null, secondAdminId: null }
      const subjects = [{ recordKind: 'release-archive', recordId }]
      const { consultationId } = release
      history.removal({ kind: 'erasure-made', consultationId, reason: 'erasure-request', ...who, subjects })
      await history.flush()
    })
  const wordsOnIt = async () => {
    const { deps } = opened
    const { releases } = changesPage(testWeb(deps).site, await showReleases(deps, MILL))
    const { heading, text, href } = releases.find(({ anchor }) => anchor === 'v1.0')!
    return {
      block: [heading, text, href],
      refusal: (await refusalOf(showRelease(deps, { ...MILL, version: '1.0' }))).message,
      status: (await rebuildRelease(deps, MILL, '1.0', releaseState)).status,
    }
  }

  it('says that it was withdrawn, and points to what was taken down, without a reason that nobody recorded', async () => {
    await recordErasureOf(opened.deps.newId())
    expect(await wordsOnIt()).to.deep.equal({
      block: ['Version 1.0, withdrawn', 'It was withdrawn. It is not shown any more.', '/removals'],
      refusal: 'Version 1.0 was withdrawn.',
      status: 'imported',
    })
  })

  it('says that it held a text that was erased where the history has an erasure of it', async () => {
    await recordErasureOf(release.id)
    expect(await wordsOnIt()).to.deep.equal({
      block: ['Version 1.0, withdrawn', 'It held a text that was erased. It is not shown any more.', '/removals'],
      refusal: 'Version 1.0 was withdrawn. It held a text that was erased.',
      status: 'erased',
    })
  })
})
