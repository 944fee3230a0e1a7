/**
 * Pictures of every kind and state of public page, desktop and phone, for looking at:
 * `node --import=tsx test/browser/screenshots.ts FOLDER [URL] [NAME]`. Without a URL it expects a running server at
 * http://localhost:3000; with a name, only pages whose name begins so. Not a test: it asserts nothing.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openChromium } from '../support/open-chromium.ts'
import { OTHER_PAGES, SAMPLE_PAGES } from '../support/sample-pages.ts'

const [folder = 'screenshots', base = 'http://localhost:3000', only = ''] = process.argv.slice(2)

const PAGES: Readonly<Record<string, string>> = { ...SAMPLE_PAGES, ...OTHER_PAGES }
const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const

const browser = await openChromium()
if (browser === null) throw new Error('There is no Chromium. Install one, or set CHROMIUM_PATH to it.')
await mkdir(folder, { recursive: true })
for (const [screen, viewport] of Object.entries(SCREENS)) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: screen === 'phone' ? 2 : 1 })
  for (const [name, path] of Object.entries(PAGES)) {
    if (!name.startsWith(only)) continue
    const file = join(folder, `${name.replaceAll(' ', '-')}-${screen}`)
    await page.goto(base + path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `${file}-first.png` })
    await page.screenshot({ path: `${file}-full.png`, fullPage: true })
  }
  await page.close()
}
await browser.close()
