// Fits the weights of the score:  npm run fit   (SAID_TEST_DATA: folder of ibm-kpa-2021; default ../shared/data)
// Learns from ibm-kpa-2021 train, from one consultation of the sample council and from the small invented council in
// test/bench/council; never from ibm-kpa-2021 dev, nor from the consultation kept aside for measuring. Same input, same
// weights. A script beside the measurements, for it reads and writes files, which the analysis does not.
import { writeFileSync } from 'node:fs'
import { readCouncils, readKeyPoints, type Labelled } from './material.ts'
import { FEATURES, readFeatures } from '../../analysis/linking/features.ts'
import { gather, type Gathered } from '../../analysis/linking/gather.ts'
import { createLinker, readPoints, scorerOf } from '../../analysis/linking/linker.ts'
import { readQuery } from '../../analysis/linking/point-query.ts'
import { conceptsOfText, wholeSequence, wordsOfText } from '../../analysis/linking/read-texts.ts'
import type { Scorer } from '../../analysis/linking/score-point.ts'

/** One search: its candidates' features, and which are right. */
interface Search {
  readonly rows: readonly Float64Array[]
  readonly isRight: readonly boolean[]
}

const ROUNDS = 60
const BATCH = 256
const RATE = 0.05
/** Pull of every weight to 0: keeps weights of parts that say the same from growing against each other. */
const RIDGE = 1e-3
/** How often the few council searches are shown for once of the many key-point searches: about half of the whole. */
const COUNCIL_TIMES = 3

/** Whether a passage shares anything with the query: the others are no candidates. */
const isMet = ({ shared, alike, pairs, grams, concepts }: Gathered, at: number): boolean =>
  shared[at]! + alike[at]! + pairs[at]! + grams[at]! + concepts[at]! > 0

/** The search of the query gathered last. */
const searchOf = (
  { tables, query, sums }: Scorer,
  isWanted: (at: number) => boolean,
  right: ReadonlySet<number>,
): Search => {
  const found = [...tables.stageOf.keys()].filter(at => isMet(sums, at) && isWanted(at))
  const rows = found.map(at => {
    const row = new Float64Array(FEATURES.length)
    readFeatures(tables, query, sums, at, row)
    return row
  })
  return { rows, isRight: found.map(at => right.has(at)) }
}

/** Every stage of every point with links is a search, and so is every linked passage in every other stage. */
const searchesOf = (material: Labelled): readonly Search[] => {
  const linker = createLinker(material.vectors, material.passages)
  const points = readPoints(linker, material.points)
  const scorer = scorerOf(linker)
  const { tables, query, sums } = scorer
  const searches: Search[] = []
  const seek = (
    sequence: Int32Array,
    concepts: Int32Array,
    right: ReadonlySet<number>,
    isElsewhere: (at: number) => boolean,
  ): void => {
    readQuery(tables, query, sequence, concepts)
    gather(tables, query, sums)
    for (const stage of tables.stagesHeld) {
      const search = searchOf(scorer, at => tables.stageOf[at] === stage && isElsewhere(at), right)
      if (search.isRight.includes(true) && search.isRight.includes(false)) searches.push(search)
    }
  }
  material.points.forEach(({ right }, at) =>
    seek(wordsOfText(points, at).terms, conceptsOfText(points, at), right, () => true),
  )
  for (const [from, right] of material.ties)
    seek(
      wholeSequence(tables.texts, from),
      conceptsOfText(tables.texts, from),
      right,
      at => tables.documentOf[at] !== tables.documentOf[from] && tables.stageOf[at] !== tables.stageOf[from],
    )
  return searches
}

const dot = (row: Float64Array, weights: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += row[i]! * weights[i]!
  return sum
}

/** Gradient of −ln(chance that the right candidates get among all), softmax over the candidates of one search. */
const addGradient = (search: Search, weights: Float64Array, gradient: Float64Array): void => {
  const sums = search.rows.map(row => dot(row, weights))
  const top = Math.max(...sums)
  const odds = sums.map(sum => Math.exp(sum - top))
  const all = odds.reduce((total, one) => total + one, 0)
  const right = odds.reduce((total, one, i) => total + (search.isRight[i] === true ? one : 0), 0)
  if (right === 0) return
  search.rows.forEach((row, i) => {
    const pull = odds[i]! / all - (search.isRight[i] === true ? odds[i]! / right : 0)
    if (Math.abs(pull) > 1e-7) for (let f = 0; f < row.length; f += 1) gradient[f]! += pull * row[f]!
  })
}

/** Adam (Kingma & Ba 2015) over shuffled batches; the shuffle is a fixed congruential sequence. */
const fitWeights = (searches: readonly Search[]): Float64Array => {
  const weights = new Float64Array(FEATURES.length)
  const mean = new Float64Array(FEATURES.length)
  const spread = new Float64Array(FEATURES.length)
  for (let round = 0, step = 0; round < ROUNDS; round += 1)
    for (let from = 0; from < searches.length; from += BATCH) {
      const batch = searches.slice(from, from + BATCH)
      const gradient = new Float64Array(FEATURES.length)
      for (const search of batch) addGradient(search, weights, gradient)
      step += 1
      for (let f = 0; f < weights.length; f += 1) {
        const slope = gradient[f]! / batch.length + RIDGE * weights[f]!
        mean[f] = 0.9 * mean[f]! + 0.1 * slope
        spread[f] = 0.999 * spread[f]! + 0.001 * slope * slope
        weights[f]! -= (RATE * (mean[f]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[f]! / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  return weights
}

const shuffled = (searches: readonly Search[]): readonly Search[] => {
  const mixed = [...searches]
  for (let i = mixed.length - 1, seed = 7; i > 0; i -= 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    const other = seed % (i + 1)
    const kept = mixed[i]!
    mixed[i] = mixed[other]!
    mixed[other] = kept
  }
  return mixed
}

/** Best candidates of each search that the odds are fitted on: further down everything is wrong. */
const TOP = 10

/** Platt's two numbers: sum of weights → odds that the candidate is right. */
const fitOdds = (searches: readonly Search[], weights: Float64Array): { slope: number; offset: number } => {
  const samples = searches.flatMap(({ rows, isRight }) =>
    rows
      .map((row, i) => ({ sum: dot(row, weights), isRight: isRight[i] === true ? 1 : 0 }))
      .sort((a, b) => b.sum - a.sum)
      .slice(0, TOP),
  )
  let slope = 1
  let offset = -6
  for (let round = 0; round < 4000; round += 1) {
    let bySlope = 0
    let byOffset = 0
    for (const { sum, isRight } of samples) {
      const error = 1 / (1 + Math.exp(-(slope * sum + offset))) - isRight
      bySlope += error * sum
      byOffset += error
    }
    slope -= (0.02 * bySlope) / samples.length
    offset -= (0.5 * byOffset) / samples.length
  }
  return { slope, offset }
}

const write = (weights: Float64Array, odds: { slope: number; offset: number }, note: string): void => {
  const lines = FEATURES.map((feature, i) => `  ${feature}: ${Number(weights[i]!.toFixed(3))},`)
  writeFileSync(
    new URL('../../analysis/linking/weights.ts', import.meta.url),
    `import { FEATURES, type Feature } from './features.ts'

// Made by test/bench/fit.ts (npm run fit). Not edited by hand.
// prettier-ignore
export const FITTED_ON = '${note}'
export const FITTED_WEIGHTS: Readonly<Record<Feature, number>> = {
${lines.join('\n')}
}
/** Turns the weighted sum into odds that the passage is the right one (Platt, same material). */
export const FITTED_SLOPE = ${Number(odds.slope.toFixed(3))}
export const FITTED_OFFSET = ${Number(odds.offset.toFixed(3))}

export const WEIGHT_ROW: Float64Array = Float64Array.from(FEATURES, feature => FITTED_WEIGHTS[feature])
`,
  )
}

const keyPoints = searchesOf(readKeyPoints('train'))
const councils = readCouncils(process.argv[2] === undefined ? undefined : process.argv[2].split(',')).flatMap(
  searchesOf,
)
const all = shuffled([...keyPoints, ...Array.from({ length: COUNCIL_TIMES }, () => councils).flat()])
const weights = fitWeights(all)
const odds = fitOdds(councils, weights)
write(weights, odds, `ibm-kpa-2021 train (${keyPoints.length} searches) and two invented councils (${councils.length})`)
console.log(Object.fromEntries(FEATURES.map((feature, i) => [feature, Number(weights[i]!.toFixed(2))])), odds)
