import { expect } from 'chai'
import { addPassages, createLinker } from '../../../analysis/linking/linker.ts'
import { matchWithLinker } from '../../../analysis/linking/match-points.ts'
import type { PassageInput } from '../../../analysis/linking/passage-index.ts'
import type { NothingFound, PointInput, Suggestion } from '../../../analysis/linking/suggestion.ts'
import { openWordVectors } from '../../../analysis/text/word-vectors.ts'
import { readWordVectors } from '../../../data/import/read-word-vectors.ts'
import { matchPoints } from '../../support/match-points.ts'

const vectors = openWordVectors(readWordVectors(new URL('../../../analysis/text/vectors/', import.meta.url)))

const passages: readonly PassageInput[] = [
  {
    document: 'log',
    stage: 'record',
    passage: 'R1',
    text: 'Asks for a zebra crossing outside the school on Mill Lane.',
    heading: null,
  },
  { document: 'log', stage: 'record', passage: 'R2', text: 'Asks for benches along the promenade.', heading: null },
  {
    document: 'report',
    stage: 'papers',
    passage: '1',
    text: 'Mill Lane: a pedestrian crossing. See recommendation (c).',
    heading: 'Appendix B',
  },
  {
    document: 'report',
    stage: 'papers',
    passage: '2',
    text: 'Seating on the sea front: no budget.',
    heading: 'Appendix B',
  },
  {
    document: 'minutes',
    stage: 'decision',
    passage: '47',
    text: 'That recommendation (c) be approved.',
    heading: 'Resolved',
  },
  {
    document: 'minutes',
    stage: 'decision',
    passage: '48',
    text: 'That row 2 of Appendix B be refused.',
    heading: 'Resolved',
  },
]
const points: readonly PointInput[] = [
  { id: 'a', text: 'Please put a zebra crossing by Mill Lane school' },
  { id: 'b', text: 'More seats along the prom' },
]
const isFound = (line: Suggestion | NothingFound): line is Suggestion => line.rank > 0
const first = (lines: readonly (Suggestion | NothingFound)[], point: string, stage: string): Suggestion | undefined =>
  lines.filter(isFound).find(line => line.point === point && line.stage === stage)
const match = (some = points, held = passages, options = {}) => [...matchPoints(some, held, { vectors, ...options })]

describe('match', () => {
  it("puts the passage with the point's words first, with the words that met", () => {
    const found = first(match(), 'a', 'record')!
    expect(found.passage).to.equal('R1')
    expect(found.rank).to.equal(1)
    expect(found.matched).to.deep.include(['zebra', 'zebra'])
  })
  it('reaches a decision that shares no word with the point through what it cites', () => {
    expect(first(match(), 'a', 'decision')!.passage).to.equal('47')
    expect(first(match(), 'b', 'decision')!.passage).to.equal('48')
  })
  it('reads the refusal of the row it reached as a refusal', () => {
    expect(first(match(), 'b', 'decision')!.kind).to.equal('refuses')
  })
  it('says over which passages it went, and where the words stand in both texts', () => {
    const { explanation } = first(match(points, passages, { explain: true }), 'a', 'decision')!
    expect(explanation!.via).to.include('report#1')
    const record = first(match(points, passages, { explain: true }), 'a', 'record')!
    const [start, end] = record.explanation!.offsets.inPassage[0]!
    expect(passages[0]!.text.slice(start, end)).to.equal(record.matched[0]![1])
  })
  it('gives one line that says so for a stage with nothing, with what was searched', () => {
    const lines = match([{ id: 'c', text: 'xylophone quartz' }], passages.slice(0, 1), { explain: true })
    expect(lines).to.have.length(1)
    expect(lines[0]).to.include({ point: 'c', stage: 'record', rank: 0, grade: 'nothing-found' })
    expect((lines[0] as NothingFound).search!.documents).to.deep.equal(['log'])
  })
  it('gives no line for a stage that has no passage', () => {
    expect(match().some(line => line.stage === 'answer')).to.equal(false)
  })
  it('gives scores from 0 to 1, best first, and the top asked for', () => {
    const lines = match(points, passages, { top: 1 }).filter(isFound)
    expect(lines.every(({ rank, score }) => rank === 1 && score > 0 && score <= 1)).to.equal(true)
    const scores = match()
      .filter(isFound)
      .filter(line => line.point === 'a' && line.stage === 'record')
      .map(line => line.score)
    expect(scores).to.deep.equal([...scores].sort((a, b) => b - a))
  })
  it('gives the same output for the same input', () => expect(match()).to.deep.equal(match()))
  it('gives the same with passages added one document at a time', () => {
    const grown = createLinker(vectors, passages.slice(0, 2))
    addPassages(grown, passages.slice(2, 4))
    addPassages(grown, passages.slice(4))
    expect([...matchWithLinker(grown, points, { vectors })]).to.deep.equal(match())
  })
  it('calls a quotation near-verbatim', () => {
    const text = 'Asks for a zebra crossing outside the school on Mill Lane, please'
    expect(first(match([{ id: 'd', text }]), 'd', 'record')!.grade).to.equal('near-verbatim')
  })
  it('lets the points of one idea share what they found', () => {
    const told = match([
      { ...points[0]!, idea: 'x' },
      { id: 'e', text: 'My kids nearly got hit there', idea: 'x' },
    ])
    expect(first(told, 'e', 'record')!.passage).to.equal('R1')
  })
  it('works without vectors, in other languages, and on empty, long, odd and single-word points', () => {
    const odd: readonly PointInput[] = [
      { id: '1', text: '' },
      { id: '2', text: '🎉🎉🎉' },
      { id: '3', text: 'crossing' },
      { id: '4', text: 'Mae angen croesfan ger yr ysgol', lang: 'cy' },
      { id: '5', text: 'Queremos un paso de peatones', lang: 'es' },
      { id: '6', text: 'crossing at the school '.repeat(5_000) },
      { id: '7', text: 'constructor __proto__ toString' },
      { id: '8', text: 'x'.repeat(100_000) },
    ]
    const lines = [...matchPoints(odd, passages, { vectors: null })]
    expect(new Set(lines.map(line => line.point)).size).to.equal(odd.length)
    expect(lines.filter(isFound).every(({ score }) => Number.isFinite(score))).to.equal(true)
    expect(first(lines, '3', 'record')!.passage).to.equal('R1')
  })
  it('gives nothing for no points, and says so for no passages by giving no line', () => {
    expect(match([])).to.deep.equal([])
    expect(match(points, [])).to.deep.equal([])
  })
})
