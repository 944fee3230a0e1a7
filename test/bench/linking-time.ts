// What the linker costs: real and made texts, how it grows. Printed by linking.bench.ts.
import { readKeyPoints, readSampleConsultation, wordVectors } from './material.ts'
import { createLinker, graphOf, scorerOf, type Linker } from '../../analysis/linking/linker.ts'
import { candidatesOf, matchRows, matchWithLinker } from '../../analysis/linking/match-points.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import { WHOLE_ROAD } from '../../analysis/linking/spread.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'
import { exponentOf } from './exponent.ts'
import { cpuOf, seeded, wordsAtRandom } from './measuring.ts'

const STAGES_MADE = ['plan', 'record', 'summary', 'papers', 'decision', 'answer'] as const

/** Three suggestions of each stage, as `said suggest` asks, ms a point; passages have been read once before. */
const describingTime = (linker: Linker, points: readonly PointInput[]): number => {
  const rows = points.map(point => candidatesOf(linker, point))
  const options = { vectors: wordVectors(), top: 3 }
  const run = (): number => [...matchRows(linker, points, rows, options)].length
  run()
  return cpuOf(run) / points.length
}

/** Real words: arguments of ibm-kpa-2021 train against 2,000 passages of the sample's documents and other arguments. */
const realTime = (): string => {
  const { points, vectors } = readKeyPoints('train')
  const documents = ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026'].flatMap(
    name => readSampleConsultation(name).passages,
  )
  const others = points.slice(0, 2_000 - documents.length).map(({ id, text }) => ({
    document: 'arguments',
    stage: 'record' as const,
    passage: id,
    text,
    heading: null,
  }))
  const linker = createLinker(vectors, [...documents, ...others])
  const asked = points.slice(-1_000)
  const runs = Array.from({ length: 5 }, () => cpuOf(() => asked.forEach(point => candidatesOf(linker, point))) / 1_000)
  const scoring = runs.sort((a, b) => a - b)[2]!
  return `Real words, ${asked.length} arguments against 2,000 passages (${documents.length} of the sample): ${scoring.toFixed(3)} ms a point to score (median of five, least ${runs[0]!.toFixed(3)}), ${describingTime(linker, asked).toFixed(3)} to describe three of each stage.`
}

interface Timed {
  readonly passageCount: number
  /** CPU, ms, of all passages and of 1,000 points; null: not measured. */
  readonly indexing: number
  readonly tying: number | null
  readonly scoring: number
  readonly describing: number | null
  /** Of the whole process, MB. */
  readonly memory: number
}

const POINTS_TIMED = 1_000

const madePassages = (random: () => number, count: number): readonly PassageInput[] =>
  Array.from({ length: count }, (_, i) => ({
    document: `d${i % 24}`,
    stage: STAGES_MADE[i % STAGES_MADE.length]!,
    passage: String(i),
    text: wordsAtRandom(random, 40).join(' '),
    heading: `Section ${i % 40}`,
  }))
const madePoints = (random: () => number, count: number): readonly PointInput[] =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), text: wordsAtRandom(random, 24).join(' ') }))

const timeOf = (passageCount: number): Timed => {
  const random = seeded(7)
  const passages = madePassages(random, passageCount)
  const points = madePoints(random, POINTS_TIMED)
  let linker = createLinker(wordVectors(), [])
  const indexing = cpuOf(() => {
    linker = createLinker(wordVectors(), passages)
    scorerOf(linker)
  })
  for (const point of points.slice(0, 200)) candidatesOf(linker, point)
  const scoring = cpuOf(() => points.forEach(point => candidatesOf(linker, point)))
  const isSmall = passageCount <= 5_000
  const tying = isSmall ? cpuOf(() => graphOf(linker)) : null
  const describing = isSmall ? describingTime(linker, points) : null
  return { passageCount, indexing, tying, scoring, describing, memory: process.memoryUsage.rss() / 1e6 }
}

const timeRow = ({ passageCount, indexing, tying, scoring, describing, memory }: Timed): string =>
  `| ${[
    passageCount,
    (indexing / passageCount).toFixed(3),
    tying === null ? '–' : (tying / passageCount).toFixed(3),
    (scoring / POINTS_TIMED).toFixed(3),
    describing?.toFixed(3) ?? '–',
    memory.toFixed(0),
  ].join(' | ')} |`

/** Points matched whole, index and ties apart, against 2,000 passages: CPU, ms. */
const costOfPoints = (pointCount: number): number => {
  const random = seeded(5)
  const linker = createLinker(wordVectors(), madePassages(random, 2_000))
  const points = madePoints(random, pointCount)
  graphOf(linker)
  const run = (some: readonly PointInput[]): number =>
    [...matchWithLinker(linker, some, { vectors: wordVectors(), top: 3, road: WHOLE_ROAD })].length
  run(points.slice(0, 200))
  return cpuOf(() => run(points))
}

/** How cost grows, beside the figures it is read from. */
const growth = (timed: readonly Timed[]): string => {
  const sizes = timed.map(({ passageCount }) => passageCount)
  const pointCounts = [500, 2_000, 8_000]
  const costs = pointCounts.map(costOfPoints)
  return `Exponents (slope of the logarithms; 1 = linear): scoring a point grows with passages to the power **${exponentOf(
    sizes,
    timed.map(({ scoring }) => scoring),
  ).toFixed(2)}** (${sizes.join(', ')}), reading the passages **${exponentOf(
    sizes,
    timed.map(({ indexing }) => indexing),
  ).toFixed(
    2,
  )}**; matching with all of the road grows with points to the power **${exponentOf(pointCounts, costs).toFixed(2)}** (${pointCounts
    .map((count, i) => `${count}: ${(costs[i]! / count).toFixed(3)} ms a point`)
    .join(', ')}; 2,000 passages).`
}

/** The section on time. Real words only where the outside data are there. */
export const measureTime = (hasKeyPoints: boolean): string => {
  const timed = [500, 2_000, 20_000, 100_000].map(timeOf)
  return `### Time

${hasKeyPoints ? `${realTime()}\n\n` : ''}Invented text, 1,000 points of 24 words, passages of 40 words in six stages; CPU.

| passages | index, ms a passage | tie, ms a passage | score, ms a point | describe three a stage, ms a point | memory, MB |
| --- | --- | --- | --- | --- | --- |
${timed.map(timeRow).join('\n')}

${growth(timed.slice(0, 3))}
`
}
