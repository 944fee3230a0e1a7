import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'
import { GROUPS } from '../../../analysis/finding.ts'
import { createApp } from '../../../server/http/app.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

const BODY = '/calderwick'
const WITH_RESULT = ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026'].map(ref => `${BODY}/${ref}`)
const COLUMNS = GROUPS.map(group => group.replaceAll('-', '_'))

interface Row {
  readonly [column: string]: string | number | null
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;/g, '’')
    .replace(/&amp;/g, '&')
    .trim()

/** Numbers of a table on the page, row by row, without the name at its head. */
const numbersIn = (html: string, id: string): readonly (readonly number[])[] => {
  const table = new RegExp(`<table id="${id}".*?</table>`, 's').exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr><th scope="row">.*?<\/th>(.*?)<\/tr>/gs)].map(([, cells = '']) =>
    [...cells.matchAll(/<td class="n">([\d,]+)<\/td>/g)].map(([, cell = '']) => Number(cell.replace(',', ''))),
  )
}
const headsOf = (html: string, id: string): readonly string[] => {
  const head = new RegExp(`<table id="${id}".*?<thead>(.*?)</thead>`, 's').exec(html)?.[1] ?? ''
  return [...head.matchAll(/<th scope="col" class="n">(.*?)<\/th>/g)].map(([, name = '']) => plain(name))
}
const fromCsv = (text: string): readonly Row[] => {
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map(line =>
      [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
    )
  return rows.map(row => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])))
}
/** A chart leaves out the columns in which nothing stands; files have them all. */
const counts = (row: Row, heads: readonly string[]): readonly number[] =>
  COLUMNS.filter(column => heads.includes(column)).map(column => Number(row[column]))
const asColumns = (heads: readonly string[]): readonly string[] =>
  heads.map(name =>
    name
      .toLowerCase()
      .replace(/, or cannot tell$/, ' yet')
      .replace(/[,\s]+/g, '_'),
  )

describe('a chart, its table, its sentence and its files say the same', function () {
  this.timeout(60_000)
  let app: Express
  before(async () => {
    app = createApp(await sampleDeps())
  })
  const text = async (path: string): Promise<string> => {
    const response = await request(app).get(path).buffer(true)
    return Buffer.isBuffer(response.body) ? response.body.toString('utf8') : response.text
  }
  const rowsOf = async (path: string): Promise<readonly Row[]> =>
    ((await request(app).get(path)).body as { rows: readonly Row[] }).rows

  for (const path of WITH_RESULT) {
    it(`one mark for each point of ${path}: rows, finding, picture, alt text and list of points`, async () => {
      const html = await text(path)
      const drawn = [
        ...html.matchAll(/<span class="dnum">([\d,]+)<\/span> <a class="dname" href="[^"]*group(?:=|&#x3D;)([a-z-]+)/g),
      ]
      const points = (await rowsOf(`${path}/points.json`)).filter(row => row['left_out'] === null)
      expect(drawn.length).to.be.greaterThan(2)
      for (const [, shown, group] of drawn)
        expect(Number(shown), group).to.equal(points.filter(row => row['group'] === group).length)
      const sum = drawn.reduce((total, [, shown]) => total + Number(shown), 0)
      expect(sum, 'the rows add up').to.equal(points.length)
      const answered = GROUPS.slice(0, 4).reduce(
        (total, group) => total + points.filter(row => row['group'] === group).length,
        0,
      )
      const none = points.filter(row => row['group'] === 'no-answer-found').length
      const svg = await text(`${path}/charts/outcomes.svg`)
      for (const words of [plain(html), plain(/<desc[^>]*>(.*?)<\/desc>/s.exec(svg)?.[1] ?? '')])
        expect(words, path)
          .to.include(`answered ${answered} of the ${points.length} points`)
          .and.include(`No answer found`)
      expect(svg).to.include(`No answer found: ${none}.`)
      const csv = fromCsv(await text(`${path}/points.csv`)).filter(row => row['left_out'] === '')
      expect(csv.map(row => row['group'])).to.deep.equal(points.map(row => row['group']))
    })

    it(`bars by topic of ${path}: table, CSV, JSON and alt text`, async () => {
      const html = await text(path)
      const heads = asColumns(headsOf(html, 'topics'))
      expect(COLUMNS).to.include.members([...heads])
      const shown = numbersIn(html, 'topics')
      const [csv, json] = [fromCsv(await text(`${path}/topics.csv`)), await rowsOf(`${path}/topics.json`)]
      expect(shown.length).to.be.greaterThan(1)
      expect(shown).to.deep.equal(json.map(row => counts(row, heads)))
      expect(shown).to.deep.equal(csv.map(row => counts(row, heads)))
      const alt = plain(/<desc[^>]*>(.*?)<\/desc>/s.exec(await text(`${path}/charts/topics.svg`))?.[1] ?? '')
      for (const row of json)
        expect(alt)
          .to.include(`${row['topic']}: ${row['points']} point`)
          .and.include(`${row['no_answer_found']} with no answer found`)
    })
  }

  it('bars of a council, one consultation each: table, CSV, JSON and the finding of each page', async () => {
    const html = await text(BODY)
    const heads = asColumns(headsOf(html, 'cons'))
    const hasResult = (row: Row): boolean => row['change_made'] !== null && row['change_made'] !== ''
    const json = (await rowsOf(`${BODY}.json`)).filter(hasResult)
    const csv = fromCsv(await text(`${BODY}.csv`)).filter(hasResult)
    expect(numbersIn(html, 'cons')).to.deep.equal(json.map(row => counts(row, heads)))
    expect(csv.map(row => counts(row, heads))).to.deep.equal(json.map(row => counts(row, heads)))
    expect(json).to.have.length(WITH_RESULT.length)
    for (const row of json) {
      const answered = COLUMNS.slice(0, 4).reduce((total, column) => total + Number(row[column]), 0)
      expect(row['finding']).to.include(`answered ${answered} of the ${row['points']} points`)
      expect(COLUMNS.reduce((total, column) => total + Number(row[column]), 0)).to.equal(row['points'])
    }
  })
})
