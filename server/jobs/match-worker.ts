// One thread of a large matching job: scores its share of the points, ties its share of the passages, describes its share of
// the suggestions. Talks only in messages (match-messages.ts); started by server/usecases/match-in-threads.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { packRows } from '../../analysis/linking/candidate-rows.ts'
import { createDescription } from '../../analysis/linking/describe.ts'
import { createLinker, readPoint, scorerOf, type PointTerms } from '../../analysis/linking/linker.ts'
import { candidatesOf, linesOfPoint, neighboursFor, spreadOver } from '../../analysis/linking/match-points.ts'
import { tiesByLikeness } from '../../analysis/linking/passage-graph.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'
import type { Spread } from '../../analysis/linking/spread.ts'
import type { MatchReply, MatchTask, MatchThreadData } from '../usecases/match-messages.ts'
import { wordVectors } from '../usecases/word-vectors.ts'

const { points, passages, top, isExplained } = workerData as MatchThreadData
const linker = createLinker(wordVectors(), passages)
const description = createDescription()
const terms: (PointTerms | undefined)[] = []
const pointAt = (at: number): PointInput => {
  const point = points[at]
  if (point === undefined) throw new RangeError(`There is no point ${at}.`)
  return point
}
const termsOf = (at: number): PointTerms => (terms[at] ??= readPoint(linker, pointAt(at)))
let spread: Spread | null = null

const describe = (over: Spread, start: number, end: number): string => {
  const lines: string[] = []
  for (let at = start; at < end; at += 1)
    for (const line of linesOfPoint(linker, over, description, pointAt(at), termsOf(at), at, {
      top,
      explain: isExplained,
    }))
      lines.push(JSON.stringify(line))
  return lines.join('\n')
}

const run = (task: MatchTask): MatchReply => {
  switch (task.kind) {
    case 'score':
      return {
        kind: 'score',
        rows: packRows(
          points.slice(task.start, task.end).map((point, i) => candidatesOf(linker, point, termsOf(task.start + i))),
        ),
      }
    case 'tie':
      return { kind: 'tie', ties: tiesByLikeness(scorerOf(linker), task.start, task.end) }
    case 'neighbours':
      return { kind: 'neighbours', neighbours: neighboursFor(linker, [...points.keys()].map(termsOf)) }
    case 'spread':
      linker.graph = task.graph
      spread = spreadOver(linker, points, task.rows, task.neighbours)
      return { kind: 'spread' }
    case 'describe':
      if (spread === null)
        throw new Error('A matching thread was asked to describe before it was given what was found.')
      return { kind: 'describe', lines: describe(spread, task.start, task.end) }
  }
}

parentPort?.on('message', (task: MatchTask) => parentPort?.postMessage(run(task)))
