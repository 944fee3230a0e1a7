import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'
import type { Deps } from '../../../server/deps.ts'
import { createApp } from '../../../server/http/app.ts'
import { countPeople, narrow } from '../../../server/usecases/point-facets.ts'
import { readIndex } from '../../../server/usecases/read-index.ts'
import type { AuditIndex } from '../../../server/usecases/audit-index.ts'
import { sampleDeps } from '../../support/sample-deps.ts'
import { SAMPLE_PAGES } from '../../support/sample-pages.ts'

const MILL = '/calderwick/mill-lane-2025'
const CONSULTATIONS = ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026', 'residents-survey-2026']

const firstOf = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''

describe('the public pages of the sample council', function () {
  this.timeout(120_000)
  let deps: Deps
  let app: Express
  const get = (path: string) => request(app).get(path)
  before(async () => {
    deps = await sampleDeps()
    app = createApp(deps)
  })

  it('all open, with one heading each, and say that the council is made up wherever it is shown', async () => {
    for (const [name, path] of Object.entries(SAMPLE_PAGES)) {
      const { status, text } = await get(path)
      expect(status, name).to.equal(200)
      expect(text.match(/<h1[ >]/g), name).to.have.length(1)
      if (text.includes('Calderwick')) expect(text, name).to.include('Calderwick is made up.')
    }
  })

  it('hold no style, no script and no handler within the page', async () => {
    for (const [name, path] of Object.entries(SAMPLE_PAGES)) {
      const { text } = await get(path)
      expect(text, name).not.to.match(/<style|\sstyle=|<script(?![^>]* src="\/assets\/)|<[a-z][^>]*\son[a-z]+="/)
    }
  })

  it('send the same protecting headers with a page, a missing page and a refusal', async () => {
    for (const path of [MILL, '/nothing-here', `${MILL}/points?group=bad`]) {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).to.include("default-src 'none'").and.include("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.to.include('unsafe')
      expect(headers['strict-transport-security']).to.match(/^max-age=31536000/)
      expect(headers['x-content-type-options']).to.equal('nosniff')
      expect(headers['referrer-policy']).to.equal('strict-origin-when-cross-origin')
      expect(headers['cross-origin-opener-policy']).to.equal('same-origin')
      expect(headers['cross-origin-resource-policy']).to.equal('same-origin')
      expect(headers['content-type']).to.include('charset=utf-8')
      expect(headers).not.to.have.property('x-powered-by')
    }
  })

  it('answer a known ETag with 304 and no body', async () => {
    const first = await get(MILL)
    const again = await get(MILL).set('If-None-Match', first.headers['etag'] ?? '')
    expect(again.status).to.equal(304)
    expect(again.text).to.equal('')
  })

  it('give an answer that helps for what is not there, and never an inner message', async () => {
    for (const path of [
      '/nothing',
      '/calderwick/nothing',
      `${MILL}/points/99999`,
      `${MILL}/points/0`,
      `${MILL}/points/1x`,
      `${MILL}/evidence/nothing`,
      `${MILL}/ideas/9999`,
      '/%E0%A4%A',
      '/constructor',
      '/calderwick/__proto__',
    ]) {
      const { status, text } = await get(path)
      expect(status, path).to.be.oneOf([400, 404])
      expect(text, path)
        .to.include('action="/find"')
        .and.not.to.match(/at .*\.ts:|node_modules|Error:/)
    }
  })

  it('refuse a value outside a closed list, and a page that is no number', async () => {
    for (const search of [
      'group=bad',
      'outcome=adoptedx',
      'relation=1',
      'flag=__proto__',
      'left-out=all',
      'page=0',
      'page=-1',
      'page=NaN',
      'page=1e9',
    ])
      expect((await get(`${MILL}/points?${search}`)).status, search).to.equal(400)
    expect((await get(`${MILL}/points?page=999`)).status).to.equal(200)
  })

  it('list the same points on the page, in the CSV and in the JSON', async () => {
    for (const search of [
      '',
      '?group=no-answer-found',
      '?topic=Buses',
      '?q=bridge',
      '?left-out=duplicate',
      '?figure=silence',
    ]) {
      const page = await get(`${MILL}/points${search}`)
      const csv = await get(`${MILL}/points.csv${search}`).buffer()
      const json = await get(`${MILL}/points.json${search}`)
      const counted = Number(firstOf(page.text, /<h1[^>]*>(?:All )?([\d,]+) point/).replace(',', ''))
      const rows: unknown = json.body.rows
      expect(rows, search).to.be.an('array').with.length(counted)
      expect(
        csv.text
          .replace(/"[^"]*"/g, '')
          .trim()
          .split('\r\n').length - 1,
        search,
      ).to.equal(counted)
      expect(csv.headers['content-disposition']).to.equal('attachment; filename=points.csv')
      expect(json.body).to.include({ isFictional: true, licence: 'CC BY 4.0', asAt: '2026-06-30' })
    }
  })

  it('never show the words of a child, a withheld text or a text that nobody has released, in any form', async () => {
    const indexes: AuditIndex[] = []
    for (const consultation of CONSULTATIONS) indexes.push(await readIndex(deps, { body: 'calderwick', consultation }))
    const hidden = indexes.flatMap(index =>
      index.rows.filter(({ text }) => text.state !== 'shown').map(row => ({ index, row })),
    )
    expect(hidden.length).to.be.greaterThan(0)
    for (const { index, row } of hidden) {
      const path = `/calderwick/${index.record.consultation.ref}/points/${row.point.number}`
      const page = await get(path)
      expect(page.text).to.match(/The words of this point (are not shown|have not been released)/)
      expect(page.text).not.to.include('big-q--long" lang')
      const json = await get(`/calderwick/${index.record.consultation.ref}/points.json`)
      const listed: unknown = json.body.rows.find((one: { number: number }) => one.number === row.point.number)?.text
      expect(listed).to.equal(null)
    }
    const children = indexes.flatMap(({ rows }) =>
      rows.filter(({ contribution }) => contribution?.contributorType === 'child'),
    )
    expect(children.map(({ text }) => text.state))
      .to.include('withheld')
      .and.not.include('shown')
  })

  it('add no area and no kind of person to rows of people whose words nobody had published', async () => {
    const { body } = await get(`${MILL}/points.json`)
    expect(body.columns).not.to.include('area').and.not.include('contributor_type')
  })

  it('hide a list that fewer than ten people stand behind, on the page and in the files alike', async () => {
    const index = await readIndex(deps, { body: 'calderwick', consultation: 'mill-lane-2025' })
    const [few] = ['Riverside', 'Northgate', 'Hilltop']
      .flatMap(area => index.audit.ideas.map(({ number }) => ({ area, idea: String(number) })))
      .filter(({ area, idea }) => {
        const rows = narrow(index, { selected: { area: [area], idea: [idea] }, q: '' })
        return rows.length > 0 && countPeople(rows) < 10
      })
    const search = `?${new URLSearchParams(few).toString()}`
    const page = await get(`${MILL}/points${search}`)
    const json = await get(`${MILL}/points.json${search}`)
    expect(page.text).to.include('Hidden to protect people').and.not.to.include('class="pt"')
    expect(json.body).to.include({ title: 'Hidden to protect people: Mill Lane Streets, Calderwick Borough Council' })
    expect(json.body.rows).to.deep.equal([])
  })

  it('put small areas together, so that none under ten people can be told', async () => {
    const { text } = await get(`${MILL}/points`)
    const areas = firstOf(text, /<summary>Area<\/summary><ul>(.*?)<\/ul>/s)
    expect(areas).to.include('Smaller areas, together').and.not.include('Quay')
  })

  it('print the bracket, the rows and the finding with the same numbers', async () => {
    for (const consultation of CONSULTATIONS.slice(0, 3)) {
      const index = await readIndex(deps, { body: 'calderwick', consultation })
      const { text } = await get(`/calderwick/${consultation}`)
      const rows = [...text.matchAll(/<span class="dnum">([\d,]+)<\/span>/g)].map(([, count]) =>
        Number((count ?? '').replace(',', '')),
      )
      const { n, answered, noAnswer } = index.audit.groups.byPoint
      expect(
        rows.reduce((a, b) => a + b, 0),
        consultation,
      ).to.equal(n)
      expect(text).to.include(`Answered: ${answered}`)
      expect(firstOf(text, /<p class="find">(.*?)<\/p>/))
        .to.include(String(noAnswer))
        .and.include(String(n))
    }
  })

  it('show the table of topics with the numbers of its CSV', async () => {
    const { text } = await get(MILL)
    const csv = await get(`${MILL}/topics.csv`).buffer()
    const body = firstOf(text, /<table id="topics".*?<tbody>(.*?)<\/tbody>/s)
    const shown = [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...(row ?? '').matchAll(/<td class="n">([\d,]+)<\/td>/g)]
        .map(([, count]) => Number(count))
        .reduce((a, b) => a + b, 0),
    )
    const listed = csv.text
      .trim()
      .split('\r\n')
      .slice(1)
      .map(line => Number(/,(\d+),(\d+),/.exec(line)?.[2]))
    expect(shown).to.deep.equal(listed)
  })

  it('escape whatever a reader types', async () => {
    const { text } = await get('/find?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(text).not.to.include('<script>alert')
    expect(text).to.include('&lt;script&gt;')
  })

  it('serve style, script and font for ever under names that hold their hash', async () => {
    const { text } = await get(MILL)
    for (const path of [
      firstOf(text, /<link rel="stylesheet" href="([^"]+)"/),
      firstOf(text, /<script src="([^"]+)"/),
      firstOf(text, /as="font"|href="([^"]+\.woff2)"/),
    ].filter(Boolean)) {
      const { status, headers } = await get(path)
      expect(status, path).to.equal(200)
      expect(headers['cache-control'], path).to.include('immutable')
    }
  })
})
