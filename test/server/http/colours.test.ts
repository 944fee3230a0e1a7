import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { GROUPS } from '../../../analysis/finding.ts'
import { colourShape } from '../../../server/http/pages/shape-colours.ts'
import { CHART_KEYS } from '../../../server/http/pages/topic-chart.ts'
import { contrastOf, differenceOf, labDifference, SIGHTS } from '../../support/colours.ts'

const TEXT_LEAST = 4.5
const MARK_LEAST = 3
const DIFFERENCE_LEAST = 15

const GROUNDS = ['white', 'paper', 'panel'] as const
/** Each group's mark, and the tag that names it. */
const MARKS = ['change', 'already', 'reason', 'later', 'none', 'undec', 'wait'] as const

describe('colours', () => {
  let tokens: ReadonlyMap<string, string>
  const of = (name: string): string => {
    const colour = tokens.get(name)
    if (colour === undefined) throw new Error(`site.css has no colour --${name}.`)
    return colour
  }
  let drawn: string
  before(async () => {
    const css = await readFile(new URL('../../../views/assets/site.css', import.meta.url), 'utf8')
    tokens = new Map(
      [...css.matchAll(/^\s*--([a-z-]+): (#[0-9a-f]{3,6});/gim)].map(([, name, hex]) => [name ?? '', hex ?? '']),
    )
    drawn = await readFile(new URL('../../../views/assets/charts.ts', import.meta.url), 'utf8')
  })

  it('of text stand out from their ground by 4.5 and more', () => {
    for (const ground of GROUNDS)
      for (const text of ['ink', 'soft', 'link', 'link-on'])
        expect(contrastOf(of(text), of(ground)), `${text} on ${ground}`).to.be.at.least(TEXT_LEAST)
    for (const mark of MARKS)
      for (const ground of [`${mark}-bg`, 'white', 'paper'])
        expect(contrastOf(of(`${mark}-ink`), of(ground)), `${mark}-ink on ${ground}`).to.be.at.least(TEXT_LEAST)
  })

  it('of marks and of the edge of a field stand out from their ground by 3 and more', () => {
    for (const ground of GROUNDS)
      for (const mark of [...MARKS, 'edge'])
        expect(contrastOf(of(mark), of(ground)), `${mark} on ${ground}`).to.be.at.least(MARK_LEAST)
    // Stripes, hatching, edges and dots on the tints of their own bars.
    for (const [mark, tint] of [
      ['later', 'later-bg'],
      ['none', 'none-bg'],
      ['undec', 'undec-bg'],
      ['wait', 'wait-bg'],
      ['already', 'already-bg'],
    ] as const)
      expect(contrastOf(of(mark), of(tint)), `${mark} on ${tint}`).to.be.at.least(MARK_LEAST)
    expect(contrastOf('#C4500A', '#F7DCC9'), 'hatching on its bar').to.be.at.least(MARK_LEAST)
  })

  it('of the number on a bar stand out from the bar, or from the plate behind it, by 4.5 and more', () => {
    const looks = [...drawn.matchAll(/^\s*'([^']+)': \{ fill: (\S+), .*?text: '(#\w+)'(?:, plate: '(#\w+)')?/gm)]
    expect(looks).to.have.length(GROUPS.length)
    for (const [, name, fill = '', text = '', plate] of looks)
      expect(contrastOf(text, plate ?? fill.replaceAll("'", '')), name).to.be.at.least(TEXT_LEAST)
  })

  it('of two marks differ by 15 to every kind of colour sight, or the marks differ in form: stone and grey', () => {
    const five = { teal: 'change', blue: 'reason', stone: 'later', orange: 'none', grey: 'wait' } as const
    const pairs = Object.entries(five).flatMap(([one, a], place) =>
      Object.entries(five)
        .slice(place + 1)
        .map(([other, b]) => ({ pair: `${one} and ${other}`, a: of(a), b: of(b) })),
    )
    const close = new Set(
      pairs.flatMap(({ pair, a, b }) =>
        SIGHTS.some(sight => differenceOf(a, b, sight) < DIFFERENCE_LEAST) ? [pair] : [],
      ),
    )
    expect([...close]).to.deep.equal(['stone and grey'])
  })

  it('are the same in the style sheet, in pictures that stand without it and in drawn charts', () => {
    const shape = (cssClass: string) => colourShape({ cssClass, d: '', strokeWidth: '0', dash: '' })
    const solid = { 'fill-change': 'change', 'fill-reason': 'reason', 'fill-later': 'later', 'fill-undec': 'undec' }
    for (const [cssClass, token] of Object.entries(solid))
      expect(shape(cssClass).fill.toLowerCase()).to.equal(of(token))
    const rings = { 'ring-already': 'already', 'ring-none': 'none', 'ring-wait': 'wait' }
    for (const [cssClass, token] of Object.entries(rings))
      expect(shape(cssClass).stroke.toLowerCase()).to.equal(of(token))
    for (const token of ['change', 'reason', 'later', 'none', 'wait', 'change-ink', 'none-ink', 'later-bg', 'undec-bg'])
      expect(drawn.toLowerCase(), token).to.include(of(token))
    const keys = {
      'change-made': 'change',
      'turned-down-with-a-reason': 'reason',
      'not-decided-yet': 'undec-bg',
    } as const
    for (const [group, token] of Object.entries(keys))
      expect(CHART_KEYS[group as keyof typeof keys].fill.toLowerCase(), group).to.equal(of(token))
  })

  it('are measured right: known contrasts, and pairs that the makers of CIEDE2000 published', () => {
    expect(contrastOf('#000000', '#FFFFFF')).to.equal(21)
    expect(contrastOf('#14505C', '#fff')).to.be.closeTo(9.01, 0.005)
    expect(contrastOf('#C4500A', '#F3F1EC')).to.be.closeTo(4.14, 0.005)
    // Sharma, Wu, Dalal (2005), table 1, pairs 1, 7, 17 and 25.
    expect(labDifference([50, 2.6772, -79.7751], [50, 0, -82.7485])).to.be.closeTo(2.0425, 0.0001)
    expect(labDifference([50, 0, 0], [50, -1, 2])).to.be.closeTo(2.3669, 0.0001)
    expect(labDifference([50, 2.5, 0], [73, 25, -18])).to.be.closeTo(27.1492, 0.0001)
    expect(labDifference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).to.be.closeTo(1.2644, 0.0001)
  })
})
