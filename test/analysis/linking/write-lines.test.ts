import { expect } from 'chai'
import { createDescription } from '../../../analysis/linking/describe.ts'
import { createLinker, graphOf, readPoints, searcherOf } from '../../../analysis/linking/linker.ts'
import {
  candidatesOfText,
  linesOfPoint,
  spreadOver,
  writeLinesOfPoint,
} from '../../../analysis/linking/match-points.ts'
import { packRows } from '../../../analysis/linking/candidate-rows.ts'
import { noNeighbours } from '../../../analysis/linking/point-neighbours.ts'
import type { PassageInput } from '../../../analysis/linking/passage-index.ts'
import { createLineWriter, takeLines } from '../../../analysis/linking/write-lines.ts'
import { matchPoints } from '../../support/match-points.ts'

const passages: readonly PassageInput[] = [
  {
    document: 'a "log"',
    stage: 'record',
    passage: 'R\\1',
    text: 'Croesfan newydd ger yr ysgol, “zebra” 🎉',
    heading: null,
  },
  {
    document: 'minutes',
    stage: 'decision',
    passage: '47\n',
    text: "A zebra crossing at St. Bride's school.",
    heading: 'é',
  },
  { document: 'minutes', stage: 'decision', passage: '\ud800', text: `${'zebra '.repeat(3_000)}ñandú`, heading: null },
]
const points = [
  { id: 'tab\t"1"', text: "Zebra crossing for St Bride's school, 20 mph, ñandú" },
  { id: '💬', text: 'Croesfan ger yr ysgol' },
  { id: 'none', text: 'xylophone quartz' },
  { id: 'empty', text: '' },
]

describe('lines written as bytes', () => {
  const linker = createLinker(null, passages)
  const texts = readPoints(linker, points)
  const searcher = searcherOf(linker)
  const rows = packRows(points.map((_, at) => candidatesOfText(searcher, texts, at)))
  const spread = spreadOver(searcher, points, rows, noNeighbours(points.length), graphOf(linker))
  const description = createDescription(searcher)
  const writer = createLineWriter(searcher)

  for (const isExplained of [false, true])
    it(`are the JSON of the suggestions, whatever stands in names and words${isExplained ? ', explained too' : ''}`, () => {
      points.forEach((point, at) => {
        const lines = linesOfPoint(searcher, spread, description, point, texts, at, isExplained)
        writeLinesOfPoint(writer, searcher, spread, description, point, texts, at, isExplained)
        const written = new TextDecoder().decode(takeLines(writer))
        expect(written).to.equal(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
      })
    })
  it('say what matching in one go says', () => {
    const lines = points.flatMap((point, at) => linesOfPoint(searcher, spread, description, point, texts, at, false))
    expect(lines).to.deep.equal([...matchPoints(points, passages, { vectors: null })])
    expect(lines.some(({ rank }) => rank === 0)).to.equal(true)
    expect(lines.some(line => 'matched' in line && line.matched.length > 1)).to.equal(true)
  })
})
