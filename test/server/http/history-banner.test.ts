import { expect } from 'chai'
import type { Express } from 'express'
import supertest from 'supertest'
import { createApp } from '../../../server/http/app.ts'
import { checkHistory } from '../../../server/usecases/history/watch-history.ts'
import { byHand } from '../../support/history.ts'
import { EASTFIELD, loadSampleConsultation } from '../../support/release-world.ts'
import { openTemporaryDeps } from '../../support/temporary-store.ts'

const BANNER = 'no longer agree with their own history'
const consultation = `/calderwick/${EASTFIELD.consultation}`
const PAGES = [
  '/',
  '/find?q=bench',
  '/method',
  '/calderwick',
  consultation,
  `${consultation}/points`,
  `${consultation}/points/1`,
  `${consultation}/embed`,
  `${consultation}/report`,
  '/removals',
  '/desk/sign-in',
  '/check',
  '/no-such-page',
]

describe('a store whose history is damaged, served', function () {
  this.timeout(120_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  let app: Express
  before(async () => {
    opened = await openTemporaryDeps()
    await loadSampleConsultation(opened.deps, EASTFIELD.consultation)
    app = createApp(opened.deps)
  })
  after(() => opened.close())
  const get = (path: string) => supertest(app).get(path)

  it('says so on every page, also on those that a browser or this server had kept', async () => {
    expect(await checkHistory(opened.deps)).to.equal('whole')
    const before = new Map<string, supertest.Response>()
    for (const path of PAGES) before.set(path, await get(path))
    for (const [path, { text }] of before) expect(text, path).to.not.include(BANNER)
    byHand(opened.path, file => file.exec("update consultations set title = title || '!'"))
    expect(await checkHistory(opened.deps)).to.equal('damaged')
    for (const [path, earlier] of before) {
      const now = await get(path).set('If-None-Match', earlier.headers['etag'] ?? '""')
      expect(now.status, path).to.equal(earlier.status)
      expect(now.text.split(BANNER), path).to.have.length(2)
      expect(now.headers['cache-control'], path).to.equal('no-store')
      expect(now.text.indexOf(BANNER), `${path}: above all else`).to.be.lessThan(now.text.indexOf('<main'))
    }
  })

  it('says what it means and what a reader can do, and leaves files as they are', async () => {
    const { text } = await get('/')
    expect(text).to.include('Do not rely on this yet').and.include('keep it and compare').and.include('href="/about"')
    expect((await get(`${consultation}/points.csv`)).text).to.not.include(BANNER)
  })

  it('says nothing more once the records agree again', async () => {
    byHand(opened.path, file => file.exec("update consultations set title = rtrim(title, '!')"))
    expect(await checkHistory(opened.deps)).to.equal('whole')
    expect((await get(consultation)).text).to.not.include(BANNER)
  })
})
