import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { axeFaults, browserOrSkip, overflowOf } from '../support/in-browser.ts'
import { ADMIN, aPerson, aStoredConsultation, aToken, openPeopleTest, type PeopleTest } from '../support/people.ts'
import { carryToken, closeSite, serveSite, type Site } from '../support/serve-site.ts'

const INTO = '/desk/import/into/body-of-high-street/high-street'
const FORMS = `No,Date,Comment,Status,E-mail
F1,03/04/2026,Keep the bench by the pump.,Minded to agree,a@example.org
F2,05/06/2026,"${'A very long comment about lights. '.repeat(20)}",rejected,b@example.org
F3,07/08/2026,,rejected,c@example.org
`

describe('the import pages in a browser', function () {
  this.timeout(180_000)
  let browser: Browser
  let test: PeopleTest
  let site: Site
  before(async function () {
    browser = await browserOrSkip(this)
  })
  after(() => browser?.close())
  beforeEach(async () => {
    test = await openPeopleTest()
    await aStoredConsultation(test.deps)
    site = await serveSite(test.deps)
  })
  afterEach(async () => {
    await closeSite(site)
    await test.close()
  })

  const openPage = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
    const person = await aPerson(test.deps, { grants: [ADMIN], password: null, hasSecondStep: true })
    const page = await (await browser.newContext(options)).newPage()
    await carryToken(page, site, await aToken(test.deps, person.id, { isFull: true }))
    return page
  }
  const click = async (page: Page, name: RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().click()
    await page.waitForLoadState()
  }
  const send = async (page: Page, name: string, text: string): Promise<void> => {
    await page.goto(site.url + INTO)
    await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await click(page, /^Send the file/)
  }
  const look = async (page: Page, what: string): Promise<void> => {
    expect(await axeFaults(page), what).to.deep.equal([])
    expect(await overflowOf(page), what).to.equal(0)
  }

  for (const width of [1280, 320])
    it(`have no fault that axe finds, no sideways scroll and need no script at ${width} pixels`, async () => {
      const page = await openPage({ viewport: { width, height: 800 }, bypassCSP: true })
      for (const path of ['/desk', '/desk/site', '/desk/people', '/desk/import', '/desk/import/new', INTO]) {
        await page.goto(site.url + path)
        await look(page, path)
      }
      await send(page, 'forms.csv', FORMS)
      await look(page, 'an unknown file')
      await page.locator('#as').selectOption('responses')
      await click(page, /^Take it as that/)
      await look(page, 'its columns')
      await click(page, /^Try it/)
      await look(page, 'questions')
      await page.getByLabel(/Day first/).check()
      await page.locator('select').first().selectOption('says-considering')
      await click(page, /^Try it again/)
      await look(page, 'the dry run')
      await click(page, /^Import 2 rows/)
      await look(page, 'the report')
      await send(page, 'decision.txt', 'The bench stays.\n')
      await look(page, 'a document')
    })

  it('lead all the way without script', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await send(page, 'events.csv', 'ref,title,kind,held_on\nw-1,A walk,other,2026-03-01\n')
    await click(page, /^Try it/)
    await click(page, /^Import 1 row/)
    expect(await page.locator('h1').innerText()).to.equal('Imported: 1 row')
  })
})
