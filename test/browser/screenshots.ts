/**
 * Pictures of every kind of page, desktop and phone, for looking at: `node --import=tsx test/browser/screenshots.ts FOLDER [URL]`.
 * Without a URL it expects a running server at http://localhost:3000. Not a test: it asserts nothing.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openChromium } from '../support/open-chromium.ts'

const [folder = 'screenshots', base = 'http://localhost:3000', only = ''] = process.argv.slice(2)

const consultation = '/calderwick/mill-lane-2025'
const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  council: '/calderwick',
  consultation,
  'consultation-told': '/calderwick/listening-in-action-2025',
  'consultation-shared': '/calderwick/eastfield-park-2026',
  'consultation-survey': '/calderwick/residents-survey-2026',
  points: `${consultation}/points`,
  'points-narrowed': `${consultation}/points?group=no-answer-found`,
  point: `${consultation}/points/1`,
  'point-two': `${consultation}/points/2`,
  'point-three': `${consultation}/points/5`,
  ideas: `${consultation}/ideas`,
  idea: `${consultation}/ideas/1`,
  evidence: `${consultation}/evidence`,
  document: `${consultation}/evidence/response-log`,
  indicators: `${consultation}/indicators`,
  stated: `${consultation}/stated`,
  method: '/method',
  words: '/words',
  find: '/find?q=bridge',
  data: '/data',
  privacy: '/privacy',
  accessibility: '/accessibility',
  corrections: '/corrections',
  missing: '/nothing-here',
}
const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const

const browser = await openChromium()
if (browser === null) throw new Error('There is no Chromium. Install one, or set CHROMIUM_PATH to it.')
await mkdir(folder, { recursive: true })
for (const [screen, viewport] of Object.entries(SCREENS)) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: screen === 'phone' ? 2 : 1 })
  for (const [name, path] of Object.entries(PAGES)) {
    if (only !== '' && !name.startsWith(only)) continue
    await page.goto(base + path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(folder, `${name}-${screen}-first.png`) })
    await page.screenshot({ path: join(folder, `${name}-${screen}-full.png`), fullPage: true })
  }
  await page.close()
}
await browser.close()
