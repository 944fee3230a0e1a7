// Longer than most: a draft is looked for at every address there is.
import { expect } from 'chai'
import type { Express, Router } from 'express'
import supertest from 'supertest'
import { readLastCheckpoint } from '../../../../../data/store/history.ts'
import { readConsultations } from '../../../../../data/store/bodies.ts'
import { createApp } from '../../../../../server/http/app.ts'
import { listRoutes } from '../../../../../server/http/desk/list-routes.ts'
import { signCheckpoint } from '../../../../../server/usecases/history/sign-checkpoint.ts'
import { importFile } from '../../../../../server/usecases/import-file.ts'
import { listAllBodies, listBodies } from '../../../../../server/usecases/list-bodies.ts'
import { openDispute } from '../../../../../server/usecases/reply/open-dispute.ts'
import { findScope } from '../../../../../server/usecases/review/review-scope.ts'
import { openPeopleTest, type PeopleTest } from '../../../../support/people.ts'
import { EASTFIELD, loadSampleConsultation, someone } from '../../../../support/release-world.ts'

/** Stands nowhere else: whatever shows it has shown the draft. */
const WORD = 'quagmarble'
/** Stands beside it everywhere, and is what is searched for: a page that says back what was asked shows this one alone. */
const ASKED = 'velvorn'

const FILES: readonly (readonly [kind: 'body' | 'consultation' | 'contribution' | 'point', text: string])[] = [
  [
    'body',
    `ref,name,short_name,kind,country,language,nature\n${WORD}-shire,${WORD}shire ${ASKED} Council,${WORD},county,GB,en-GB,fictional\n`,
  ],
  [
    'consultation',
    `ref,body,title,legal_status,decision_state,place\ndraft-${WORD},${WORD}-shire,The ${WORD} ${ASKED} plan,voluntary,made,${WORD}\n` +
      `draft-two-${WORD},calderwick,Another ${WORD} ${ASKED} plan,voluntary,made,\n`,
  ],
  [
    'contribution',
    `ref,consultation,text,contributor_type,channel\nR1,draft-two-${WORD},I want a ${WORD} ${ASKED},resident,online\n`,
  ],
  [
    'point',
    `ref,consultation,contribution,text,topic,public_text,public_text_kind,approved_by\nP1,draft-two-${WORD},R1,a ${WORD},${WORD},Wants a ${WORD} ${ASKED}.,paraphrase,tester\n`,
  ],
]
const DOCUMENT = `---\nref: notes-${WORD}\nconsultation: draft-two-${WORD}\nstage: record\ntitle: Notes of ${WORD} ${ASKED}\nsource: official\nholding: held\nis_required: yes\n---\n\n1. The ${WORD} was noted.\n`

const STARTS = [
  '/',
  '/find',
  '/method',
  '/words',
  '/corrections',
  '/data',
  '/privacy',
  '/accessibility',
  '/removals',
  '/feed.atom',
  '/sitemap.xml',
  '/robots.txt',
  '/check',
  '/desk/sign-in',
  '/about',
  '/openapi.json',
  '/corrections.csv',
  '/corrections.json',
  '/method.csv',
  '/log/checkpoint',
  '/log/key',
  '/log/verify.html',
]
const FOUND = ['/find', '/find.csv', '/find.json'].flatMap(path => [`${path}?q=${ASKED}`, `${path}?q=wants+${ASKED}`])
const PARTS = [
  '',
  '/points',
  '/points.csv',
  '/points.json',
  '/points/1',
  '/points/1.json',
  '/points/1/dispute',
  '/ideas',
  '/ideas.csv',
  '/evidence',
  '/evidence.csv',
  '/indicators',
  '/indicators.csv',
  '/stated',
  '/topics.csv',
  '/changes',
  '/report',
  '/reply',
  '/events',
  '/promises',
  '/embed',
  '/card.png',
  '/feed.atom',
  '/v/1.0',
  '/seats',
  '/seats.csv',
  '/stated.csv',
  '/topics.json',
  '/events.csv',
  '/promises.csv',
  '/questions.csv',
  '/ideas/1',
  '/ideas/1.json',
  `/evidence/notes-${WORD}`,
  `/evidence/notes-${WORD}.csv`,
  '/charts/groups.csv',
  '/charts/groups.svg',
  '/data/points.csv',
  '/data/datapackage.json',
  '/questions.json',
]
/** Addresses that nobody should be able to provoke an answer from. */
const ERRORS = [
  `/${WORD}-shire`,
  `/${WORD}-shire.csv`,
  `/${WORD}-shire/feed.atom`,
  `/${WORD}-shire/charts/side-by-side.csv`,
  `/find.csv?q=${ASKED}&page=-1`,
  '/calderwick/%E0%A4%A',
]

describe('a draft', function () {
  this.timeout(120_000)
  let test: PeopleTest
  let app: Express
  beforeEach(async () => {
    test = await openPeopleTest()
    // The whole site as it is served: whatever is mounted is crawled.
    app = createApp(test.deps)
  })
  afterEach(() => test.close())

  const importWords = async (name: string, text: string, options: object, draftBy?: string): Promise<void> => {
    const open = async function* () {
      yield await Promise.resolve(new TextEncoder().encode(text))
    }
    const asDraft = draftBy === undefined ? {} : { draftBy }
    const result = await importFile(test.deps, { source: { name, open }, options, isDryRun: false, ...asDraft })
    expect(result.status, `${name}: ${JSON.stringify(result.report.problems)}`).to.equal('imported')
  }
  const importAll = async (draftBy?: string): Promise<void> => {
    for (const [kind, text] of FILES) await importWords(`${kind}.csv`, text, { recordKind: kind }, draftBy)
    await importWords('notes.md', DOCUMENT, {}, draftBy)
  }
  const draftPaths = (): readonly string[] =>
    [`/${WORD}-shire/draft-${WORD}`, `/calderwick/draft-two-${WORD}`].flatMap(path => PARTS.map(part => path + part))

  it('is what the desk’s import makes of a new consultation, and the command line’s does not', async () => {
    await loadSampleConsultation(test.deps, EASTFIELD.consultation)
    await importAll()
    expect((await listBodies(test.deps)).flatMap(({ consultations }) => consultations)).to.have.length(3)
    const before = await readConsultations(test.deps.store.reader)
    await importWords(
      'body.csv',
      'ref,name,short_name,kind,country,language,nature\nb2,Council Two,Two,county,GB,en-GB,fictional\n',
      { recordKind: 'body' },
      'p-desk',
    )
    await importWords(
      'c.csv',
      'ref,body,title,legal_status,decision_state\nnew-one,b2,New,voluntary,made\n',
      { recordKind: 'consultation' },
      'p-desk',
    )
    expect(await readConsultations(test.deps.store.reader)).to.have.length(before.length + 1)
    const shown = (await listBodies(test.deps)).map(({ body }) => body.ref)
    expect(shown).to.not.include('b2')
    expect((await listAllBodies(test.deps)).map(({ body }) => body.ref)).to.include('b2')
  })

  it('stays visible where it was public before: the desk adds to it without hiding it', async () => {
    await loadSampleConsultation(test.deps, EASTFIELD.consultation)
    await importWords(
      'r.csv',
      `ref,consultation,text,contributor_type,channel\nX1,${EASTFIELD.consultation},One more,resident,online\n`,
      { recordKind: 'contribution' },
      'p-desk',
    )
    expect((await supertest(app).get(`/calderwick/${EASTFIELD.consultation}`)).status).to.equal(200)
  })

  /** Every tile of the log at its size, and a proof of everything that the draft holds. */
  const logPaths = async (): Promise<readonly string[]> => {
    const { reader } = test.deps.store
    const last = await readLastCheckpoint(reader)
    const widths =
      last === null
        ? []
        : Array.from({ length: Math.ceil(last.treeSize / 256) }, (_, at) => Math.min(256, last.treeSize - at * 256))
    const tiles = widths.flatMap((width, at) => {
      const name = `${String(at).padStart(3, '0')}${width === 256 ? '' : `.p/${width}`}`
      return [`/log/tile/0/${name}`, `/log/tile/entries/${name}`]
    })
    const ids = (await readConsultations(reader)).flatMap(({ id, ref }) => (ref.includes(WORD) ? [id] : []))
    const held = await Promise.all(
      (['contributions', 'points', 'documents', 'passages'] as const).map(table =>
        reader.selectFrom(table).select('id').where('consultationId', 'in', ids).execute(),
      ),
    )
    return [...tiles, ...[...ids, ...held.flat().map(({ id }) => id)].map(id => `/log/proof/${id}.tlog-proof`)]
  }

  /** Every address that is mounted for everybody, of the draft: a new route is asked for without anybody thinking of it. */
  const mountedPaths = (): readonly string[] =>
    listRoutes(app.router as unknown as Router)
      .filter(({ method, path }) => method === 'GET' && typeof path === 'string' && !/^\/(desk|check)/.test(path))
      .map(({ path }) =>
        path
          .replace(':body', path.includes(':consultation') ? 'calderwick' : `${WORD}-shire`)
          .replace(':consultation', `draft-two-${WORD}`)
          .replace(':document', `notes-${WORD}`)
          .replace(/:\w+/g, '1'),
      )

  /** Follows every link of the site, and asks for everything a draft could have. */
  const crawl = async (): Promise<ReadonlyMap<string, { readonly status: number; readonly text: string }>> => {
    const seen = new Map<string, { status: number; text: string }>()
    const waiting = [...STARTS, ...FOUND, ...draftPaths(), ...mountedPaths(), ...ERRORS, ...(await logPaths())]
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(path) || seen.size > 600) continue
      const response = await supertest(app).get(path).redirects(0).buffer(true)
      const text = response.text ?? String(response.body)
      seen.set(path, { status: response.status, text: `${text}\n${JSON.stringify(response.headers)}` })
      for (const match of text.matchAll(/href="(\/[^"#]*)/g)) waiting.push((match[1] ?? '').replaceAll('&amp;', '&'))
    }
    return seen
  }

  it('shows no word of it to anybody who has not signed in: no page, file, search, count or error', async () => {
    await loadSampleConsultation(test.deps, EASTFIELD.consultation)
    const publicBefore = (await supertest(app).get('/')).text
    await importAll('p-desk')
    const scope = await findScope(test.deps, { body: 'calderwick', consultation: `draft-two-${WORD}` })
    const council = await someone(test.deps, 'council', scope.consultation.id)
    await openDispute(test.deps, council.session, scope, {
      number: 1,
      party: 'body',
      text: `The ${WORD} is wrong here.`,
      evidence: `Notes of ${WORD}.`,
      claimedOutcome: '',
      address: '',
    })
    expect((await signCheckpoint(test.deps)).status).to.equal('signed')
    const pages = await crawl()
    expect(pages.size).to.be.greaterThan(250)
    expect(mountedPaths().length).to.be.greaterThan(90)
    const proofs = [...pages].filter(([path]) => path.startsWith('/log/proof/'))
    expect(proofs.length).to.be.greaterThan(4)
    for (const [path, { status }] of proofs) expect([path, status]).to.deep.equal([path, 404])
    const tiles = [...pages].filter(([path]) => path.startsWith('/log/tile/entries/'))
    for (const [path, { status }] of tiles) expect([path, status]).to.deep.equal([path, 200])
    const shows = [...pages].filter(([, { text }]) => text.includes(WORD))
    expect(
      shows.map(
        ([path, { text }]) => `${path}: ${text.slice(Math.max(0, text.indexOf(WORD) - 80), text.indexOf(WORD) + 40)}`,
      ),
    ).to.deep.equal([])
    for (const path of draftPaths()) expect([path, pages.get(path)?.status]).to.deep.equal([path, 404])
    expect((await supertest(app).get('/')).text, 'also the counts are the same').to.equal(publicBefore)
  })

  it('is found by that crawl when it is not marked, so the crawl can fail', async () => {
    await loadSampleConsultation(test.deps, EASTFIELD.consultation)
    await importAll()
    expect([...(await crawl()).values()].filter(({ text }) => text.includes(WORD)).length).to.be.greaterThan(20)
  })

  it('is answered word for word like an address that was never used', async () => {
    await loadSampleConsultation(test.deps, EASTFIELD.consultation)
    await importAll('p-desk')
    const strip = (text: string, path: string): string => text.replaceAll(path, '').replaceAll(path.slice(1), '')
    for (const part of PARTS) {
      const [draft, missing] = [`/calderwick/draft-two-${WORD}`, `/calderwick/never-was-${WORD}`]
      const [a, b] = [await supertest(app).get(draft + part), await supertest(app).get(missing + part)]
      expect([a.status, strip(a.text, draft)], part).to.deep.equal([b.status, strip(b.text, missing)])
    }
    const posts = [`/calderwick/draft-two-${WORD}`, `/calderwick/never-was-${WORD}`].map(path =>
      supertest(app).post(`${path}/points/1/dispute`),
    )
    const [a, b] = await Promise.all(posts)
    expect(a?.status).to.equal(b?.status)
  })
})
