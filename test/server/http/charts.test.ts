import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'
import { createApp } from '../../../server/http/app.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

const TOLD = '/calderwick/listening-in-action-2025'
const MILL = '/calderwick/mill-lane-2025'
const PARK = '/calderwick/eastfield-park-2026'

interface Row {
  readonly [column: string]: string | number | boolean | null
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** The rows of the table with this id, as a reader sees them; rows that only name a part are left out. */
const tableRows = (html: string, id: string): readonly (readonly string[])[] => {
  const table = new RegExp(`<table id="${id}-table">(.*?)</table>`, 's').exec(html)?.[1] ?? ''
  return [...table.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([, row]) =>
    (row ?? '')
      .split(/<\/t[hd]>/)
      .map(plain)
      .slice(0, -1),
  )
}
const titleOf = (html: string, id: string): string =>
  plain(new RegExp(`<h3 id="${id}-t">(.*?)</h3>`, 's').exec(html)?.[1] ?? '')

const csvRows = (text: string): readonly Row[] => {
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map(line =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => (cell ?? '').replace(/^"|"$/g, '')),
    )
  return rows.map(row => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])))
}

const inWords = ({ numerator, denominator }: Row): string =>
  [numerator, denominator].some(count => count === null || count === '') ? '' : `${numerator} of ${denominator}`
const percent = ({ value, shown_as: shownAs }: Row): string =>
  value === null ? String(shownAs) : `${(Number(value) * 100).toFixed(1)}%`

describe('every chart of shares and waits', function () {
  this.timeout(120_000)
  let app: Express
  before(async () => {
    app = createApp(await sampleDeps())
  })
  const get = async (path: string) => {
    const response = await request(app).get(path).buffer()
    expect(response.status, path).to.equal(200)
    return response
  }
  const text = async (path: string): Promise<string> => {
    const { text, body } = await get(path)
    return text ?? String(body)
  }
  const json = async (path: string): Promise<readonly Row[]> => (await get(path)).body.rows as readonly Row[]

  const CHARTS: readonly (readonly [id: string, page: string, data: string, sentence: RegExp])[] = [
    ['with-or-against-the-plan', `${TOLD}/indicators`, TOLD, /taken up 35\.0% of the time \(7\/20\).* 0\.0% \(0\/34\)/],
    ['with-or-against-the-plan', `${MILL}/indicators`, MILL, /\(15\/34\).*\(4\/70\)/],
    [
      'with-or-against-the-plan',
      `${PARK}/indicators`,
      PARK,
      /do not show a difference in take-up .*\(16\/22\).*\(12\/20\)/,
    ],
    ['who-spoke', `${TOLD}/events`, TOLD, /Officials spoke for 82\.9% of the time/],
    ['who-spoke', `${MILL}/indicators`, MILL, /Officials spoke for 57\.5% of the time/],
    [
      'whose-points',
      `${MILL}/indicators`,
      MILL,
      /Of points from Riverside, 43\.7% \(31\/71\).*Northgate, 22\.9% \(11\/48\)/,
    ],
    ['side-by-side', '/calderwick', '/calderwick', /consultations side by side/],
  ]
  for (const [id, page, data, sentence] of CHARTS)
    it(`${id} of ${data}: sentence, table, CSV, JSON and picture say the same`, async () => {
      const html = await text(page)
      const shown = tableRows(html, id)
      const listed = await json(`${data}/charts/${id}.json`)
      const isDrawn = (row: Row): boolean => id !== 'whose-points' || row['measure'] === 'In the decision'
      const rows = listed.filter(isDrawn)
      expect(plain(html)).to.match(sentence)
      expect(shown.length).to.be.above(1)
      expect(shown.map(([, count]) => count)).to.deep.equal(rows.map(inWords))
      expect(shown.map(([, , share]) => share).filter(Boolean)).to.have.members(
        rows.filter((_, place) => shown[place]?.[2] !== '').map(percent),
      )
      const csv = csvRows(await text(`${data}/charts/${id}.csv`)).filter(isDrawn)
      expect(csv.map(inWords)).to.deep.equal(rows.map(inWords))
      const svg = await text(`${data}/charts/${id}.svg`)
      const description = plain(/<desc[^>]*>(.*?)<\/desc>/s.exec(svg)?.[1] ?? '')
      for (const [label = '', count = '', share = ''] of shown)
        expect(description).to.include(`${label}: ${[count, share].filter(Boolean).join(', ')}`)
      expect(plain(/<title[^>]*>(.*?)<\/title>/s.exec(svg)?.[1] ?? '')).to.equal(titleOf(html, id))
    })

  it('promises-waiting of the council: sentence, table, CSV, JSON and picture say the same', async () => {
    const html = await text('/calderwick')
    const shown = tableRows(html, 'promises-waiting')
    const listed = await json('/calderwick/charts/promises-waiting.json')
    expect(plain(html)).to.include('10 of 20 promises have no recorded delivery as at 30 June 2026')
    expect(titleOf(html, 'promises-waiting')).to.equal('10 of 20 promises have no recorded delivery')
    expect(shown.map(([days, share]) => [days, share])).to.deep.equal(
      listed.map(row => [String(row['days']), `${(Number(row['still_waiting_share']) * 100).toFixed(1)}%`]),
    )
    const csv = csvRows(await text('/calderwick/charts/promises-waiting.csv'))
    expect(csv.map(row => Number(row['days']))).to.deep.equal(listed.map(row => row['days']))
    const svg = await text('/calderwick/charts/promises-waiting.svg')
    for (const [days, share] of shown) expect(svg).to.include(`${days} days: ${share}`)
    // Each end is one step down, in the page's drawing and in the picture.
    const step = /<path class="step" d="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(step.match(/V/g)).to.have.length(listed.length - 1)
  })

  it('draw every share on the axis from 0 to 100, the range always with it, at the place its numbers say', async () => {
    const html = await text(`${TOLD}/indicators`)
    const rows = await json(`${TOLD}/charts/with-or-against-the-plan.json`)
    const figure = /<figure class="chart ranges" id="with-or-against-the-plan".*?<\/figure>/s.exec(html)?.[0] ?? ''
    const drawn = [...figure.matchAll(/<rect class="band" x="([\d.]+)" y="2.5" width="([\d.]+)".*?M([\d.]+) 0v10/g)]
    expect(drawn).to.have.length(rows.length)
    drawn.forEach(([, x, width, middle], place) => {
      const { low, high, value } = rows[place] ?? {}
      expect(Number(x)).to.be.closeTo(Number(low) * 100, 0.06)
      expect(Number(width)).to.be.closeTo(Math.max(0.6, (Number(high) - Number(low)) * 100), 0.11)
      expect(Number(middle)).to.be.closeTo(Number(value) * 100, 0.06)
    })
  })

  it('hide a group of fewer than ten with the same words on the page, in CSV, in JSON and in the picture', async () => {
    const words = 'fewer than 10 people'
    const html = await text(`${PARK}/indicators`)
    const listed = (await json(`${PARK}/charts/whose-points.json`)).filter(row => row['null_reason'] === 'suppressed')
    expect(listed.length).to.be.above(0)
    for (const row of listed) {
      expect(row['shown_as']).to.equal(words)
      for (const column of ['numerator', 'denominator', 'value', 'low', 'high']) expect(row[column]).to.equal(null)
    }
    const csv = csvRows(await text(`${PARK}/charts/whose-points.csv`)).filter(
      row => row['null_reason'] === 'suppressed',
    )
    expect(csv.map(row => row['shown_as'])).to.deep.equal(listed.map(() => words))
    expect(tableRows(html, 'whose-points').filter(([, count]) => count === words)).to.have.length(listed.length)
    expect(html).to.include(`<span class="hidden-mark">${words}</span>`)
    expect(await text(`${PARK}/charts/whose-points.svg`)).to.include(words)
  })

  it('can be taken away as a picture: the page links to the PNG, which is there in two widths', async () => {
    for (const [id, page, data] of [...CHARTS, ['promises-waiting', '/calderwick', '/calderwick']] as const) {
      expect(await text(page)).to.include(`href="${data}/charts/${id}-1200.png"`)
      for (const width of [1200, 2400]) {
        const { body, headers } = await request(app).get(`${data}/charts/${id}-${width}.png`)
        expect((body as Buffer).readUInt32BE(16), id).to.equal(width)
        expect(headers['etag']).to.match(/^"/)
      }
      expect((await request(app).get(`${data}/charts/${id}-9999.png`)).status).to.equal(404)
    }
  })

  it('are not given where the figure is not: no empty picture', async () => {
    for (const id of ['with-or-against-the-plan', 'who-spoke', 'promises-waiting'])
      for (const ending of ['.svg', '-1200.png'])
        expect((await request(app).get(`/calderwick/residents-survey-2026/charts/${id}${ending}`)).status).to.equal(404)
  })
})
