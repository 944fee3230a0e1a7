import { expect } from 'chai'
import type { IndicatorItem } from '../../../analysis/finding.ts'
import { differenceFigure, exactFigure, missingFigure, plainFigure } from '../../../analysis/indicators/figure.ts'
import { includesZero } from '../../../analysis/indicators/count-units.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import {
  planChartTitle,
  promisesChartTitle,
  speechChartTitle,
  voicesChartTitle,
} from '../../../analysis/sentences/chart-titles.ts'

const gap = (label: string, hits1: number, total1: number, hits2: number, total2: number) => {
  const byPoint = differenceFigure({ key: 'gap', label }, { hits1, total1, hits2, total2 })
  return { byPoint, isZero: includesZero(byPoint) }
}
const voices = (first: string, second: string, ...counts: readonly [number, number, number, number]) => {
  const comparedGroups: readonly [string, string] = [first, second]
  return { ...gap('', ...counts), comparedGroups }
}
const promises = (open: number, all: number) => ({
  ...plainFigure({ key: 'promises', label: '' }, 'count', open),
  numerator: open,
  denominator: all,
})
const withdrawn = (count: number): readonly IndicatorItem[] =>
  Array.from({ length: count }, () => ({ text: '', state: 'withdrawn', on: null, days: 1, passageId: null }))
const none = {
  byPoint: missingFigure({ key: 'gap', label: '' }, 'difference', 'too-few'),
  isZero: false,
  comparedGroups: null,
}

describe('Titles of charts', () => {
  it('say the finding with its counts', () => {
    expect(planChartTitle(gap('', 7, 20, 0, 34))).to.equal('Taken up: 7 of 20 points with the plan, 0 of 34 against it')
    expect(voicesChartTitle(voices('Riverside', 'Northgate', 31, 71, 11, 48))).to.equal(
      'In the decision: 31 of 71 from Riverside, 11 of 48 from Northgate',
    )
    expect(speechChartTitle(exactFigure({ key: 's', label: '' }, 214, 258), 'minutes')).to.equal(
      'Officials spoke for 214 of 258 minutes',
    )
    expect(speechChartTitle(exactFigure({ key: 's', label: '' }, 700, 1000), 'words')).to.equal(
      'Officials spoke 700 of 1,000 words',
    )
    expect(promisesChartTitle(promises(10, 20), [])).to.equal('10 of 20 promises have no recorded delivery')
    expect(promisesChartTitle(promises(1, 1), [])).to.equal('1 of 1 promise has no recorded delivery')
    expect(promisesChartTitle(promises(0, 4), [])).to.equal('All 4 promises have a recorded delivery')
    expect(promisesChartTitle(promises(0, 1), [])).to.equal('The only promise has a recorded delivery')
  })
  it('name groups of people as they are named, whatever their names hold', () => {
    expect(voicesChartTitle(voices('Group: residents against the bridge', 'Northgate', 31, 71, 11, 48))).to.equal(
      'In the decision: 31 of 71 from Group: residents against the bridge, 11 of 48 from Northgate',
    )
  })
  it('a withdrawn promise is neither delivered nor open: it is named', () => {
    const titleOf = (open: number, all: number, count: number) =>
      promisesChartTitle(promises(open, all), withdrawn(count))
    expect(titleOf(3, 12, 2)).to.equal('3 of 12 promises are still open; 2 were withdrawn')
    expect(titleOf(1, 2, 1)).to.equal('1 of 2 promises is still open; 1 was withdrawn')
    expect(titleOf(0, 5, 2)).to.equal('0 of 5 promises are still open; 2 were withdrawn')
    expect(titleOf(0, 5, 5)).to.equal('All 5 promises were withdrawn')
    expect(titleOf(0, 1, 1)).to.equal('The only promise was withdrawn')
  })
  it('claim no difference where the range includes none, and no number where there is none', () => {
    for (const title of [
      planChartTitle(gap('', 16, 22, 12, 20)),
      voicesChartTitle(voices('A', 'B', 5, 18, 4, 16)),
      planChartTitle(none),
      voicesChartTitle(none),
      promisesChartTitle(promises(0, 0), []),
    ])
      expect(title)
        .to.match(/^(No |With or against the plan: no figure|Whose points)/)
        .and.not.match(/\d/)
  })
  it('keep to 15 words, and to words that blame nobody', () => {
    for (const title of [
      planChartTitle(gap('', 16, 22, 12, 20)),
      planChartTitle(gap('', 7, 20, 0, 34)),
      voicesChartTitle(none),
      promisesChartTitle(promises(10, 20), []),
      promisesChartTitle(promises(10, 20), withdrawn(4)),
    ]) {
      expect(title.split(' ').length, title).to.be.at.most(15)
      expect(barredWordsIn(title)).to.deep.equal([])
    }
  })
})
