import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { hardToRead, hardToReadTogether } from '../support/hard-to-read.ts'
import { browserOrSkip } from '../support/in-browser.ts'
import { ourSentences } from '../support/our-sentences.ts'

const EASY = Array.from({ length: 12 }, (_, number) => `We read page ${number} of it and said so.`)
const HARD = Array.from(
  { length: 12 },
  (_, number) => `Organisational considerations necessitate clarification ${number}.`,
)

describe('the reading of the gate', function () {
  this.timeout(60_000)
  let browser: Browser | undefined
  before(async function () {
    browser = await browserOrSkip(this)
  })
  after(() => browser?.close())

  const readIn = async (main: string): Promise<readonly string[]> => {
    const page = await browser?.newPage()
    if (page === undefined) return []
    await page.setContent(`<!doctype html><html lang="en-GB"><main>${main}</main></html>`)
    const sentences = await ourSentences(page)
    await page.close()
    return sentences
  }

  it('finds hard text, long sentences and a high average, and lets easy text pass', () => {
    expect(hardToRead(EASY)).to.deep.equal({ faults: [], tooFew: [] })
    expect(hardToRead(HARD).faults.join()).to.match(/^grade \d/)
    const long = EASY.map(sentence => `${'so '.repeat(20)}${sentence}`)
    expect(hardToRead(long).faults[0]).to.equal('29.0 words a sentence')
    expect(hardToRead(long).faults).to.have.length.above(12)
  })

  it('leaves no page out: what is too little for a grade is read together', () => {
    const { faults, tooFew } = hardToRead(HARD.slice(0, 5))
    expect(faults).to.deep.equal([])
    expect(hardToReadTogether(tooFew)).to.have.length(1)
  })

  it('counts neither names and dates nor labels as sentences', () => {
    expect(hardToRead(['30 September 2025.', 'Riverside Community Hall.', 'Minutes spoken: officials 38.']).tooFew).to
      .be.empty
  })

  it('reads lists of running text, and no rows of names, links and facts', async () => {
    const list = '<ul><li>We never guess. <a href="/">Why</a><ul><li>No motive is on record.</li></ul></li></ul>'
    const rows = '<ul><li><a href="/">Report</a> 3 June. Closed to all.</li><li><b>Missing:</b> A log.</li></ul>'
    const records = '<ul class="docs"><li>How wide is it? <span>No reply.</span></li></ul>'
    expect(await readIn(list + rows + records)).to.deep.equal(['We never guess.', 'No motive is on record.'])
  })

  it('reads nothing that is quoted', async () => {
    const quoted =
      '<blockquote><p>Theirs.</p></blockquote><p lang="cy">Eu geiriau.</p><p>They said “this. And that.” to us.</p>'
    expect(await readIn(quoted)).to.deep.equal(['They said quoted to us.'])
  })
})
