import { expect } from 'chai'
import type { Browser, Locator, Page } from 'playwright-core'
import { browserOrSkip } from '../support/in-browser.ts'
import { sampleDeps } from '../support/sample-deps.ts'
import { closeSite, serveSite, type Site } from '../support/serve-site.ts'

const PHONE = { width: 360, height: 740 }
const mostTaps = 4

/** Counts what a hand does: a tap on a link or button. Typing and scrolling are free. */
class Hand {
  readonly page: Page
  tapCount = 0
  constructor(page: Page) {
    this.page = page
  }
  async tap(target: Locator): Promise<void> {
    this.tapCount += 1
    await target.first().click()
    await this.page.waitForLoadState('load')
  }
}

describe('three walks from the home page', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: Site | undefined
  let base: string
  before(async function () {
    browser = await browserOrSkip(this)
    site = await serveSite(await sampleDeps())
    base = site.url
  })
  after(async () => {
    await browser?.close()
    if (site !== undefined) await closeSite(site)
  })

  const start = async (options: Parameters<Browser['newPage']>[0]): Promise<Hand> => {
    const page = await browser.newPage(options)
    await page.goto(base)
    return new Hand(page)
  }

  for (const javaScriptEnabled of [true, false])
    it(`a resident on a phone who typed two words, one misspelt, finds what happened to the point (script ${javaScriptEnabled ? 'on' : 'off'})`, async () => {
      const hand = await start({ viewport: PHONE, hasTouch: true, javaScriptEnabled })
      await hand.page.getByLabel('Find what you said').locator('input').fill('brigde school')
      await hand.tap(hand.page.getByRole('button', { name: 'Find my point' }))
      await hand.tap(hand.page.locator('.pts .pt-n a', { hasText: 'Point' }))
      expect(hand.page.url()).to.match(/\/points\/\d+$/)
      expect(await hand.page.locator('h1').textContent()).to.match(/bridge/i)
      expect(await hand.page.locator('.tag').first().isVisible()).to.equal(true)
      expect(await hand.page.locator('ol.trail, ol[class*=trail]').first().isVisible()).to.equal(true)
      expect(hand.tapCount).to.be.at.most(mostTaps)
      await hand.page.close()
    })

  it('a journalist who needs one number gets its card, and from there its rows', async () => {
    const hand = await start({ viewport: { width: 1280, height: 800 } })
    await hand.tap(hand.page.getByRole('link', { name: 'Mill Lane Streets' }))
    await hand.tap(hand.page.getByRole('link', { name: 'For reporters' }))
    await hand.tap(hand.page.locator('#cite-silence summary'))
    expect(await hand.page.locator('#cite-silence').textContent())
      .to.include('75 of 187')
      .and.match(/\d\d\.\d to \d\d\.\d%/)
    const rows = hand.page.locator('#cite-silence a[href*="figure=silence"]')
    expect(await rows.first().isVisible()).to.equal(true)
    await hand.tap(rows)
    expect(await hand.page.locator('h1').textContent()).to.match(/^75 points/)
    expect(await hand.page.locator('.pt').first().isVisible()).to.equal(true)
    expect(await hand.page.getByRole('link', { name: 'CSV' }).isVisible()).to.equal(true)
    expect(hand.tapCount).to.be.at.most(mostTaps)
    await hand.page.close()
  })

  it('an officer who disagrees with a row reads why, what was searched, and how to challenge it', async () => {
    const hand = await start({ viewport: { width: 1280, height: 800 } })
    await hand.tap(hand.page.getByRole('link', { name: 'Mill Lane Streets' }))
    await hand.tap(hand.page.locator('.pic a', { hasText: 'No answer found' }))
    await hand.tap(hand.page.locator('.pts .pt-n a', { hasText: 'Point' }))
    const text = (await hand.page.locator('main').textContent()) ?? ''
    expect(text).to.match(/What you can do next/)
    expect(text).to.match(/Searched|searched/)
    expect(await hand.page.locator('#searches article').first().isVisible()).to.equal(true)
    expect(text).to.match(/is it wrong|disagree|challenge|wrong/i)
    expect(hand.tapCount).to.be.at.most(mostTaps)
    await hand.page.close()
  })
})
