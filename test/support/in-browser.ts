import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from './open-chromium.ts'

/** The browser of a suite; where there is none the suite is skipped, and says so. For a `before` hook. */
export const browserOrSkip = async (suite: Mocha.Context): Promise<Browser> => {
  const browser = await openChromium()
  if (browser !== null) return browser
  console.log('      skipped: there is no Chromium. Install one, or set CHROMIUM_PATH.')
  return suite.skip()
}

/** One more style sheet, made by script: the page's policy forbids styles in its markup. */
export const addSheet = (page: Page, css: string): Promise<void> =>
  page.evaluate(text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, css)

/** Lays out all of a page, also what a reader has not come near yet: what stands there cannot be measured before. */
export const layOutWhole = (page: Page): Promise<void> => addSheet(page, '* { content-visibility: visible !important }')

/** What axe-core finds of WCAG 2.0 to 2.2, A and AA, and of best practice: each rule with the markup that breaks it. */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  // As an expression: the page's policy forbids inline scripts and eval, the debugger does not ask it.
  await page.evaluate(axe.source)
  await layOutWhole(page)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}

/** Pixels by which the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
