import { expect } from 'chai'
import type { Express } from 'express'
import { listRoutes } from '../../../../../server/http/desk/list-routes.ts'
import { checkRouter } from '../../../../../server/http/desk/check/check-router.ts'
import { releaseRouter } from '../../../../../server/http/desk/release/release-router.ts'
import { replyRouter } from '../../../../../server/http/desk/reply/reply-router.ts'
import type { Deps } from '../../../../../server/deps.ts'
import type { ListedRoute } from '../../../../../server/http/desk/list-routes.ts'
import { findScope, type ReviewScope } from '../../../../../server/usecases/review/review-scope.ts'
import { itFollowsTheAccessTable } from '../../../../support/access-matrix.ts'
import { DeskClient, testWeb } from '../../../../support/desk-client.ts'
import { openPeopleTest, type PeopleTest } from '../../../../support/people.ts'
import { EASTFIELD, markAsDraft, releaseApp, sampleStore, someone } from '../../../../support/release-world.ts'

/** All routes of the three; those whose address names a point or a link need records that the matrix does not store. */
const routes = (deps: Deps): readonly ListedRoute[] => {
  const web = testWeb(deps)
  return [releaseRouter(web), replyRouter(web), checkRouter(web)].flatMap(router => listRoutes(router))
}

describe('the pages of reply, release and check', function () {
  this.timeout(120_000)
  itFollowsTheAccessTable({
    makeApp: releaseApp,
    listRoutes: deps =>
      routes(deps).filter(
        ({ path, method }) => !path.includes(':code') && !(path.includes(':number') && method === 'GET'),
      ),
    fillPath: (path, { body, consultation }) =>
      path.replace(':body', body).replace(':consultation', consultation).replace(':number', '1'),
  })

  it('have a row for every route, those with a code or a number too', async () => {
    const { deps, close } = await openPeopleTest()
    const all = routes(deps)
    await close()
    expect(all.length).to.be.greaterThan(25)
    expect(all.filter(({ action }) => action === null)).to.deep.equal([])
  })
})

describe('a council that is audited', function () {
  this.timeout(120_000)
  let test: PeopleTest
  let app: Express
  let scope: ReviewScope
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
    app = releaseApp(test.deps)
    scope = await findScope(test.deps, EASTFIELD)
  })
  afterEach(() => test.close())

  const as = async (role: Parameters<typeof someone>[1]): Promise<DeskClient> =>
    new DeskClient(app, (await someone(test.deps, role, scope.consultation.id)).token)
  const place = `${EASTFIELD.body}/${EASTFIELD.consultation}`

  it('reads the draft by its link, checks, replies, and stands on the public page after the release', async () => {
    await markAsDraft(test.deps, scope.consultation.id)
    const editor = await as('editor')
    expect((await editor.get(`/desk/release/${place}`)).text).to.include('It cannot be published yet')
    const blocked = await editor.post(`/desk/release/${place}`)
    expect([blocked.status, blocked.text.includes('Something stands in the way')]).to.deep.equal([422, true])
    expect((await editor.post(`/desk/release/${place}/check`)).status).to.equal(303)

    const council = await as('council')
    expect((await council.get('/check')).text).to.include(`href="/check/${place}"`)
    const list = await council.get(`/check/${place}`)
    expect(list.text)
      .to.include('84 of 88 points have an answer you can point to. 4 to go.')
      .and.include('It may be published')
    const point = new RegExp(`href="(/check/${place}/points/\\d+)"`).exec(list.text)?.[1] ?? ''
    expect((await council.get(point)).text)
      .to.include('Find the answer')
      .and.include('Give the reason')
      .and.include('out of scope')
    expect((await council.post(point, { kind: 'reason', words: '' })).status).to.equal(422)
    expect((await council.post(point, { kind: 'reason', words: 'The pipe is there.' })).status).to.equal(303)
    expect((await council.post(`/check/${place}/ready`)).status).to.equal(303)
    expect((await council.get(`/check/${place}`)).text).to.include('“Checked by the council first”')

    const issued = await editor.post(`/desk/replies/${place}/ask`, { number: '' })
    const link = /\/desk\/reply-link\/[A-Z2-7-]{27}/.exec(issued.text)?.[0] ?? ''
    expect((await editor.get(`/desk/replies/${place}`)).text)
      .to.match(/29\sJuly\s2026/)
      .and.not.include(link)
    const holder = new DeskClient(app)
    const findings = await holder.get(link)
    expect([findings.status, findings.text.includes('Findings and evidence')]).to.deep.equal([200, true])
    expect(findings.get('Referrer-Policy')).to.equal('no-referrer')
    expect((await holder.post(link, { number: '', text: '' })).status, 'an empty reply').to.equal(422)
    const sent = await holder.post(link, { number: '', text: 'We <b>recognise</b> this.\n\nThank you.' })
    expect(sent.status).to.equal(303)
    expect((await holder.get(sent.get('Location') ?? '')).text).to.include('We have your reply.')

    expect((await new DeskClient(app).get(`/${place}`)).status, 'still a draft').to.equal(404)
    expect((await editor.post(`/desk/release/${place}`)).status).to.equal(303)
    const desk = await editor.get(`/desk/release/${place}`)
    expect(desk.text).to.include('Version 1.0').and.include('Public. Anybody can read it.')
    const page = await new DeskClient(app).get(`/${place}`)
    expect(page.status).to.equal(200)
    expect(page.text, 'printed whole, escaped')
      .to.include('We &lt;b&gt;recognise&lt;/b&gt; this.')
      .and.include('Thank you.')
  })

  it('gets a 404 for a link that never was, and a plain no for one that has ended', async () => {
    const editor = await as('editor')
    const make = async () =>
      /\/desk\/reply-link\/[A-Z2-7-]{27}/.exec(
        (await editor.post(`/desk/replies/${place}/ask`, { number: '3' })).text,
      )?.[0] ?? ''
    const first = await make()
    expect((await new DeskClient(app).get(first)).text).to.include('Point 3:')
    await make()
    expect((await new DeskClient(app).get(first)).status).to.equal(409)
    expect((await new DeskClient(app).get('/desk/reply-link/AAAAAA-AAAAAA-AAAAAA-AAAAAA')).status).to.equal(404)
  })

  it('sees what would be saved of a record before it is', async () => {
    const council = await as('council')
    const record = {
      title: 'Letter',
      stage: 'answer',
      'published-on': '2026-06-20',
      url: '',
      text: '1. Yes.\n\n2. No.',
    }
    const look = await council.post(`/desk/replies/${place}/records`, { ...record, do: 'look' })
    expect(look.text)
      .to.include('Nothing is saved yet. This record has 2 paragraphs and rows.')
      .and.include('value="save"')
    const saved = await council.post(`/desk/replies/${place}/records`, { ...record, do: 'save' })
    expect(saved.text).to.include('Saved, with 2 paragraphs and rows.')
    const bad = await council.post(`/desk/replies/${place}/records`, {
      ...record,
      url: 'javascript:alert(1)',
      do: 'save',
    })
    expect([bad.status, bad.text.includes('must begin with https')]).to.deep.equal([422, true])
  })

  it('is disputed by anybody, unseen until it is read; then it stands on the page of the point', async () => {
    const reader = new DeskClient(app)
    const form = `/${place}/points/5/dispute`
    expect((await reader.get(form)).text).to.include('You need no account.')
    const fields = { text: 'This is <i>not</i> what was decided.', evidence: 'Minutes, page 3.', 'claimed-outcome': '' }
    expect((await reader.post(form, { ...fields, evidence: '' })).status).to.equal(422)
    const sent = await reader.post(form, fields)
    expect([sent.status, sent.get('Location')]).to.deep.equal([303, `${form}?sent=held`])
    expect((await reader.get(`${form}?sent=held`)).text).to.include('within one working day')
    const pointPage = async () => (await reader.get(`/${place}/points/5`)).text
    expect(await pointPage()).to.not.include('what was decided.')

    const editor = await as('editor')
    const disputes = (await editor.get(`/desk/disputes/${place}`)).text
    expect(disputes).to.include('This is &lt;i&gt;not&lt;/i&gt; what was decided.')
    const letter = /name="letter" value="([^"]+)"/.exec(disputes)?.[1] ?? ''
    expect((await editor.post(`/desk/disputes/${place}/release`, { letter })).status).to.equal(303)
    expect(await pointPage()).to.include('This is &lt;i&gt;not&lt;/i&gt; what was decided.')
    const open = (await editor.get(`/desk/disputes/${place}`)).text
    const dispute = /name="dispute" value="([^"]+)"/.exec(open)?.[1] ?? ''
    const settle = (as: string) =>
      editor.post(`/desk/disputes/${place}/settle`, { dispute, as, decision: 'Page 3 does not say so.' })
    const early = await settle('upheld')
    expect([early.status, early.text.includes('Change the records on the review desk first')]).to.deep.equal([
      422,
      true,
    ])
    expect((await settle('rejected')).status).to.equal(303)
    expect(await pointPage())
      .to.include('Page 3 does not say so.')
      .and.include('what was decided.')
  })

  it('is taken down by two admins: the public is told why, in two places', async () => {
    const [first, second] = [await as('admin'), await as('admin')]
    const removals = `/desk/release/${place}/removals`
    const fields = {
      what: 'consultation',
      number: '',
      reason: 'court-order',
      words: 'The court asked us to take it down.',
    }
    expect((await first.post(removals, { ...fields, words: 'x' })).status).to.equal(422)
    expect((await first.post(removals, fields)).status).to.equal(303)
    const removal = /name="removal" value="([^"]+)"/.exec((await second.get(removals)).text)?.[1] ?? ''
    expect((await first.get(removals)).text).to.include('Another admin must agree.')
    expect((await first.post(`${removals}/agree`, { removal })).status).to.equal(403)
    expect((await second.post(`${removals}/agree`, { removal })).status).to.equal(303)
    const anybody = new DeskClient(app)
    const gone = await anybody.get(`/${place}`)
    expect([gone.status, gone.text.includes('The court asked us')]).to.deep.equal([410, true])
    expect((await anybody.get('/removals')).text).to.include('A court ordered it. The court asked us to take it down.')
    expect((await anybody.get('/')).text).to.not.include(EASTFIELD.consultation)
  })
})
