import { expect } from 'chai'
import type { Express } from 'express'
import supertest from 'supertest'
import { readConsultations } from '../../../../../data/store/bodies.ts'
import { createApp } from '../../../../../server/http/app.ts'
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

  /** Follows every link of the site, and asks for everything a draft could have. */
  const crawl = async (): Promise<ReadonlyMap<string, { readonly status: number; readonly text: string }>> => {
    const seen = new Map<string, { status: number; text: string }>()
    const waiting = [...STARTS, ...FOUND, ...draftPaths()]
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
    const pages = await crawl()
    expect(pages.size).to.be.greaterThan(150)
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
