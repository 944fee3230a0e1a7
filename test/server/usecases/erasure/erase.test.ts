// Longer than most: what is erased is looked for in every place that could have kept it.
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { readLastCheckpoint } from '../../../../data/store/history.ts'
import { readRecords } from '../../../../data/store/records.ts'
import { findReleaseInForce } from '../../../../data/store/releases.ts'
import { insertTextDecision } from '../../../../data/store/review-texts.ts'
import type { Deps } from '../../../../server/deps.ts'
import { releaseState } from '../../../../server/export/release-state.ts'
import { erase, type ErasureCommand } from '../../../../server/usecases/erasure/erase.ts'
import { importFile } from '../../../../server/usecases/import-file.ts'
import { minutesFrom } from '../../../../server/usecases/people/instants.ts'
import { readAudit } from '../../../../server/usecases/read-audit.ts'
import { publishRelease } from '../../../../server/usecases/release/publish-release.ts'
import { rebuildRelease } from '../../../../server/usecases/release/rebuild-release.ts'
import { unpackArchive } from '../../../../server/usecases/release/release-archive.ts'
import { showReleaseDesk } from '../../../../server/usecases/release/show-release-desk.ts'
import { agreeToRemoval, askRemoval, listRemovals } from '../../../../server/usecases/release/removals.ts'
import { askForReply } from '../../../../server/usecases/reply/ask-for-reply.ts'
import { writeReply } from '../../../../server/usecases/reply/write-reply.ts'
import { notePoint } from '../../../../server/usecases/review/note-point.ts'
import { findScope, type ReviewScope } from '../../../../server/usecases/review/review-scope.ts'
import { writeReview } from '../../../../server/usecases/review/write-review.ts'
import { suggestLinks } from '../../../../server/usecases/suggest-links.ts'
import { a } from '../../../support/builders.ts'
import { faultsIn } from '../../../support/history.ts'
import {
  EASTFIELD,
  loadSampleConsultation,
  refusalOf,
  sampleStore,
  type SignedIn,
  someone,
} from '../../../support/release-world.ts'
import { openTemporaryDeps, TEST_NOW } from '../../../support/temporary-store.ts'

/** Stands in the text alone, and nowhere else in the world. */
const WORD = 'zwyndrake'
const PLACE = 'Quillmoor'
const CONSULTATION = EASTFIELD.consultation
const FILE = `ref,consultation,text,contributor_type,channel,area\nE1,${CONSULTATION},My ${WORD} needs a bench by the pump,resident,online,${PLACE}\n`
const POINTS = `ref,consultation,contribution,text,topic,public_text,public_text_kind,approved_by\nEP1,${CONSULTATION},E1,My ${WORD} needs a bench,seats,Somebody with a ${WORD} wants a bench.,redacted,tester\n`
/** The same response again, with another ward: set aside, with its words. */
const AGAIN = FILE.replace(PLACE, `${PLACE} West`)

describe('an erasure', function () {
  this.timeout(240_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  let deps: Deps
  let wait: (days: number) => void
  let scope: ReviewScope
  let admins: readonly SignedIn[]
  beforeEach(async () => {
    opened = await openTemporaryDeps(await sampleStore(CONSULTATION))
    let now = TEST_NOW
    const { monotonicMs } = opened.deps.clock
    deps = { ...opened.deps, clock: { now: () => now, today: () => now.slice(0, 10), monotonicMs } }
    wait = days => {
      now = minutesFrom(now, days * 24 * 60)
    }
    scope = await findScope(deps, { body: 'calderwick', consultation: CONSULTATION })
    admins = [await anAdmin(), await anAdmin()]
    for (const [name, text, recordKind] of [
      ['contribution.csv', FILE, 'contribution'],
      ['point.csv', POINTS, 'point'],
      ['again.csv', AGAIN, 'contribution'],
    ] as const)
      await load(name, text, recordKind)
  })
  afterEach(() => opened.close())

  const anAdmin = () => someone(deps, 'admin', scope.consultation.id)
  const load = (name: string, text: string, recordKind: 'contribution' | 'point') => {
    const open = () => [Buffer.from(text)] as unknown as AsyncIterable<Uint8Array>
    return importFile(deps, { source: { name, open }, options: { recordKind }, isDryRun: false })
  }
  const command = (given: ErasureCommand['given']): ErasureCommand => ({
    given,
    reason: 'erasure-request',
    by: admins.map(({ code }) => code),
  })
  const WHOLE = { kind: 'contribution', ref: 'E1' } as const
  const eraseIt = (given: ErasureCommand['given'] = WHOLE) => erase(deps, scope, command(given), releaseState)
  const contribution = async () =>
    (await readRecords(deps.store.reader, 'contribution', scope.consultation.id)).find(({ ref }) => ref === 'E1')
  const point = async () =>
    (await readRecords(deps.store.reader, 'point', scope.consultation.id)).find(({ ref }) => ref === 'EP1')

  /** Files of the store that hold the word, in whatever form text is kept; an archive is looked into by rebuilding. */
  const filesWith = async (word: string): Promise<readonly string[]> => {
    const folder = dirname(opened.path)
    const found: string[] = []
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name))
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push(name)
    }
    return found.sort()
  }
  /** Everything at the desk that could say the word again. */
  const talkAboutIt = async (): Promise<void> => {
    const { session, code } = await someone(deps, 'reviewer', scope.consultation.id)
    await suggestLinks(deps, { body: 'calderwick', consultation: CONSULTATION })
    const { number = 0, id = '' } = (await point()) ?? {}
    await notePoint(deps, session, scope, { number, kind: 'note', text: `What is a ${WORD}?` })
    const [passage] = await readRecords(deps.store.reader, 'passage', scope.consultation.id)
    const shared = { consultationId: scope.consultation.id, pointId: id, by: code, basis: 'confirmed' as const }
    await writeReview(deps, session, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
      const part = { partTaken: `a place for a ${WORD}`, note: `${WORD}!`, passageId: passage?.id ?? '' }
      await write.add('link', [a('link', { id: deps.newId(), ...shared, kind: 'takes-up-part', ...part })])
      await write.add('search', [a('search', { id: deps.newId(), ...shared, terms: ['bench', WORD], note: WORD })])
      const draft = {
        id: deps.newId(),
        consultationId: scope.consultation.id,
        pointId: id,
        by: code,
        at: deps.clock.now(),
      }
      await insertTextDecision(write.tx, { ...draft, decision: 'edited', textSha256: null, draft: `A ${WORD}.` })
      write.keep('text-decision', [draft.id])
    })
  }

  it('leaves the word in no byte of the store, its log of writes or its index, and the history whole', async () => {
    await talkAboutIt()
    expect(await filesWith(WORD)).to.not.deep.equal([])
    const before = (await readAudit(deps, EASTFIELD)).audit.groups.byPoint.n
    const { areBytesGone } = await eraseIt()
    expect(areBytesGone).to.equal(true)
    expect(await filesWith(WORD)).to.deep.equal([])
    expect(await filesWith(PLACE), 'its attributes are gone as well').to.deep.equal([])
    expect(await faultsIn(deps)).to.deep.equal([])
    expect((await readAudit(deps, EASTFIELD)).audit.groups.byPoint.n, 'the point is counted').to.equal(before)
    expect(await point()).to.include({ publicText: null, publicTextKind: 'withheld', topic: 'seats' })
    expect(await contribution()).to.include({ area: null, channel: null, contributorType: 'resident' })
  })

  it('deletes the salts, so that nothing can be guessed, and says in the history that, why and by whom', async () => {
    const { id } = (await contribution()) ?? {}
    const salts = async () =>
      deps.store.reader
        .selectFrom('logOpenings')
        .innerJoin('logEntries', 'logEntries.entryIndex', 'logOpenings.entryIndex')
        .select('salt')
        .where('logEntries.recordId', '=', id ?? '')
        .execute()
    const [before] = await salts()
    await eraseIt()
    const after = await salts()
    expect(after, 'one: of the record that is left').to.have.length(1)
    expect(after[0]?.salt).to.not.equal(before?.salt)
    const entries = await deps.store.reader.selectFrom('logEntries').select('body').execute()
    const made = entries.filter(({ body }) => body.includes('"erasure-made"')).map(({ body }) => body)
    expect(made).to.have.length(1)
    expect(made[0]).to.include(id).and.include('erasure-request')
    for (const { session } of admins) expect(made[0]).to.include(session.account.id)
    const listed = await listRemovals(deps)
    expect(listed.map(({ reason, number }) => [reason, number])).to.deep.equal([
      ['erasure-request', (await point())?.number],
    ])
    expect(await readLastCheckpoint(deps.store.reader)).to.not.equal(null)
  })

  it('does not bring it back when the same file, or a later one of the same response, is imported again', async () => {
    await eraseIt()
    for (const [text, kind] of [
      [FILE, 'contribution'],
      [POINTS, 'point'],
      [AGAIN, 'contribution'],
    ] as const)
      expect((await load('again.csv', text, kind)).status).to.equal('unchanged')
    await deps.store.compact()
    expect(await filesWith(WORD)).to.deep.equal([])
  })

  it('empties the rows that were set aside with it, and no row of somebody else or of another consultation', async () => {
    const [header = '', row = ''] = FILE.split('\n')
    await load('short.csv', `${header}\n1,${CONSULTATION},Yes.,resident,online,${PLACE}\n`, 'contribution')
    await loadSampleConsultation(deps, 'mill-lane-2025')
    const later = `1,${CONSULTATION},No.,resident,online,${PLACE}`
    const others = [
      `A8,${CONSULTATION},Yes. And trees.,martian,online,${PLACE}`,
      `A9,${CONSULTATION},Trees,martian,1,${PLACE}`,
      row.replace(CONSULTATION, 'mill-lane-2025').replace('resident', 'martian'),
    ]
    const accepted = [CONSULTATION, 'mill-lane-2025'].map((name, at) => `N${at},${name},New,resident,online,${PLACE}`)
    await load('mixed.csv', [header, later, ...others, ...accepted, ''].join('\n'), 'contribution')
    const kept = async () =>
      (await deps.store.reader.selectFrom('setAsideRows').select('raw').execute()).map(({ raw }) => raw)
    expect(await kept()).to.include.members([later, ...others])
    await eraseIt({ kind: 'contribution', ref: '1' })
    expect(await kept(), 'the short text, and its reference')
      .to.include.members(others)
      .and.not.include(later)
    await eraseIt()
    expect(await kept(), 'the same words elsewhere').to.include.members(others)
    expect(await faultsIn(deps)).to.deep.equal([])
  })

  it('of one point takes its words and its response’s, and leaves the attributes', async () => {
    await eraseIt({ kind: 'point', number: (await point())?.number ?? 0 })
    expect(await filesWith(WORD)).to.deep.equal([])
    expect((await contribution())?.area).to.equal(PLACE)
    expect(await faultsIn(deps)).to.deep.equal([])
  })

  it('needs two different admins where there are two', async () => {
    const [one, other] = admins.map(({ code }) => code)
    for (const by of [[], [one ?? ''], [one ?? '', one ?? ''], [one ?? '', 'p-nobody']])
      expect((await refusalOf(erase(deps, scope, { ...command(WHOLE), by }, releaseState))).code).to.equal('refused')
    expect((await contribution())?.area).to.equal(PLACE)
    await erase(deps, scope, { ...command(WHOLE), by: [other ?? '', one ?? ''] }, releaseState)
  })

  const publish = async (): Promise<string> => {
    const editor = (await someone(deps, 'editor', scope.consultation.id)).session
    const council = (await someone(deps, 'council', scope.consultation.id)).session
    await askForReply(deps, editor, scope, null)
    await writeReply(deps, council, scope, { number: null, text: 'Seen.', isDeclined: false, linkId: null })
    const result = await publishRelease(deps, editor, scope, releaseState)
    return result.status === 'published' ? result.release.version : JSON.stringify(result)
  }

  it('withdraws a release that held it, and publishes the same without it, which can be rebuilt', async () => {
    expect(await publish()).to.equal('1.0')
    const rebuilt = (version: string) => rebuildRelease(deps, EASTFIELD, version, releaseState)
    const then = (await rebuilt('1.0')).audit.groups
    const { releases } = await eraseIt()
    expect(releases.map(({ withdrawn, reissued }) => [withdrawn.version, reissued?.version])).to.deep.equal([
      ['1.0', '1.0.1'],
    ])
    expect((await rebuilt('1.0')).status).to.equal('erased')
    const again = await rebuilt('1.0.1')
    expect(again.status).to.equal('same')
    expect(again.audit.groups, 'every count is the same').to.deep.equal(then)
    expect(JSON.stringify(again.audit)).to.not.include(WORD)
    const archives = await deps.store.reader.selectFrom('releaseArchives').selectAll().execute()
    expect(archives).to.have.length(1)
    const kept = unpackArchive(archives[0]?.records ?? new Uint8Array())
    expect(JSON.stringify(kept)).to.include(EASTFIELD.consultation).and.not.include(WORD).and.not.include(PLACE)
    expect(await faultsIn(deps)).to.deep.equal([])
  })
  const archived = async (): Promise<readonly string[]> =>
    (await deps.store.reader.selectFrom('releaseArchives').selectAll().execute()).map(({ records }) =>
      JSON.stringify(unpackArchive(records)),
    )
  const releases = () => readRecords(deps.store.reader, 'release', scope.consultation.id)
  const inForce = async () => (await findReleaseInForce(deps.store.reader, scope.consultation.id))?.version

  it('leaves a release standing, with its checksum, that never showed the text, and takes the words out of its archive', async () => {
    const rows = ['EP2,E2,,withheld,tester', 'EP3,E3,,,', `EP4,E4,Nobody approved this ${WORD},redacted,`]
    const said = rows.map((_, at) => `E${at + 2},${CONSULTATION},A ${WORD} again,resident,online,${PLACE}\n`)
    await load('more.csv', `${FILE.split('\n')[0]}\n${said.join('')}`, 'contribution')
    const points = rows.map(row => {
      const [ref, contribution, text, kind, by] = row.split(',')
      return `${ref},${CONSULTATION},${contribution},A ${WORD} again,seats,${text},${kind},${by}\n`
    })
    await load('points.csv', `${POINTS.split('\n')[0]}\n${points.join('')}`, 'point')
    expect(await publish()).to.equal('1.0')
    const before = await releases()
    for (const wanted of ['EP2', 'EP3', 'EP4']) {
      const held = await readRecords(deps.store.reader, 'point', scope.consultation.id)
      const { number } = held.find(({ ref }) => ref === wanted) ?? { number: 0 }
      expect((await eraseIt({ kind: 'point', number })).releases, wanted).to.deep.equal([])
      expect(await releases(), wanted).to.deep.equal(before)
      expect((await rebuildRelease(deps, EASTFIELD, '1.0', releaseState)).status, wanted).to.equal('same')
    }
    expect((await archived()).join('')).to.include(WORD, 'of the response that was not erased')
    await eraseIt()
    expect((await archived()).join('')).to.not.include(WORD)
    const after = await readRecords(deps.store.reader, 'point', scope.consultation.id)
    expect(after.filter(({ ref }) => /^EP/.test(ref)).map(one => one.publicTextKind)).to.deep.equal(
      Array.from({ length: 4 }, () => 'withheld'),
    )
    expect(await faultsIn(deps)).to.deep.equal([])
  })

  it('re-issues an older release where it stood: it never overtakes a newer one, and the next is numbered after that', async () => {
    const { number = 0 } = (await point()) ?? {}
    expect(await publish()).to.equal('1.0')
    const [asking, agreeing] = admins
    const words = 'It said who somebody is, so it is withheld.'
    await askRemoval(deps, asking!.session, scope, { number, reason: 'personal-data', words })
    const [request] = await deps.store.reader.selectFrom('removals').selectAll().execute()
    await agreeToRemoval(deps, agreeing!.session, scope, request?.id ?? '')
    wait(1)
    expect(await publish()).to.equal('1.1')
    wait(1)
    const { releases: touched } = await eraseIt({ kind: 'point', number })
    expect(touched.map(({ withdrawn, reissued }) => [withdrawn.version, reissued?.version])).to.deep.equal([
      ['1.0', '1.0.1'],
    ])
    expect((await rebuildRelease(deps, EASTFIELD, '1.1', releaseState)).status).to.equal('same')
    expect(await inForce()).to.equal('1.1')
    const inOrder = (await releases()).toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
    expect(inOrder.map(({ version }) => version)).to.deep.equal(['1.0', '1.0.1', '1.1'])
    await load('more.csv', FILE.replace('E1', 'E9').replace(WORD, 'neighbour'), 'contribution')
    await load('points.csv', POINTS.replace('EP1', 'EP9').replace('E1', 'E9').replaceAll(WORD, 'neighbour'), 'point')
    wait(1)
    expect(await publish()).to.equal('1.2')
    expect(await inForce()).to.equal('1.2')
    expect(await faultsIn(deps)).to.deep.equal([])
  })

  it('leaves a window open that the council was given before it', async () => {
    expect(await publish()).to.equal('1.0')
    wait(1)
    const editor = (await someone(deps, 'editor', scope.consultation.id)).session
    const { dueOn } = await askForReply(deps, editor, scope, null)
    wait(1)
    await eraseIt()
    const { gate } = await showReleaseDesk(deps, editor, scope)
    expect(gate.reasons).to.deep.equal([
      `The council can reply until ${dueOn}. Publish after that, or when it has replied.`,
    ])
  })
})
