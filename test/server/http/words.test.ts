import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import type { Figure } from '../../../analysis/finding.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { periodWords } from '../../../server/http/pages/date-words.ts'
import { findTerms, markSpans } from '../../../server/http/pages/mark-words.ts'
import { figureWords, rangeWords, wordsElsewhere } from '../../../server/http/pages/number-words.ts'
import { safeUrl } from '../../../server/http/safe-url.ts'
import { en } from '../../../server/http/strings/en.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

const figure = (given: Partial<Figure>): Figure => ({
  numerator: null,
  denominator: null,
  value: null,
  low: null,
  high: null,
  unit: 'share',
  rangeMethod: null,
  simple: null,
  nullReason: null,
  isSmall: false,
  bounds: null,
  against: null,
  ...given,
})

describe('numbers in words', () => {
  it('write thousands with a comma and one of a thing in the singular', () => {
    expect(en.picture.bracket(10860)).to.equal('10,860 points')
    expect(en.picture.bracket(1)).to.equal('1 point')
    expect(en.picture.bracket(0)).to.equal('0 points')
  })

  it('write a share with one decimal, and a negative difference with a minus sign', () => {
    expect(en.percent(0.3722)).to.equal('37.2%')
    expect(figureWords(en, figure({ value: -0.175, unit: 'difference' }))).to.equal('−17.5 points')
    expect(figureWords(en, figure({ value: 0.235, unit: 'difference' }))).to.equal('+23.5 points')
  })

  it('say nothing for a figure that is null: null is never 0', () => {
    expect(figureWords(en, figure({ value: null }))).to.equal(null)
    expect(figureWords(en, figure({ value: 0 }))).to.equal('0.0%')
  })

  it('give seats, tests and records under 30 as a count, for they are no rate of anything', () => {
    const seats = figure({ numerator: 4, denominator: 5, value: 0.8, rangeMethod: 'exact' })
    expect(figureWords(en, seats)).to.equal('4 of 5')
    expect(wordsElsewhere(en, seats)).to.deep.equal({ count: '4 of 5', value: '', range: '' })
    expect(figureWords(en, { ...seats, numerator: 61, denominator: 88, value: 61 / 88 })).to.equal('69.3%')
  })

  it('give no range where both ends are the same', () => {
    expect(rangeWords(en, figure({ low: 0.2, high: 0.4 }))).to.equal('20.0 to 40.0%')
    expect(rangeWords(en, figure({ low: 143, high: 143, unit: 'days' }))).to.equal(null)
  })
})

describe('dates in words', () => {
  it('name the month, and say a year once where a period stays within it', () => {
    expect(en.dateTogether('2026-03-02')).to.equal('2\u00a0March 2026')
    expect(periodWords(en, '2026-01-12', '2026-03-14')).to.equal('12\u00a0January to 14\u00a0March 2026')
    expect(periodWords(en, '2025-12-12', '2026-03-14')).to.equal('12\u00a0December 2025 to 14\u00a0March 2026')
  })

  it('say what is known of a period, and nothing where nothing is', () => {
    expect(periodWords(en, null, '2026-03-14')).to.equal('until 14\u00a0March 2026')
    expect(periodWords(en, null, null)).to.equal(null)
  })
})

describe('marked words', () => {
  it('leave the text whole, and join spans that overlap', () => {
    const segments = markSpans('a zebra crossing', [
      [2, 7],
      [5, 16],
    ])
    expect(segments).to.deep.equal([
      { text: 'a ', isMarked: false },
      { text: 'zebra crossing', isMarked: true },
    ])
    expect(
      markSpans('abc', [[1, 99]])
        .map(({ text }) => text)
        .join(''),
    ).to.equal('abc')
  })

  it('find a word that was looked for with its ending, and not inside another word', () => {
    const found = (text: string, term: string): readonly string[] =>
      findTerms(text, [term]).map(([from, to]) => text.slice(from, to))
    expect(found('The crossings cross a road', 'cross')).to.deep.equal(['crossings', 'cross'])
    expect(found('across the road', 'cross')).to.deep.equal([])
  })
})

describe('links from data', () => {
  it('pass only where they are plain http or https', () => {
    expect(safeUrl('https://example.org/a')).to.equal('https://example.org/a')
    for (const url of [
      'javascript:alert(1)',
      ' JAVASCRIPT:alert(1)',
      'data:text/html,x',
      '//example.org',
      'vbscript:x',
      'no url',
      '',
    ])
      expect(safeUrl(url), url).to.equal(null)
    expect(safeUrl(null)).to.equal(null)
  })
})

describe('the words of our pages', () => {
  it('hold none that speaks of a motive or blames', async () => {
    const found: string[] = []
    for (const folder of ['views', 'server/http/pages'])
      for (const entry of await readdir(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(hbs|ts)$/.test(entry.name)) continue
        const source = await readFile(`${entry.parentPath}/${entry.name}`, 'utf8')
        found.push(...barredWordsIn(source).map(word => `${entry.name}: ${word}`))
      }
    expect(found).to.deep.equal([])
  })
})
