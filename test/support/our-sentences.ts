import type { Page } from 'playwright-core'

const READ = 'main p, main .find, main h1, main dd, main li, main .ddef, main .groups > li > span:not(.tag)'
const NOT_OURS = 'blockquote, q, table, code, .reply, .pt, .psg, .says-box, .ev, .card, [lang]:not(html), .printref'
/** Read for themselves, or not at all. */
const BLOCKS = 'p, dl, ul, ol, table, blockquote, details, form, [lang]'

/**
 * The sentences of a page that are ours, for the reading grade: running text with a full stop.
 *
 * - Not ours: what is quoted (`blockquote`, `q`, a language of its own, “…”), the council's reply, points, passages, cards.
 * - Tables and code are read cell by cell, not sentence by sentence.
 * - **Lists.** An item that begins with words of ours is running text, and is read like a paragraph. An item that begins with an
 *   element is a row: a name, a link, a mark, a number or a date, and facts beside it; so is every item of a list of documents or
 *   records (`docs`), whose names and notes are those of the records. What stands in a row as a paragraph, or as the line under the
 *   name of a result, is read as well. Names, links and labels are no sentences: they have no full stop.
 */
export const ourSentences = (page: Page): Promise<readonly string[]> =>
  // One expression without functions of its own: the compiler would name them, with a helper that the page does not have.
  page.evaluate(
    ({ read, notOurs, blocks }) =>
      [...document.querySelectorAll(read)]
        .filter(element => element.closest(notOurs) === null)
        .flatMap(element => {
          if (!element.matches('li')) return [element.textContent ?? '']
          const first = [...element.childNodes].find(
            node => node instanceof Element || (node.textContent ?? '').trim() !== '',
          )
          if (!(first instanceof Text) || element.closest('.docs') !== null) return []
          const own = document.createElement('div')
          own.append(...[...element.childNodes].map(node => node.cloneNode(true)))
          own.querySelectorAll(blocks).forEach(block => block.remove())
          return [own.textContent ?? '']
        })
        .flatMap(text =>
          text
            .replace(/“[^”]*”/g, 'quoted')
            .split(/(?<=[.?!])\s+/)
            .map(sentence => sentence.replace(/\s+/g, ' ').trim())
            .filter(sentence => /[.?!]$/.test(sentence)),
        ),
    { read: READ, notOurs: NOT_OURS, blocks: BLOCKS },
  )
