import { get as ask, type IncomingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect } from 'chai'
import { sampleDeps } from '../../support/sample-deps.ts'
import { closeSite, serveSite, type Site } from '../../support/serve-site.ts'

const MILL = '/calderwick/mill-lane-2025'

describe('what a reader gets who takes compressed answers', function () {
  this.timeout(60_000)
  let site: Site
  before(async () => {
    site = await serveSite(await sampleDeps())
  })
  after(() => closeSite(site))

  /** As it came over the wire: no client of tests leaves the bytes alone. */
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      ask(site.url + path, { headers }, response => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        )
      }).on('error', reject)
    })
  const ZIP = { 'Accept-Encoding': 'gzip' }

  it('is told in the header of a page which style and font it needs, the style first, and each is there', async () => {
    for (const path of ['/', MILL, `${MILL}/report`, `${MILL}/embed`]) {
      const { headers, body } = await get(path)
      const named = [...String(headers['link']).matchAll(/<([^>]+)>; rel=preload; as=(style|font)/g)]
      const styles = [...body.toString('utf8').matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
        ([, href]) => href,
      )
      expect(styles, path).to.not.be.empty
      expect(named.filter(([, , kind]) => kind === 'style').map(([, href]) => href)).to.deep.equal(styles)
      expect(named[0]?.[2], path).to.equal('style')
      for (const [, href = ''] of named) expect((await get(href)).status, href).to.equal(200)
    }
    expect((await get(`${MILL}/points.csv`)).headers['link']).to.equal(undefined)
  })

  it('is the same page, file, list and script, in fewer bytes, and caches are told that there are two forms', async () => {
    const page = (await get(MILL)).body.toString('utf8')
    const [style = '', script = ''] = [/\/assets\/site[^"]*\.css/, /\/assets\/[^"]*\.js/].map(
      pattern => pattern.exec(page)?.[0] ?? '',
    )
    for (const path of ['/', MILL, `${MILL}/points.csv`, `${MILL}/points.json`, `${MILL}/feed.atom`, style, script]) {
      const [plain, zipped] = [await get(path), await get(path, ZIP)]
      expect(zipped.headers['content-encoding'], path).to.equal('gzip')
      expect(gunzipSync(zipped.body).equals(plain.body), path).to.equal(true)
      expect(zipped.body.length, path).to.be.lessThan(plain.body.length / 2)
      expect(zipped.headers['vary'], path).to.include('Accept-Encoding')
      expect(plain.headers).to.not.have.property('content-encoding')
    }
  })

  it('has a tag of its own, and answers 304 to it alone', async () => {
    const [plain, zipped] = [await get(MILL), await get(MILL, ZIP)]
    expect(plain.headers['etag']).to.not.equal(zipped.headers['etag'])
    const known = { ...ZIP, 'If-None-Match': zipped.headers['etag'] ?? '' }
    expect((await get(MILL, known)).status).to.equal(304)
    expect((await get(MILL, { 'If-None-Match': zipped.headers['etag'] ?? '' })).status).to.equal(200)
  })

  it('is not compressed twice, nor where a page of the desk could hold a secret, nor a picture', async () => {
    for (const path of ['/desk/sign-in', `${MILL}/card.png`, '/nothing-here'])
      expect((await get(path, ZIP)).headers, path).to.not.have.property('content-encoding')
    expect((await get('/assets/../package.json', ZIP)).status).to.equal(404)
  })

  it('weighs no more than 60 kB for a page with everything but the script of the charts and the font', async () => {
    for (const page of [MILL, `${MILL}/indicators`, `${MILL}/points`, '/calderwick']) {
      const { body } = await get(page, ZIP)
      const html = gunzipSync(body).toString('utf8')
      const sheets = [...html.matchAll(/href="(\/assets\/[^"]*\.css)"/g)].map(match => match[1] ?? '')
      let bytes = body.length
      for (const sheet of sheets) bytes += (await get(sheet, ZIP)).body.length
      expect(bytes, page).to.be.at.most(60_000)
    }
  })
})
