import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import axe from 'axe-core'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { createApp } from '../../server/http/app.ts'
import { openChromium } from '../support/open-chromium.ts'
import { sampleDeps } from '../support/sample-deps.ts'
import { SAMPLE_PAGES } from '../support/sample-pages.ts'

const MILL = '/calderwick/mill-lane-2025'
const DESKTOP = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 640 }
const PHONE = { width: 360, height: 740 }

interface Fault {
  readonly rule: string
  readonly nodes: readonly string[]
}

/** axe-core over WCAG 2.0 to 2.2, A and AA, and best practice. */
const axeFaults = async (page: Page): Promise<readonly Fault[]> => {
  // As an expression: the page's policy forbids inline scripts and eval, the debugger does not ask it.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    })
    return violations.map(({ id, nodes }) => ({ rule: id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }))
  })
}

describe('the public pages in a browser', function () {
  this.timeout(300_000)
  let browser: Browser | null
  let server: Server
  let base: string

  before(async function () {
    browser = await openChromium()
    if (browser === null) {
      console.log('    No Chromium found: browser tests are skipped. Install one, or set CHROMIUM_PATH.')
      this.skip()
    }
    const app = createApp(await sampleDeps())
    server = await new Promise<Server>(resolve => {
      const listening = app.listen(0, () => resolve(listening))
    })
    base = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    await browser?.close()
    server?.close()
  })

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    if (browser === null) throw new Error('No browser')
    const page = await browser.newPage({ viewport: DESKTOP, ...options })
    await page.goto(base + path, { waitUntil: 'load' })
    return page
  }

  /** Each page once on a screen: what axe-core finds, what its own policy or another site saw, and how wide it is unfolded. */
  const inspect = async (viewport: typeof DESKTOP): Promise<readonly string[]> => {
    if (browser === null) throw new Error('No browser')
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
      for (const { rule, nodes } of await axeFaults(page)) faults.push(`${name}: ${rule}: ${nodes.join(' ')}`)
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
