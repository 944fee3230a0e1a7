// Longer than most files: everything that leaves the site, each with the rule it keeps.
import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import type { Deps } from '../../../server/deps.ts'
import { createApp } from '../../../server/http/app.ts'
import { figureCharts } from '../../../server/http/pages/figure-charts.ts'
import { shareBlocks } from '../../../server/http/pages/share-blocks.ts'
import { en } from '../../../server/http/strings/en.ts'
import { rangeWords } from '../../../server/http/pages/number-words.ts'
import { readIndex } from '../../../server/usecases/read-index.ts'
import { searchEverything } from '../../../server/usecases/search-everything.ts'
import { showReleases } from '../../../server/usecases/show-releases.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

const MILL = '/calderwick/mill-lane-2025'
const SURVEY = '/calderwick/residents-survey-2026'
const ADDRESS = { body: 'calderwick', consultation: 'mill-lane-2025' }
const unescape = (text: string): string =>
  text
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('what leaves the site', function () {
  this.timeout(120_000)
  let deps: Deps
  let app: Express
  const get = (path: string) => request(app).get(path)
  before(async () => {
    deps = await sampleDeps()
    app = createApp(deps)
  })

  describe('the share card', () => {
    it('is a PNG of 1200 by 630 that other sites may show', async () => {
      const { status, headers, body } = await get(`${MILL}/card.png`)
      expect(status).to.equal(200)
      expect(headers['content-type']).to.equal('image/png')
      expect(headers['cross-origin-resource-policy']).to.equal('cross-origin')
      const png = body as Buffer
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).to.deep.equal([1200, 630])
    })

    it('is there only once the headline gate is met', async () => {
      expect((await get(`${SURVEY}/card.png`)).status).to.equal(404)
      expect((await get(`${SURVEY}/report`)).text).not.to.include('og:image')
    })

    it('has blocks that add up to every point, with a mark for each', async () => {
      const index = await readIndex(deps, ADDRESS)
      const blocks = shareBlocks(en, index)
      const { n } = index.audit.groups.byPoint
      expect(blocks.reduce((sum, { count }) => sum + Number(count), 0)).to.equal(n)
      expect(blocks.reduce((sum, { markCount }) => sum + markCount, 0)).to.equal(n)
    })

    it('is named with what it says in the head of the reporter page', async () => {
      const { text } = await get(`${MILL}/report`)
      const { sentences } = await readIndex(deps, ADDRESS)
      expect(text).to.include(`property="og:image" content="http://localhost:3000${MILL}/card.png"`)
      expect(unescape(/og:image:alt" content="([^"]*)"/.exec(text)?.[1] ?? '')).to.equal(sentences.finding)
    })
  })

  it('names the address of the site that is asked, though another shows the same records', async () => {
    const other = createApp({ ...deps, config: { ...deps.config, baseUrl: 'https://other.example' } })
    const named = (text: string) => /og:image" content="([^"]*)"/.exec(text)?.[1]
    expect(named((await request(other).get(`${MILL}/report`)).text)).to.equal(`https://other.example${MILL}/card.png`)
    expect(named((await get(`${MILL}/report`)).text)).to.equal(`http://localhost:3000${MILL}/card.png`)
  })

  describe('the charts', () => {
    it('are served as SVG and as PNG of two widths, and no other', async () => {
      for (const id of ['outcomes', 'topics']) {
        expect((await get(`${MILL}/charts/${id}.svg`)).headers['content-type']).to.include('image/svg+xml')
        for (const width of [1200, 2400]) {
          const { body } = await get(`${MILL}/charts/${id}-${width}.png`)
          expect((body as Buffer).readUInt32BE(16)).to.equal(width)
        }
      }
      expect((await get(`${MILL}/charts/topics-9999.png`)).status).to.equal(404)
      expect((await get(`${SURVEY}/charts/outcomes.svg`)).status).to.equal(404)
    })

    it('bear their source line, a name and a description with the numbers, and neither style nor script', async () => {
      const index = await readIndex(deps, ADDRESS)
      const site = {
        strings: en,
        baseUrl: 'https://example.org',
        operator: null,
        contact: null,
        assets: { css: '', charts: '', font: '' },
      }
      for (const { svg, alt } of figureCharts(site, index)) {
        expect(unescape(svg)).to.include(alt)
        expect(svg)
          .to.include('Calderwick is made up. Source: Said &amp; Done')
          .and.match(/version 1\.1/)
        expect(svg).not.to.match(/<style|<script|\sstyle=|\son[a-z]+=/)
      }
    })

    it('say the same numbers as the table of the topics', async () => {
      const { body } = await get(`${MILL}/topics.json`)
      const { text } = await get(`${MILL}/report`)
      for (const { topic, points, no_answer_found: none } of body.rows as readonly Record<string, string>[])
        if (topic !== null)
          expect(unescape(text)).to.include(`${topic}: ${points} points, ${none} with no answer found`)
    })
  })

  describe('the embed', () => {
    it('alone may stand in a frame, holds no script and is not indexed', async () => {
      const { headers, text } = await get(`${MILL}/embed`)
      expect(headers['content-security-policy']).to.include('frame-ancestors *').and.include("default-src 'none'")
      expect(headers).not.to.have.property('x-frame-options')
      expect(text).not.to.include('<script').and.not.include('<form')
      expect(text).to.include('<meta name="robots" content="noindex">').and.include('Calderwick is made up.')
      for (const path of [`${MILL}/report`, MILL, '/about']) {
        const other = await get(path)
        expect(other.headers['content-security-policy'], path).to.include("frame-ancestors 'none'")
        expect(other.headers['x-frame-options'], path).to.equal('DENY')
      }
    })

    it('says where things stand, without blocks, while there is no result', async () => {
      const { text } = await get(`${SURVEY}/embed`)
      expect(text).to.include('no decision was promised').and.not.include('emb-block')
    })
  })

  describe('the feeds', () => {
    it('are Atom, newest first, with releases, replies and corrections of their scope', async () => {
      for (const path of ['', '/calderwick', MILL]) {
        const { status, headers, text } = await get(`${path}/feed.atom`).buffer()
        expect(status, path).to.equal(200)
        expect(headers['content-type']).to.equal('application/atom+xml; charset=utf-8')
        const xml = String(text)
        const entries = [
          ...xml.matchAll(/<entry>\n<id>(.*?)<\/id>\n<title>(.*?)<\/title>\n.*\n<updated>(.*?)<\/updated>/g),
        ]
        const dates = entries.map(([, , , updated]) => updated ?? '')
        expect(dates, path).to.deep.equal(dates.toSorted().toReversed())
        expect(new Set(entries.map(([, id]) => id)).size).to.equal(entries.length)
        expect(entries.map(([, , title]) => title).join('\n'))
          .to.include('Mill Lane Streets: version 1.1 (fictional)')
          .and.include('Calderwick replied on')
          .and.include('Correction, Mill Lane Streets')
        expect(/<updated>(.*?)<\/updated>/.exec(xml)?.[1]).to.equal(dates[0])
      }
    })

    it('answer for what is missing as every page does', async () => {
      expect((await get('/nothing/feed.atom')).status).to.equal(404)
      expect((await get('/calderwick/nothing/feed.atom')).status).to.equal(404)
    })
  })

  describe('the sitemap', () => {
    it('lists pages that answer, dated by their records, and no page of a single point', async () => {
      const { text } = await get('/sitemap.xml').buffer()
      const paths = [...String(text).matchAll(/<loc>http:\/\/localhost:3000(.*?)<\/loc>/g)].map(
        ([, path]) => path ?? '',
      )
      expect(paths).to.include('/').and.include(MILL).and.include(`${MILL}/report`)
      expect(paths.filter(path => /\/points/.test(path))).to.deep.equal([])
      expect(String(text)).to.include(`${MILL}</loc><lastmod>2026-06-30</lastmod>`)
      for (const path of paths) expect((await get(path)).status, path).to.equal(200)
    })

    it('is named in robots.txt, which keeps only the desk out: pages of points say noindex themselves', async () => {
      const { text } = await get('/robots.txt')
      expect(text).to.include('Sitemap: http://localhost:3000/sitemap.xml').and.include('Disallow: /desk\n')
      expect((await get(`${MILL}/points/2`)).text).to.include('<meta name="robots" content="noindex">')
    })
  })

  describe('the reporter page', () => {
    it('prints three lines, the reply in full, a card for each figure and what not to say', async () => {
      const { text } = await get(`${MILL}/report`)
      const { record, audit } = await readIndex(deps, ADDRESS)
      expect(text.match(/<div class="press">/g)).to.have.length(3)
      expect(unescape(text)).to.include((record.replies[0]?.text ?? '').slice(0, 300))
      const cards = [...text.matchAll(/<details class="cite" id="cite-([a-z-]+)">/g)].map(([, id]) => id)
      expect(cards).to.deep.equal(
        audit.indicators
          .filter(({ byPoint, sentence }) => byPoint.value !== null && sentence !== null)
          .map(({ id }) => id),
      )
      expect(text).to.include('Please do not say')
      expect(text).to.include('34b233e5936529e30bcca9c8e3909a6bd44836f1494d1c53f54ac63b9606ec8c')
    })

    it('holds in each card everything that must be cited with a figure', async () => {
      const { text } = await get(`${MILL}/report`)
      const card = /<details class="cite" id="cite-silence">.*?<\/details>/s.exec(text)?.[0] ?? ''
      const terms = [...card.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, term]) => term)
      const t = en.reporter.card
      expect(terms).to.deep.equal([
        ...[
          t.count,
          t.range,
          t.byIdea,
          t.state,
          t.release,
          t.basis,
          t.rows,
          t.sources,
          t.not,
          t.reply,
          t.licence,
          t.contact,
        ],
      ])
      const { audit } = await readIndex(deps, ADDRESS)
      const silence = audit.indicators.find(({ id }) => id === 'silence')?.byPoint
      expect(silence?.rangeMethod).to.equal('cluster-bootstrap')
      expect(card)
        .to.include('75 of 187')
        .and.include('figure&#x3D;silence')
        .and.include(silence === undefined ? 'no figure' : (rangeWords(en, silence) ?? 'no range'))
    })

    it('holds a figure back that the lint blocks, and says so', async () => {
      const { text } = await get('/calderwick/listening-in-action-2025/report')
      const { audit } = await readIndex(deps, { ...ADDRESS, consultation: 'listening-in-action-2025' })
      const hard = audit.lint.filter(({ level, rule }) => level === 'blocked' && !rule.endsWith('headline'))
      for (const { subject } of hard) expect(text).not.to.include(`<span class="cite-n">${subject}</span>`)
    })

    it('has nothing to quote before there is a result, and no picture', async () => {
      const { text } = await get(`${SURVEY}/report`)
      expect(text).to.include('Nothing to quote yet').and.not.include('<div class="press">').and.not.include('<img')
    })

    it('tells the method in 80 words, without a barred word anywhere in the catalogue', () => {
      expect(en.reporter.method.split(/\s+/).length).to.be.at.most(80)
      const strings = (value: unknown): readonly string[] =>
        typeof value === 'string'
          ? [value]
          : typeof value === 'object' && value !== null
            ? Object.values(value).flatMap(strings)
            : []
      expect(strings(en).flatMap(barredWordsIn)).to.deep.equal([])
    })
  })

  describe('versions', () => {
    it('are rebuilt as at their day: the figures that the corrections name as old stand in the old one', async () => {
      const { releases, undatedCount } = await showReleases(deps, ADDRESS)
      const counts = releases.map(({ release, then }) => ({
        version: release.version,
        figures: ['L8', 'L9'].map(number => {
          const figure = then?.audit.indicators.find(one => one.number === number)?.byPoint
          return `${figure?.numerator ?? ''}/${figure?.denominator ?? ''}`
        }),
      }))
      expect(counts).to.deep.equal([
        { version: '1.1', figures: ['45/120', '75/187'] },
        { version: '1.0', figures: ['44/120', '76/187'] },
      ])
      expect(undatedCount).to.equal(0)
    })

    it('differ in exactly the point that was corrected', async () => {
      const { releases } = await showReleases(deps, ADDRESS)
      expect(
        releases[0]?.changed.map(({ number, before, after }) => [number, before.outcome, after.outcome]),
      ).to.deep.equal([[165, 'no-trace', 'declined-with-reason']])
      const { text } = await get(`${MILL}/changes`)
      expect(text).to.include(`href="${MILL}/points/165"`).and.include('Version 1.1. 3 changes since 12 June 2026.')
    })

    it('keep their address, say when they are superseded, and that a rebuild is no proof', async () => {
      const old = await get(`${MILL}/v/1.0`)
      expect(old.text).to.include('This is an old version. Version 1.1 replaces it.').and.include('we cannot prove')
      expect(old.text).to.include('noindex')
      expect((await get(`${MILL}/v/1.1`)).text).to.include('This is the newest version.')
      expect((await get(`${MILL}/v/7.0`)).status).to.equal(404)
    })
  })

  describe('search', () => {
    it('reads a word that no text holds as its nearest, and says so', async () => {
      const slipped = await searchEverything(deps, 'brigde')
      const exact = await searchEverything(deps, 'bridge')
      expect(slipped.readAs).to.deep.equal([{ typed: 'brigde', words: ['bridge', 'brigade'] }])
      expect(slipped.pointCount).to.be.at.least(exact.pointCount)
      expect((await get('/find?q=brigde')).text).to.include('No text has “brigde”. We looked for “bridge”, “brigade”.')
    })

    it('leaves a word alone that some text holds', async () => {
      expect((await searchEverything(deps, 'bridge')).readAs).to.deep.equal([])
    })

    it('gives points that hold the word as it was typed before those that hold it within another', async () => {
      const { points } = await searchEverything(deps, 'bridge')
      const isWhole = points.map(({ row }) => /\bbridge\b/.test(row.foldedText))
      expect(isWhole.indexOf(false), 'footbridge, weighbridge').to.be.greaterThan(0)
      expect(isWhole.lastIndexOf(true)).to.be.lessThan(isWhole.indexOf(false))
    })

    it('looks only through texts that may be shown', async () => {
      const found = await searchEverything(deps, 'crosing')
      expect(found.points.every(({ row }) => row.text.state === 'shown')).to.equal(true)
    })

    it('says in plain words what to try where nothing is found', async () => {
      const { text } = await get('/find?q=zzzzzz')
      expect(text).to.include('We found nothing for “zzzzzz”.').and.include('Try one word that is special')
    })
  })
})
