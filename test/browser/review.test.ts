import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { readRecords } from '../../data/store/records.ts'
import { axeFaults, browserOrSkip, overflowOf } from '../support/in-browser.ts'
import { aPerson, aToken, openPeopleTest, type PeopleTest } from '../support/people.ts'
import { carryToken, closeSite, serveSite, type Site } from '../support/serve-site.ts'
import { aReviewWorld, type ReviewWorld } from '../support/review-world.ts'

const DESK = '/desk/review/body-of-high-street/high-street'
const WORDS = ['bench: Keep the bench by the pump.', 'lights: More lights, please.', 'bins: Bins with lids.']

describe('the review desk in a browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let test: PeopleTest
  let world: ReviewWorld
  let site: Site
  before(async function () {
    browser = await browserOrSkip(this)
  })
  after(() => browser?.close())
  beforeEach(async () => {
    test = await openPeopleTest()
    world = await aReviewWorld(test.deps, WORDS)
    site = await serveSite(test.deps)
  })
  afterEach(async () => {
    await closeSite(site)
    await test.close()
  })

  const openPage = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const person = await aPerson(test.deps, {
      grants: [{ role: 'reviewer', consultationId: world.consultationId }],
      password: null,
      hasSecondStep: true,
    })
    const page = await (await browser.newContext(options)).newPage()
    page.setDefaultNavigationTimeout(90_000)
    await carryToken(page, site, await aToken(test.deps, person.id, { isFull: true }))
    await page.goto(site.url + DESK)
    return page
  }
  const press = async (page: Page, key: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)])
  }
  const judged = async () => ({
    links: (await readRecords(test.deps.store.reader, 'link', world.consultationId)).map(({ kind }) => kind),
    searchCount: (await readRecords(test.deps.store.reader, 'search', world.consultationId)).length,
  })
  /** A page with passages to judge: those that hold a word of the point. */
  const searchStop = async (page: Page): Promise<void> => {
    await press(page, 's')
  }

  it('is worked by keys alone, under the strict policy: take, find, confirm, say nothing, undo', async () => {
    const page = await openPage()
    const violations: string[] = []
    page.on('console', message => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text())
    })
    await press(page, 'n')
    await searchStop(page)
    await page.keyboard.press('2')
    expect(await page.locator('[data-chosen]').getAttribute('data-passage')).to.equal('2')
    await press(page, 'c')
    expect(await judged()).to.deep.equal({ links: ['contains'], searchCount: 1 })
    await press(page, '0')
    expect(await judged()).to.deep.equal({ links: ['contains'], searchCount: 2 })
    await press(page, 'u')
    expect(await page.locator('.rv-stop--now').innerText()).to.include('The council logged it')
    await press(page, '9')
    await press(page, '0')
    expect(page.url()).to.include('/points/2')
    expect(violations).to.deep.equal([])
  })

  it('stays at a stop with Shift, for one passage more', async () => {
    const page = await openPage()
    await press(page, 'n')
    await searchStop(page)
    await press(page, 'Shift+C')
    expect(await judged()).to.deep.equal({ links: ['contains'], searchCount: 0 })
    expect(await page.locator('.rv-stop--now').innerText()).to.include('The plan before')
  })

  it('presses nothing while somebody types, and nothing once the keys are turned off', async () => {
    const page = await openPage()
    await press(page, 'n')
    await page.keyboard.press('w')
    await page.keyboard.type('0 zlu')
    expect(await page.locator('#note').inputValue()).to.equal('0 zlu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.locator('[data-keys-switch] button').click()
    await page.locator('h1').click()
    await page.keyboard.press('0')
    await page.waitForTimeout(300)
    expect(await judged()).to.deep.equal({ links: [], searchCount: 0 })
    await page.reload()
    await page.keyboard.press('0')
    await page.waitForTimeout(300)
    expect(await judged()).to.deep.equal({ links: [], searchCount: 0 })
  })

  it('works without script: every key is a button', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.getByRole('button', { name: /Next point/ }).click()
    await page.getByRole('link', { name: 'Search this stop' }).click()
    await page.getByRole('button', { name: 'The plan has it' }).first().click()
    await page.getByRole('button', { name: 'Nothing here' }).click()
    expect(await judged()).to.deep.equal({ links: ['contains'], searchCount: 2 })
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.locator('.rv-stop--now').innerText()).to.include('The council logged it')
    expect(await page.locator('kbd').first().isVisible()).to.equal(false)
  })

  const PAGES = [
    '',
    '/points/1',
    '/points/1?panel=set-aside',
    '/points/1/read?stop=plan',
    '/points/1/together',
    '/points/2',
    '/texts/1',
    '/ideas',
    '/responses/R1/split',
  ]
  for (const width of [1280, 320])
    it(`has no fault that axe finds and no sideways scroll at ${width} pixels`, async () => {
      const page = await openPage({ viewport: { width, height: 800 }, bypassCSP: true })
      await press(page, 'n')
      for (const path of PAGES) {
        await page.goto(site.url + DESK + path)
        expect(await axeFaults(page), path).to.deep.equal([])
        expect(await overflowOf(page), path).to.equal(0)
      }
    })
})
