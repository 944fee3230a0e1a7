// Longer than most: every check of the gate stands here, with how it looks at a page.
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { addSheet, browserOrSkip, layOutWhole } from '../support/in-browser.ts'
import { hardToRead, hardToReadTogether } from '../support/hard-to-read.ts'
import { ourSentences } from '../support/our-sentences.ts'
import { sampleDeps } from '../support/sample-deps.ts'
import { OTHER_PAGES, SAMPLE_PAGES } from '../support/sample-pages.ts'
import { closeSite, serveSite, type Site } from '../support/serve-site.ts'

// The gate of every page kind, beside what pages.test.ts holds (axe-core, own policy, reflow unfolded).
const DESKTOP = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 640 }
const smallestTargetPixels = 24

/** WCAG 2.2, 1.4.12: line height 1.5, after paragraphs 2, letters 0.12, words 0.16 of the font size. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

/** Through the debugger: the page's own policy forbids inline styles, and must. */
const unfold = async (page: Page): Promise<void> => {
  await layOutWhole(page)
  await page.evaluate(() =>
    document.querySelectorAll('details').forEach(details => (details.open = !details.classList.contains('menu'))),
  )
}

/** What is wider than the screen, or cuts its own text off. Regions that scroll by themselves are meant to. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const found: string[] = []
    if (document.documentElement.scrollWidth > width) found.push(`${document.documentElement.scrollWidth} pixels wide`)
    for (const element of document.querySelectorAll<HTMLElement>(
      'main p, main h1, main h2, main h3, main li, main dd, main summary',
    )) {
      if (element.closest('.scroll, .vh, svg, [hidden]') !== null) continue
      const { overflowX, overflowY } = getComputedStyle(element)
      const isCut = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      const isShort = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1
      if (isCut || isShort) found.push(element.outerHTML.slice(0, 80))
    }
    return found
  })

/** Links and controls smaller than 24 by 24 pixels with another target near, save links within a sentence. */
const smallTargets = async (page: Page, smallest: number): Promise<readonly string[]> => {
  await layOutWhole(page)
  return page.evaluate(least => {
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, select')].filter(
      target => target.getClientRects().length > 0 && target.closest('.vh, .skip') === null,
    )
    const boxes = targets.map(target => ({ target, box: target.getBoundingClientRect() }))
    return boxes
      .filter(({ box }) => box.width < least || box.height < least)
      .filter(({ target }) => {
        const around = (target.parentElement?.textContent ?? '').trim().length
        const isInSentence =
          getComputedStyle(target).display === 'inline' && around > (target.textContent ?? '').trim().length
        return !isInSentence
      })
      .filter(({ target, box }) => {
        // The spacing exception: a circle of 24 pixels around it touches no other target.
        const x = box.x + box.width / 2
        const y = box.y + box.height / 2
        return boxes.some(other => {
          const nearX = Math.max(other.box.left, Math.min(x, other.box.right))
          const nearY = Math.max(other.box.top, Math.min(y, other.box.bottom))
          return other.target !== target && Math.hypot(nearX - x, nearY - y) < least / 2
        })
      })
      .map(({ target, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${target.outerHTML.slice(0, 90)}`)
  }, smallest)
}

type Look = (page: Page, name: string) => Promise<readonly string[]>

const keyboardFaults: Look = async (page, name) => {
  const found: string[] = []
  for (let stop = 0; stop < 10; stop++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      return {
        text: (element.textContent ?? '').trim(),
        html: element.outerHTML.slice(0, 80),
        isBody: element === document.body,
        hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        isInView: box.bottom > 0 && box.top < innerHeight,
      }
    })
    if (seen.isBody) break
    if (stop === 0 && !name.startsWith('embed') && seen.text !== 'Skip to main content')
      found.push(`first stop is ${seen.html}`)
    if (!seen.hasRing || !seen.isInView) found.push(seen.html)
  }
  return found
}

const structureFaults: Look = page =>
  page.evaluate(() => [
    ...(document.title.trim() === '' ? ['no title'] : []),
    ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
    ...(document.querySelectorAll('main').length === 1 ? [] : ['not one main']),
    ...(document.documentElement.lang === 'en-GB' ? [] : ['no language']),
    ...[...document.querySelectorAll('img')]
      .filter(image => !image.hasAttribute('alt'))
      .map(() => 'a picture without text'),
    ...[...document.querySelectorAll('[id]')]
      .map(({ id }) => id)
      .filter((id, place, ids) => ids.indexOf(id) !== place)
      .map(id => `id ${id} twice`),
  ])

/** What pages of few sentences say, together: one by one they would judge a sentence and no text. */
const saidInShort: string[] = []
const wordFaults: Look = async page => {
  const { faults, tooFew } = hardToRead(await ourSentences(page))
  saidInShort.push(...tooFew)
  return faults
}

const motionFaults: Look = page =>
  page.evaluate(() => document.getAnimations().map(animation => `animation ${animation.id}`))

const forcedColourFaults: Look = async page => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.reload({ waitUntil: 'load' })
  const found = await page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLElement>('main table[data-chart]')]
      .filter(table => table.closest('details:not([open])') === null && table.offsetParent === null)
      .map(table => `table ${table.id} is not shown`),
    ...[...document.querySelectorAll<HTMLElement>('main canvas')]
      .filter(canvas => canvas.offsetParent !== null)
      .map(() => 'a canvas is shown'),
  ])
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

const printFaults: Look = async (page, name) => {
  if (name.startsWith('embed')) return []
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => [
    ...['.nav', '.menu', '.skip']
      .filter(part => (document.querySelector<HTMLElement>(part)?.offsetParent ?? null) !== null)
      .map(part => `${part} is printed`),
    ...((document.querySelector('.printref')?.textContent ?? '').includes('localhost') ? [] : ['no address']),
  ])
  await page.emulateMedia({ media: 'screen' })
  return found
}

const twiceFaults: Look = async page => {
  await unfold(page)
  await addSheet(page, 'html { font-size: 200% !important }')
  return cutOff(page)
}

const spacingFaults: Look = async page => {
  await unfold(page)
  await addSheet(page, TEXT_SPACING)
  return cutOff(page)
}

const scriptlessFaults: Look = async page => {
  const found: string[] = []
  for (const hidden of ['.plot', 'canvas', '.chart .key'])
    for (const element of await page.locator(`main ${hidden}`).all())
      if (await element.isVisible()) found.push(`${hidden} shown without script`)
  for (const form of await page.locator('form').all())
    if ((await form.locator('button, input[type=submit]').count()) === 0) found.push('a form without a button')
  return found
}

const READING =
  'is written in sentences of 15 words or fewer on average, 25 at most, at grade 5 or below, its lists too'

/** Checks of one visit, in their order: what changes the page comes last. Pages with a chart alone are asked for forced colours. */
const VISITS: readonly {
  readonly options: Parameters<Browser['newPage']>[0]
  readonly looks: Readonly<Record<string, Look>>
}[] = [
  {
    options: { viewport: DESKTOP, reducedMotion: 'reduce' },
    looks: {
      'has one heading of the first level, landmarks, a language, a title, and text for each picture': structureFaults,
      [READING]: wordFaults,
      'moves nothing for those who ask for less motion': motionFaults,
      'shows the keyboard a ring of 2 pixels or more, in view, and the skip link first': keyboardFaults,
      'has targets of 24 pixels, or room around them, at 1280': page => smallTargets(page, smallestTargetPixels),
      'prints without navigation, with the address': printFaults,
      'keeps its tables in forced colours': async (page, name) =>
        (await page.locator('[data-chart]').count()) === 0 ? [] : forcedColourFaults(page, name),
      'cuts nothing off with text at twice its size': twiceFaults,
    },
  },
  {
    options: { viewport: NARROW },
    looks: {
      'has targets of 24 pixels, or room around them, at 320': page => smallTargets(page, smallestTargetPixels),
      'cuts nothing off at 320 with wide text spacing, everything unfolded': spacingFaults,
    },
  },
  {
    options: { viewport: NARROW, javaScriptEnabled: false },
    looks: { 'without script leaves no empty box and no key, and every form can be sent': scriptlessFaults },
  },
]

describe('the accessibility gate, on every kind of page', function () {
  this.timeout(240_000)
  let browser: Browser | undefined
  let site: Site | undefined
  const faults = new Map<string, string[]>()

  before(async function () {
    browser = await browserOrSkip(this)
    site = await serveSite(await sampleDeps())
    for (const { options, looks } of VISITS) {
      const page = await browser.newPage(options)
      for (const [name, path] of Object.entries({ ...SAMPLE_PAGES, ...OTHER_PAGES })) {
        await page.goto(site.url + path, { waitUntil: 'load' })
        for (const [title, look] of Object.entries(looks))
          for (const fault of await look(page, name))
            faults.set(title, [...(faults.get(title) ?? []), `${name}: ${fault}`])
      }
      await page.close()
    }
    faults.set(READING, [...(faults.get(READING) ?? []), ...hardToReadTogether(saidInShort)])
  })
  after(async () => {
    await browser?.close()
    if (site !== undefined) await closeSite(site)
  })

  for (const title of VISITS.flatMap(({ looks }) => Object.keys(looks)))
    it(title, () => {
      expect(faults.get(title) ?? []).to.deep.equal([])
    })
})
