// Longer than most: what changes for everybody, and what does not, after each thing that the desk can do.
import { expect } from 'chai'
import type { Express } from 'express'
import supertest from 'supertest'
import { isConfirmed } from '../../../data/model/basis.ts'
import { releaseState } from '../../../server/export/release-state.ts'
import { createApp } from '../../../server/http/app.ts'
import { readAudit } from '../../../server/usecases/read-audit.ts'
import { readPublicAudit } from '../../../server/usecases/read-public-audit.ts'
import { agreeToRemoval, askRemoval } from '../../../server/usecases/release/removals.ts'
import { publishRelease } from '../../../server/usecases/release/publish-release.ts'
import { askForReply } from '../../../server/usecases/reply/ask-for-reply.ts'
import { openDispute } from '../../../server/usecases/reply/open-dispute.ts'
import { showFindings } from '../../../server/usecases/reply/show-findings.ts'
import { writeReply } from '../../../server/usecases/reply/write-reply.ts'
import { decideText, type TextGiven } from '../../../server/usecases/review/release-texts.ts'
import { findScope, type ReviewScope } from '../../../server/usecases/review/review-scope.ts'
import { writeReview } from '../../../server/usecases/review/write-review.ts'
import { a } from '../../support/builders.ts'
import { openPeopleTest, type PeopleTest } from '../../support/people.ts'
import { EASTFIELD, sampleStore, someone } from '../../support/release-world.ts'

const BASE = `/${EASTFIELD.body}/${EASTFIELD.consultation}`
const DAY_MINUTES = 24 * 60

/** Everything that anybody can ask for about one consultation. */
const addresses = (number: number, hasRelease: boolean): readonly string[] => {
  const lists = ['points', 'ideas', 'evidence', 'indicators', 'events', 'promises', 'stated', 'topics', 'seats']
  const pages = ['', '/points', `/points/${number}`, '/ideas', '/ideas/1', '/evidence', '/indicators', '/events']
  const more = ['/promises', '/stated', '/report', '/changes', '/embed', '/seats', '/feed.atom', '/card.png']
  const files = ['datapackage.json', 'points.csv', 'links.csv', 'searches.csv', 'releases.csv']
  return [
    '/',
    '/calderwick',
    '/calderwick.csv',
    '/calderwick/feed.atom',
    '/feed.atom',
    '/sitemap.xml',
    '/corrections',
    '/find?q=tree',
    '/find.json?q=tree',
    ...[...pages, ...more].map(path => BASE + path),
    ...lists.flatMap(list => [`${BASE}/${list}.csv`, `${BASE}/${list}.json`]),
    ...[`/points/${number}.json`, '/charts/groups.svg'].map(path => BASE + path),
    ...files.map(file => `${BASE}/data/${file}`),
    ...(hasRelease ? [`${BASE}/v/1.0`] : []),
  ]
}

describe('what everybody sees', function () {
  this.timeout(240_000)
  let test: PeopleTest
  let app: Express
  let scope: ReviewScope
  /** A point with a result, judged anew at the desk in each test. */
  let number: number
  let pointId: string
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
    app = createApp(test.deps)
    scope = await findScope(test.deps, EASTFIELD)
    const { audit } = await readAudit(test.deps, EASTFIELD)
    const finding = audit.points.find(({ outcome }) => outcome === 'adopted')
    number = finding?.number ?? 0
    pointId = finding?.pointId ?? ''
  })
  afterEach(() => test.close())

  const as = async (role: 'editor' | 'council' | 'reviewer') =>
    (await someone(test.deps, role, scope.consultation.id)).session
  const bytes = async (hasRelease = false): Promise<ReadonlyMap<string, string>> => {
    const seen = new Map<string, string>()
    for (const path of addresses(number, hasRelease)) {
      const { status, headers, body, text } = await supertest(app).get(path).buffer(true)
      const content = Buffer.isBuffer(body) ? body.toString('base64') : text
      seen.set(path, `${status} ${headers['etag'] ?? ''}\n${content}`)
    }
    return seen
  }
  const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
    [...before].filter(([path, content]) => after.get(path) !== content).map(([path]) => path)

  const decide = async (given: Pick<TextGiven, 'decision' | 'number' | 'text'>): Promise<void> => {
    const whole = { ...given, isParaphrase: true, mayStay: true }
    expect((await decideText(test.deps, await as('reviewer'), scope, whole)).status).to.equal('decided')
  }

  /** The last point, its words taken back by an edit that nobody has released. */
  const anUnreleasedPoint = async (): Promise<number> => {
    const last = (await readAudit(test.deps, EASTFIELD)).record.points.at(-1)?.number ?? 0
    await decide({ decision: 'save', number: last, text: 'A draft.' })
    return last
  }

  /** What a reviewer does: takes the judgements of a point back, and finds something else. */
  const judge = async (): Promise<void> => {
    const session = await as('reviewer')
    const { record } = await readAudit(test.deps, EASTFIELD)
    const about = (items: readonly { readonly id: string; readonly pointId: string }[]) =>
      items.filter(item => item.pointId === pointId).map(({ id }) => id)
    const passageId = record.links.find(link => link.kind === 'notes')?.passageId ?? ''
    await writeReview(
      test.deps,
      session,
      { action: 'point.judge', consultationId: scope.consultation.id },
      async write => {
        const subject = (subjectKind: 'link' | 'search') => (subjectId: string) => ({ subjectKind, subjectId })
        await write.retract(
          [...about(record.links).map(subject('link')), ...about(record.searches).map(subject('search'))],
          null,
        )
        await write.add('link', [
          a('link', {
            id: test.deps.newId(),
            consultationId: write.consultationId,
            pointId,
            passageId,
            kind: 'notes',
            basis: 'confirmed',
            by: write.permit.by,
            on: '2026-06-30',
          }),
        ])
      },
    )
  }
  const letOut = (text: string, of = number): Promise<void> => decide({ decision: 'release', number: of, text })
  const publish = async (): Promise<void> => {
    await askForReply(test.deps, await as('editor'), scope, null)
    await writeReply(test.deps, await as('council'), scope, {
      number: null,
      text: 'Seen.',
      isDeclined: false,
      linkId: null,
    })
    const result = await publishRelease(test.deps, await as('editor'), scope, releaseState)
    expect(result.status, JSON.stringify(result)).to.equal('published')
  }
  const outcomeIn = async (read: typeof readAudit | typeof readPublicAudit): Promise<string | undefined> =>
    (await read(test.deps, EASTFIELD)).audit.points.find(finding => finding.pointId === pointId)?.outcome

  it('changes in no byte when the desk judges, before anything was released; the desk sees it at once', async () => {
    const before = await bytes()
    await judge()
    expect(changed(before, await bytes())).to.deep.equal([])
    expect([await outcomeIn(readPublicAudit), await outcomeIn(readAudit)]).to.deep.equal(['adopted', 'unchecked'])
  })

  it('changes when a release is published, and then in no byte until the next', async () => {
    const silent = await anUnreleasedPoint()
    const unreleased = await bytes()
    await judge()
    await publish()
    const first = await bytes(true)
    expect(changed(unreleased, first)).to.include.members([
      BASE,
      `${BASE}/points.csv`,
      `${BASE}/data/links.csv`,
      '/feed.atom',
    ])
    expect(await outcomeIn(readPublicAudit)).to.equal('unchecked')
    test.wait(DAY_MINUTES)
    await judge()
    await letOut('Somebody wants a tree.', silent)
    expect(changed(first, await bytes(true))).to.deep.equal([])
    await publish()
    expect(changed(first, await bytes(true))).to.include.members([BASE, `${BASE}/points/${number}`])
  })

  it('is not made again when the desk writes and nothing that everybody sees has changed', async () => {
    await publish()
    const before = await readPublicAudit(test.deps, EASTFIELD)
    await judge()
    expect(await readPublicAudit(test.deps, EASTFIELD)).to.equal(before)
    expect(await readAudit(test.deps, EASTFIELD)).to.not.equal(before)
  })

  it('shows at once that a result is disputed, and counts it both ways', async () => {
    await publish()
    const before = await bytes(true)
    const bounds = async () =>
      (await readPublicAudit(test.deps, EASTFIELD)).audit.indicators.map(({ byPoint }) => byPoint.bounds)
    const boundsBefore = await bounds()
    await openDispute(test.deps, await as('council'), scope, {
      number,
      party: 'body',
      text: 'It was not taken up.',
      evidence: 'Minutes, page 2.',
      claimedOutcome: 'declined-with-reason',
      address: '',
    })
    expect(changed(before, await bytes(true))).to.include.members([
      `${BASE}/points/${number}`,
      `${BASE}/points.csv`,
      `${BASE}/indicators.json`,
    ])
    expect(await bounds()).to.not.deep.equal(boundsBefore)
  })

  it('shows a reply at once, printed whole', async () => {
    await publish()
    await writeReply(test.deps, await as('council'), scope, {
      number,
      text: 'We planted it in May.',
      isDeclined: false,
      linkId: null,
    })
    expect((await supertest(app).get(`${BASE}/points/${number}`)).text).to.include('We planted it in May.')
  })

  it('keeps no text that was taken down, in any release', async () => {
    await letOut('Somebody wants a quagmarble.')
    expect([...(await bytes()).values()].join()).to.not.include('quagmarble')
    await publish()
    const shown = [...(await bytes(true))].filter(([, content]) => content.includes('quagmarble')).map(([path]) => path)
    expect(shown).to.include.members([`${BASE}/points/${number}`, `${BASE}/points.csv`, `${BASE}/data/points.csv`])
    const [first, second] = [
      await someone(test.deps, 'admin', scope.consultation.id),
      await someone(test.deps, 'admin', scope.consultation.id),
    ]
    await askRemoval(test.deps, first.session, scope, {
      number,
      reason: 'personal-data',
      words: 'It said who somebody is, which nobody had noticed.',
    })
    const { id } = await test.deps.store.reader.selectFrom('removals').select('id').executeTakeFirstOrThrow()
    await agreeToRemoval(test.deps, second.session, scope, id)
    expect([...(await bytes(true)).values()].join()).to.not.include('quagmarble')
  })

  it('bears the day up to which the release ran, and its figures are not held back by the window for the next', async () => {
    await publish()
    expect((await supertest(app).get(`${BASE}/v/1.0`)).text).to.include(
      'from the records that were kept with this version',
    )
    test.wait(40 * DAY_MINUTES)
    await askForReply(test.deps, await as('editor'), scope, null)
    const { audit } = await readPublicAudit(test.deps, EASTFIELD)
    expect([audit.asOf, audit.replyWindow.isOpen]).to.deep.equal(['2026-06-30', false])
    expect(audit.lint.filter(({ rule }) => rule === 'P13 reply window open')).to.deep.equal([])
  })

  it('is not what the council reads before it replies: that is the state to be released', async () => {
    await judge()
    const { findings } = await showFindings(test.deps, await as('council'), scope, number)
    expect(findings[0]?.row.finding.outcome).to.equal('unchecked')
  })

  it('holds a judgement that came with a file, whoever is named in it', async () => {
    const { record } = await readPublicAudit(test.deps, EASTFIELD)
    expect(record.links.filter(({ basis }) => isConfirmed(basis)).length).to.be.greaterThan(0)
    expect(record).to.equal((await readAudit(test.deps, EASTFIELD)).record)
  })
})
