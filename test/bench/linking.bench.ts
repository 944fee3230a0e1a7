// Everything the linker is judged by, in one run: peers, sets and ablations here, time in linking-time.ts.
import MiniSearch from 'minisearch'
import { createRequire } from 'node:module'
import { outsideData, readCouncils, readKeyPoints, readSampleConsultation, type Labelled } from './material.ts'
import { FITTED_ON } from '../../analysis/linking/weights.ts'
import { createLinker, readPoints, scorerOf } from '../../analysis/linking/linker.ts'
import { matchWithLinker } from '../../analysis/linking/match-points.ts'
import { linkPassages } from '../../analysis/linking/passage-graph.ts'
import { readQuery } from '../../analysis/linking/point-query.ts'
import { gather } from '../../analysis/linking/gather.ts'
import { conceptsOfText, wordsOfText } from '../../analysis/linking/read-texts.ts'
import { roadFor, type Road } from '../../analysis/linking/spread.ts'
import { NOTES } from './linking-notes.ts'
import { measureTime } from './linking-time.ts'
import { verbatimArea } from './verbatim.ts'

/** For one point: passages of all stages, best first. */
type Ranking = (point: number) => readonly number[]
interface Share {
  readonly first: number
  readonly three: number
  readonly five: number
  readonly mrr: number
  readonly decision: number | null
}

/** Shares over (point, stage) pairs that have a right passage. */
const shareOf = ({ points, passages }: Labelled, ranking: Ranking): Share => {
  const ranks: { rank: number; isDecision: boolean }[] = []
  points.forEach(({ right }, point) => {
    const ranked = ranking(point)
    for (const stage of new Set([...right].map(at => passages[at]!.stage))) {
      const inStage = ranked.filter(at => passages[at]!.stage === stage)
      const rank = inStage.findIndex(at => right.has(at))
      ranks.push({ rank: rank < 0 ? Infinity : rank + 1, isDecision: stage === 'decision' })
    }
  })
  const within = (limit: number, some = ranks): number => some.filter(({ rank }) => rank <= limit).length / some.length
  const decisions = ranks.filter(({ isDecision }) => isDecision)
  return {
    first: within(1),
    three: within(3),
    five: within(5),
    mrr: ranks.reduce((sum, { rank }) => sum + 1 / rank, 0) / ranks.length,
    decision: decisions.length === 0 ? null : within(3, decisions),
  }
}

const linkerRanking = (
  material: Labelled,
  use: { road?: Partial<Road>; likeness?: boolean; citations?: boolean; vectors?: boolean } = {},
): Ranking => {
  const vectors = use.vectors === false ? null : material.vectors
  const linker = createLinker(vectors, material.passages)
  const ties = { likeness: use.likeness ?? true, citations: use.citations ?? true }
  linker.graph = linkPassages(scorerOf(linker), material.passages, ties)
  const at = new Map(material.passages.map(({ document, passage }, i) => [`${document}#${passage}`, i]))
  const ranked = new Map<string, number[]>(material.points.map(({ id }) => [id, []]))
  const road = { ...roadFor(material.points.length, material.passages.length), ...use.road }
  for (const line of matchWithLinker(linker, material.points, { vectors, road }))
    if ('document' in line) ranked.get(line.point)!.push(at.get(`${line.document}#${line.passage}`)!)
  return point => ranked.get(material.points[point]!.id)!
}

const textOf = ({ heading, text }: Labelled['passages'][number]): string => `${heading ?? ''} ${text}`

const bm25Ranking = (material: Labelled): Ranking => {
  const linker = createLinker(null, material.passages)
  const texts = readPoints(
    linker,
    material.points.map(point => ({ ...point, lang: 'en' })),
  )
  const { tables, query, sums } = scorerOf(linker)
  return point => {
    readQuery(tables, query, wordsOfText(texts, point).terms, conceptsOfText(texts, point))
    gather(tables, query, sums)
    const found = [...sums.bm25.keys()].filter(at => sums.bm25[at]! > 0)
    return found.sort((a, b) => sums.bm25[b]! - sums.bm25[a]! || a - b)
  }
}

const miniSearchRanking = (material: Labelled): Ranking => {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  search.addAll(material.passages.map((passage, id) => ({ id, text: textOf(passage) })))
  return point => search.search(material.points[point]!.text, { fuzzy: 0.2 }).map(({ id }) => Number(id))
}

interface NaturalTfIdf {
  addDocument(text: string): void
  tfidfs(query: string, each: (at: number, measure: number) => void): void
}

const naturalRanking = (material: Labelled): Ranking => {
  const TfIdf = createRequire(import.meta.url)('natural/lib/natural/tfidf/tfidf.js') as new () => NaturalTfIdf
  const tfIdf = new TfIdf()
  for (const passage of material.passages) tfIdf.addDocument(textOf(passage))
  return point => {
    const found: [number, number][] = []
    tfIdf.tfidfs(material.points[point]!.text, (at, measure) => found.push([at, measure]))
    return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([at]) => at)
  }
}

const row = (name: string, { first, three, five, mrr, decision }: Share): string =>
  `| ${name} | ${[first, three, five, mrr].map(one => one.toFixed(3)).join(' | ')} | ${decision?.toFixed(3) ?? '–'} |`
const table = (head: string, rows: readonly string[]): string =>
  `| ${head} | first | first three | first five | MRR | decision, first three |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`

const NO_ROAD = { neighbourShare: 0, ideaShare: 0, steps: 0 } as const

const comparePeers = (material: Labelled): string =>
  `### ${material.name}: ${material.points.length} points, ${material.passages.length} passages\n\n${table('method', [
    row('natural TfIdf', shareOf(material, naturalRanking(material))),
    row('MiniSearch', shareOf(material, miniSearchRanking(material))),
    row('plain BM25, Porter stems', shareOf(material, bm25Ranking(material))),
    row('linker, own words only', shareOf(material, linkerRanking(material, { road: NO_ROAD }))),
    row('linker', shareOf(material, linkerRanking(material))),
  ])}`

const ablate = (material: Labelled): string =>
  `### Ablation: ${material.name}\n\n${table('without', [
    row('nothing', shareOf(material, linkerRanking(material))),
    row('word vectors', shareOf(material, linkerRanking(material, { vectors: false }))),
    row('ties by likeness', shareOf(material, linkerRanking(material, { likeness: false }))),
    row('ties by citation', shareOf(material, linkerRanking(material, { citations: false }))),
    row('the road altogether', shareOf(material, linkerRanking(material, { road: { steps: 0 } }))),
    row('shared ideas', shareOf(material, linkerRanking(material, { road: { ideaShare: 0 } }))),
    row('points like it', shareOf(material, linkerRanking(material, { road: { neighbourShare: 0 } }))),
    row('– a second step instead', shareOf(material, linkerRanking(material, { road: { steps: 2 } }))),
  ])}`

const verbatim = (): string =>
  ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026']
    .map(name => {
      const { passages } = readSampleConsultation(name)
      return `| ${name} | ${verbatimArea(passages, 0.3).toFixed(3)} | ${verbatimArea(passages, 0.5).toFixed(3)} |`
    })
    .join('\n')

export const measure = (): string => {
  const [small, park] = readCouncils()
  const aside = ['mill-lane-2025', 'listening-in-action-2025'].map(name => readSampleConsultation(name))
  const keyPoints = outsideData() === null ? null : readKeyPoints('dev')
  const parts = [
    `Weights fitted on ${FITTED_ON}. Fitted on: the small council, eastfield-park-2026. **Kept aside from fitting**: ibm-kpa-2021 dev (strictly unseen), mill-lane-2025 and listening-in-action-2025 (seen: rules were mended after reading them). A count is a (point, stage) pair with a right passage.\n`,
    ...(keyPoints === null ? ['ibm-kpa-2021: not measured, data not there.\n'] : [comparePeers(keyPoints)]),
    ...[...aside, park!, small!].map(comparePeers),
    ...[aside[0]!, aside[1]!, small!].map(ablate),
    `### Near-verbatim: which of the asked passages are there (AUC)\n\nMade from the passages: words left out, one in five moved, every second passage taken away.\n\n| set | 30 % left out | 50 % left out |\n| --- | --- | --- |\n${verbatim()}\n`,
    measureTime(keyPoints !== null),
  ]
  return [...parts, NOTES].join('\n')
}
