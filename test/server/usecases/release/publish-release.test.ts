// Over 250 lines: one gate, one number, one checksum and one rebuild, each with its refusals, over the same sample.
import { expect } from 'chai'
import { gzipSync } from 'node:zlib'
import { findEntryOf, readLastCheckpoint } from '../../../../data/store/history.ts'
import { readRecords } from '../../../../data/store/records.ts'
import { readArchive } from '../../../../data/store/releases.ts'
import { readConsultationState } from '../../../../data/store/consultation-state.ts'
import { releaseState } from '../../../../server/export/release-state.ts'
import {
  openSelfCheck,
  finishSelfCheck,
  callOffSelfCheck,
  checkedByCouncilOn,
} from '../../../../server/usecases/check/self-check.ts'
import { checkHistory } from '../../../../server/usecases/history/watch-history.ts'
import { readAudit } from '../../../../server/usecases/read-audit.ts'
import { askForReply } from '../../../../server/usecases/reply/ask-for-reply.ts'
import { shortenWindow } from '../../../../server/usecases/reply/shorten-window.ts'
import { writeReply } from '../../../../server/usecases/reply/write-reply.ts'
import { publishRelease } from '../../../../server/usecases/release/publish-release.ts'
import { rebuildRelease } from '../../../../server/usecases/release/rebuild-release.ts'
import { checksumOf, unpackArchive } from '../../../../server/usecases/release/release-archive.ts'
import { stateLegalBasis } from '../../../../server/usecases/site/legal-basis.ts'
import { showReleaseDesk } from '../../../../server/usecases/release/show-release-desk.ts'
import { findScope, type ReviewScope } from '../../../../server/usecases/review/review-scope.ts'
import { writeReview } from '../../../../server/usecases/review/write-review.ts'
import { faultsIn } from '../../../support/history.ts'
import { anAdmin, openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import {
  EASTFIELD,
  loadSampleConsultation,
  markAsDraft,
  refusalOf,
  sampleStore,
  someone,
} from '../../../support/release-world.ts'

const DAY_MINUTES = 24 * 60

describe('a release', function () {
  this.timeout(120_000)
  let test: PeopleTest
  let scope: ReviewScope
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
    scope = await findScope(test.deps, EASTFIELD)
  })
  afterEach(() => test.close())

  const editor = async () => (await someone(test.deps, 'editor', scope.consultation.id)).session
  const council = async () => (await someone(test.deps, 'council', scope.consultation.id)).session
  const publish = async () => publishRelease(test.deps, await editor(), scope, releaseState)
  const reasons = async (): Promise<readonly string[]> =>
    (await showReleaseDesk(test.deps, await editor(), scope)).gate.reasons
  const hearCouncil = async (): Promise<void> => {
    await askForReply(test.deps, await editor(), scope, null)
    await writeReply(test.deps, await council(), scope, {
      number: null,
      text: 'Seen.',
      isDeclined: false,
      linkId: null,
    })
  }
  const published = async () => {
    const result = await publish()
    if (result.status !== 'published') throw new Error(JSON.stringify(result))
    return result.release
  }
  const releases = () => readRecords(test.deps.store.reader, 'release', scope.consultation.id)

  it('waits until the council has been asked, and its window is over', async () => {
    expect(await reasons()).to.deep.equal(['The council has not been asked for its reply. Send it the findings first.'])
    expect((await publish()).status).to.equal('blocked')
    await askForReply(test.deps, await editor(), scope, null)
    expect(await reasons()).to.deep.equal([
      'The council can reply until 2026-07-29. Publish after that, or when it has replied.',
    ])
    test.wait(28 * DAY_MINUTES)
    expect((await publish()).status, 'on the last day').to.equal('blocked')
    test.wait(DAY_MINUTES)
    expect((await published()).version).to.equal('1.0')
  })

  it('need not wait when the council has replied, or says that it does not comment', async () => {
    await askForReply(test.deps, await editor(), scope, null)
    await writeReply(test.deps, await council(), scope, { number: null, text: '', isDeclined: true, linkId: null })
    expect(await reasons()).to.deep.equal([])
  })

  it('waits the full 20 working days where a shorter window was recorded and nobody decided so', async () => {
    await askForReply(test.deps, await editor(), scope, null)
    await test.deps.store.write(tx => tx.updateTable('replies').set({ dueOn: '2026-07-03' }).execute())
    test.wait(5 * DAY_MINUTES)
    expect((await publish()).status).to.equal('blocked')
  })

  it('follows an editor’s logged decision to give less time', async () => {
    await askForReply(test.deps, await editor(), scope, null)
    const shorter = { dueOn: '2026-07-03', reason: 'The council asked us to go on at once.' }
    await shortenWindow(test.deps, await editor(), scope, shorter)
    test.wait(3 * DAY_MINUTES)
    expect(await reasons()).to.deep.equal([])
  })

  it('is stopped by the gate of the headline, with its reasons, and changes nothing', async () => {
    const other = await loadSampleConsultation(test.deps, 'residents-survey-2026')
    const { session } = await someone(test.deps, 'editor', other.consultation.id)
    const result = await publishRelease(test.deps, session, other, releaseState)
    expect(result.status).to.equal('blocked')
    expect(result.status === 'blocked' && result.reasons).to.include(
      'People have checked 0 of the 12 points; 9 in 10 are needed.',
    )
    expect(await readRecords(test.deps.store.reader, 'release', other.consultation.id)).to.deep.equal([])
  })

  it('of a real body waits until somebody has said who runs the site', async () => {
    await hearCouncil()
    await test.deps.store.write(tx => tx.updateTable('bodies').set({ nature: 'real' }).execute())
    const { body } = { body: { ...scope.body, nature: 'real' as const } }
    const real = { ...scope, body }
    expect((await publishRelease(test.deps, await editor(), real, releaseState)).status).to.equal('blocked')
    const said = { ...test.deps, config: { ...test.deps.config, operator: 'The Leaf', contact: 'desk@example.org' } }
    const unsaid = await publishRelease(said, await editor(), real, releaseState)
    expect(unsaid.status === 'blocked' && unsaid.reasons.join(' ')).to.include('on what legal basis')
    await stateLegalBasis(said, await anAdmin(said), 'journalism')
    expect((await publishRelease(said, await editor(), real, releaseState)).status).to.equal('published')
  })

  it('is signed for at once: the checkpoint covers it', async () => {
    await hearCouncil()
    expect(await readLastCheckpoint(test.deps.store.reader)).to.equal(null)
    const { id } = await published()
    const last = await readLastCheckpoint(test.deps.store.reader)
    expect(await findEntryOf(test.deps.store.reader, id, last?.treeSize ?? 0)).to.not.equal(null)
    expect(await faultsIn(test.deps)).to.deep.equal([])
  })

  it('is refused while the history does not agree with the records, and nothing is signed', async () => {
    await hearCouncil()
    await test.deps.store.write(tx => tx.updateTable('bodies').set({ country: 'FR' }).execute())
    expect(await checkHistory(test.deps)).to.equal('damaged')
    expect((await refusalOf(publish())).message).to.include('Nothing can be published')
    expect(await releases()).to.deep.equal([])
    expect(await readLastCheckpoint(test.deps.store.reader)).to.equal(null)
  })

  it('makes a draft public', async () => {
    await markAsDraft(test.deps, scope.consultation.id)
    await hearCouncil()
    const state = () => readConsultationState(test.deps.store.reader, scope.consultation.id)
    expect(await state()).to.equal('draft')
    await published()
    expect(await state()).to.equal('published')
  })

  it('waits for a council that checks first, until it says so or the editor calls that off', async () => {
    await markAsDraft(test.deps, scope.consultation.id)
    await hearCouncil()
    await openSelfCheck(test.deps, await editor(), scope)
    expect(await reasons()).to.have.length(1)
    await callOffSelfCheck(test.deps, await editor(), scope)
    expect(await reasons()).to.deep.equal([])
    await openSelfCheck(test.deps, await editor(), scope)
    expect((await refusalOf(finishSelfCheck(test.deps, await editor(), scope))).code).to.equal('forbidden')
    await finishSelfCheck(test.deps, await council(), scope)
    expect(await reasons()).to.deep.equal([])
    expect(await checkedByCouncilOn(test.deps, scope.consultation.id)).to.equal('2026-07-01')
  })

  it('has a checksum over its public state: the same records give the same, in any order', async () => {
    await hearCouncil()
    const { record, audit } = await readAudit(test.deps, EASTFIELD)
    const release = await published()
    expect(checksumOf(releaseState(record, audit))).to.equal(release.checksum)
    expect(checksumOf(JSON.parse(JSON.stringify(releaseState(record, audit))))).to.equal(release.checksum)
    const changed = {
      ...record,
      points: record.points.map((point, at) => (at === 0 ? { ...point, topic: 'x' } : point)),
    }
    expect(checksumOf(releaseState(changed, audit))).to.not.equal(release.checksum)
  })

  it('gets the next number; before an update the council is asked again, and has 5 working days', async () => {
    await hearCouncil()
    await published()
    test.wait(DAY_MINUTES)
    expect(await reasons()).to.deep.equal(['The council has not been asked for its reply. Send it the findings first.'])
    expect((await askForReply(test.deps, await editor(), scope, null)).dueOn).to.equal('2026-07-09')
    expect(await reasons()).to.deep.equal([
      'The council can reply until 2026-07-09. Publish after that, or when it has replied.',
    ])
    test.wait(8 * DAY_MINUTES)
    expect((await published()).version).to.equal('1.1')
    expect((await releases()).map(({ version }) => version)).to.deep.equal(['1.0', '1.1'])
  })

  it('is not opened by a late reply to the request before it, nor by one asked for on the day of that release', async () => {
    const reply = async (text: string): Promise<void> => {
      const given = { number: null, text, isDeclined: false, linkId: null }
      expect(await writeReply(test.deps, await council(), scope, given)).to.deep.equal({ status: 'taken' })
    }
    const notAsked = ['The council has not been asked for its reply. Send it the findings first.']
    await reply('Nobody asked us, and we say this.')
    expect(await reasons(), 'before a first release').to.deep.equal(notAsked)
    await hearCouncil()
    await published()
    await askForReply(test.deps, await editor(), scope, null)
    test.wait(DAY_MINUTES)
    await reply('One more word on version 1.0.')
    expect(await reasons(), 'a late reply').to.deep.equal(notAsked)
    expect((await publish()).status).to.equal('blocked')
    expect((await askForReply(test.deps, await editor(), scope, null)).dueOn).to.equal('2026-07-09')
    expect(await reasons(), 'asked, and given 5 working days').to.deep.equal([
      'The council can reply until 2026-07-09. Publish after that, or when it has replied.',
    ])
    await reply('Now on what is new.')
    expect(await reasons()).to.deep.equal([])
  })

  it('is not made twice of the same state', async () => {
    await askForReply(test.deps, await editor(), scope, null)
    test.wait(29 * DAY_MINUTES)
    const { version, id } = await published()
    // As if the council had been heard again, without any record that a release shows.
    await test.deps.store.write(tx =>
      tx.updateTable('releases').set({ publishedAt: '2026-06-01T00:00:00.000Z' }).execute(),
    )
    expect(await publish()).to.deep.equal({ status: 'unchanged', version })
    expect((await releases()).map(release => release.id)).to.deep.equal([id])
  })

  const withdrawOnePoint = async (): Promise<number> => {
    const reviewer = await someone(test.deps, 'reviewer', scope.consultation.id)
    const { record, audit } = await readAudit(test.deps, EASTFIELD)
    const finding = audit.points.find(({ outcome }) => outcome === 'adopted')
    const about = [...record.links, ...record.searches].filter(
      ({ pointId, retractedById }) => pointId === finding?.pointId && retractedById === null,
    )
    const subjects = about.map(({ id }) => ({
      subjectKind: record.links.some(link => link.id === id) ? ('link' as const) : ('search' as const),
      subjectId: id,
    }))
    const action = { action: 'point.judge', consultationId: scope.consultation.id } as const
    await writeReview(test.deps, reviewer.session, action, write => write.retract(subjects, null))
    return finding?.number ?? 0
  }

  it('says what changed since the one before, point by point', async () => {
    await hearCouncil()
    expect((await published()).changes).to.equal('First release.')
    const number = await withdrawOnePoint()
    test.wait(DAY_MINUTES)
    await hearCouncil()
    expect((await published()).changes).to.equal(
      `1 point changed. Point ${number} was “adopted” and is now “unchecked”.`,
    )
  })

  it('is rebuilt with the same figures and checksum, also after the records have moved on', async () => {
    await hearCouncil()
    const { version } = await published()
    await withdrawOnePoint()
    const rebuilt = await rebuildRelease(test.deps, EASTFIELD, version, releaseState)
    expect([rebuilt.status, rebuilt.differences]).to.deep.equal(['same', []])
  })

  it('whose method counts otherwise is rebuilt with the places that differ', async () => {
    await hearCouncil()
    const { version } = await published()
    const otherwise: typeof releaseState = (record, audit) =>
      releaseState(record, { ...audit, groups: { ...audit.groups, byPoint: { ...audit.groups.byPoint, answered: 1 } } })
    const rebuilt = await rebuildRelease(test.deps, EASTFIELD, version, otherwise)
    expect(rebuilt.status).to.equal('differs')
    expect(rebuilt.differences).to.deep.equal([{ place: 'audit.groups.byPoint.answered', before: '84', after: '1' }])
  })

  it('whose kept records were changed by hand is found', async () => {
    await hearCouncil()
    const { id, version } = await published()
    const kept = await readArchive(test.deps.store.reader, id)
    const archive = unpackArchive(kept?.records ?? new Uint8Array())
    const links = archive.record.links.slice(1)
    const rewrite = (forged: object) =>
      test.deps.store.write(tx =>
        tx
          .updateTable('releaseArchives')
          .set({ records: gzipSync(JSON.stringify(forged)) })
          .execute(),
      )
    await rewrite({ ...archive, record: { ...archive.record, links } })
    expect((await rebuildRelease(test.deps, EASTFIELD, version, releaseState)).status).to.equal('differs')
    await rewrite({ ...archive, state: { forged: true } })
    expect((await rebuildRelease(test.deps, EASTFIELD, version, releaseState)).status).to.equal('archive-changed')
  })

  it('that nobody knows is named with those there are', async () => {
    await hearCouncil()
    await published()
    expect((await refusalOf(rebuildRelease(test.deps, EASTFIELD, '4.0', releaseState))).message).to.include(
      'Released: 1.0',
    )
  })

  it('is published by an editor alone', async () => {
    for (const role of ['council', 'reviewer', 'admin'] as const) {
      const { session } = await someone(test.deps, role, scope.consultation.id)
      expect((await refusalOf(publishRelease(test.deps, session, scope, releaseState))).code, role).to.equal(
        'forbidden',
      )
    }
    expect(await releases()).to.deep.equal([])
  })
})
