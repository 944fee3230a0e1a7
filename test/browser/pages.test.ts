import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { axeFaults, browserOrSkip } from '../support/in-browser.ts'
import { sampleDeps } from '../support/sample-deps.ts'
import { SAMPLE_PAGES } from '../support/sample-pages.ts'
import { closeSite, serveSite, type Site } from '../support/serve-site.ts'

const MILL = '/calderwick/mill-lane-2025'
const DESKTOP = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 640 }
const PHONE = { width: 360, height: 740 }

describe('the public pages in a browser', function () {
  this.timeout(300_000)
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

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: DESKTOP, ...options })
    await page.goto(base + path, { waitUntil: 'load' })
    return page
  }

  /** Each page once on a screen: what axe-core finds, what its own policy or another site saw, and how wide it is unfolded. */
  const inspect = async (viewport: typeof DESKTOP): Promise<readonly string[]> => {
    const faults: string[] = []
    let name = ''
    const page = await browser.newPage({ viewport })
    page.on('console', message => {
      if (message.type() === 'error') faults.push(`${name}: ${message.text()}`)
    })
    page.on('pageerror', error => faults.push(`${name}: ${error.message}`))
    page.on('request', request => {
      if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
        faults.push(`${name}: ${request.url()}`)
    })
    for (const [kind, path] of Object.entries(SAMPLE_PAGES)) {
      name = kind
      await page.goto(base + path, { waitUntil: 'load' })
      faults.push(...(await axeFaults(page)).map(fault => `${name}: ${fault}`))
      const width = await page.evaluate(() => {
        document.querySelectorAll('details').forEach(details => (details.open = !details.classList.contains('menu')))
        return document.documentElement.scrollWidth
      })
      if (width > viewport.width) faults.push(`${name}: ${width} pixels wide with everything unfolded`)
    }
    await page.close()
    return faults
  }

  for (const [screen, viewport] of Object.entries({ desktop: DESKTOP, narrow: NARROW }))
    it(`pass axe-core, keep to their own policy and fit a ${screen} screen of ${viewport.width} pixels`, async () => {
      expect(await inspect(viewport)).to.deep.equal([])
    })

  it('show the finding, the bracket and "No answer found" on the first screen of a phone', async () => {
    for (const path of [MILL, '/calderwick/listening-in-action-2025']) {
      const page = await open(path, { viewport: PHONE })
      const row = page.locator('.dots--7 .drow', { hasText: 'No answer found' })
      const box = await row.boundingBox()
      expect((box?.y ?? Infinity) + (box?.height ?? 0), path).to.be.at.most(PHONE.height)
      expect((await page.locator('.grp').first().textContent()) ?? '').to.include('Answered:')
      await page.close()
    }
  })

  it('show the table, no empty box and no key where there is no script', async () => {
    const page = await open(MILL, { javaScriptEnabled: false })
    expect(await page.locator('#topics').isVisible()).to.equal(true)
    expect(await page.locator('.plot').isVisible()).to.equal(false)
    expect(await page.locator('.chart .key').isVisible()).to.equal(false)
    await page.locator('.ask input[name=q]').fill('bridge')
    await page.locator('.ask button').click()
    expect(await page.locator('h1').textContent()).to.match(/points? match(es)? “bridge”/)
    await page.close()
  })

  it('keep the table in forced colours', async () => {
    const page = await open(MILL, { forcedColors: 'active' })
    expect(await page.locator('#topics').isVisible()).to.equal(true)
    await page.close()
  })

  it('draw the chart from the table: the same numbers, and a name that says them', async () => {
    const page = await open(MILL)
    await page.waitForFunction(() => document.querySelector('canvas')?.__chart !== undefined)
    const { drawn, table } = await page.evaluate(() => {
      const chart = document.querySelector('canvas')?.__chart
      const rows = [...(document.querySelector<HTMLTableElement>('#topics')?.tBodies[0]?.rows ?? [])]
      const cells = rows.map(row => [...row.cells].slice(1).map(cell => Number(cell.textContent)))
      const heads = [...document.querySelectorAll('#topics thead th')]
        .slice(1)
        .map(cell => (cell.textContent ?? '').trim())
      return {
        drawn: (chart?.data.datasets ?? []).map(({ label, data }) => ({ label: label ?? '', data: [...data] })),
        table: heads.map((label, column) => ({ label, data: cells.map(row => row[column] ?? 0) })),
      }
    })
    expect(drawn).to.deep.equal(table.filter(({ data }) => data.some(Boolean)))
    const name = (await page.locator('canvas').getAttribute('aria-label')) ?? ''
    expect(name).to.match(/\d/)
    await page.close()
  })

  it('give the keyboard a skip link first, and a visible ring at every stop', async () => {
    const page = await open(`${MILL}/points`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Skip to main content')
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab')
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body)
        return {
          width: parseFloat(style.outlineWidth),
          kind: style.outlineStyle,
          on: document.activeElement?.outerHTML.slice(0, 90),
        }
      })
      expect(ring.kind, ring.on).not.to.equal('none')
      expect(ring.width, ring.on).to.be.at.least(2)
    }
    await page.close()
  })

  it('print the address, the version and the day', async () => {
    const page = await open(MILL)
    await page.emulateMedia({ media: 'print' })
    const printed = page.locator('.printref')
    expect(await printed.isVisible()).to.equal(true)
    expect(await printed.textContent()).to.match(/mill-lane-2025, Records up to 30\s+June 2026, version \d/)
    await page.close()
  })
})
