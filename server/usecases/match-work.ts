import { packRows } from '../../analysis/linking/candidate-rows.ts'
import { createDescription, type Description } from '../../analysis/linking/describe.ts'
import { createLinker, readPoints, searcherOf } from '../../analysis/linking/linker.ts'
import { candidatesOfText, pointTablesOf, spreadOver, writeLinesOfPoint } from '../../analysis/linking/match-points.ts'
import { graphOfTies, tiesByLikeness } from '../../analysis/linking/passage-graph.ts'
import { nearestShares, type PointTables } from '../../analysis/linking/point-neighbours.ts'
import { createSearcher, type Searcher } from '../../analysis/linking/searcher.ts'
import type { Spread } from '../../analysis/linking/spread.ts'
import { createLineWriter, takeLines, type LineWriter } from '../../analysis/linking/write-lines.ts'
import type { MatchGiven, MatchMaterial, MatchReply, MatchTask } from './match-messages.ts'
import { wordVectors } from './word-vectors.ts'

/** Reads passages and points, once for all workers. */
export const readMatchMaterial = (given: MatchGiven): MatchMaterial => {
  const linker = createLinker(wordVectors(), given.passages)
  const texts = readPoints(linker, given.points)
  const { tables, terms } = searcherOf(linker)
  return { ...given, tables, terms: given.isExplained ? terms : [], texts }
}

/** One worker's own state once it was given its material. */
interface Desk {
  readonly material: MatchMaterial
  readonly searcher: Searcher
  readonly description: Description
  readonly writer: LineWriter
  pointTables: PointTables | null
  spread: Spread | null
}

const openDesk = (material: MatchMaterial): Desk => {
  const searcher = createSearcher(material.tables, material.passages, material.terms)
  return {
    material,
    searcher,
    description: createDescription(searcher, material.top),
    writer: createLineWriter(searcher),
    pointTables: null,
    spread: null,
  }
}

const indices = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, i) => start + i)

/** Does the tasks of a matching job one after another, with what the first of them, `open`, gave it. */
export const createMatchWork = (): ((task: MatchTask) => MatchReply) => {
  let desk: Desk | null = null

  const describe = (
    { material, searcher, description, writer, spread }: Desk,
    start: number,
    end: number,
  ): Uint8Array => {
    if (spread === null) throw new Error('A matching worker was asked to describe before it was given what was found.')
    const { points, texts, isExplained } = material
    for (const at of indices(start, end)) {
      const point = points[at]
      if (point === undefined) throw new RangeError(`There is no point ${at}.`)
      writeLinesOfPoint(writer, searcher, spread, description, point, texts, at, isExplained)
    }
    return takeLines(writer)
  }

  return task => {
    if (task.kind === 'read') return { kind: 'read', material: readMatchMaterial(task.given) }
    if (task.kind === 'open') {
      desk = openDesk(task.material)
      return { kind: 'open' }
    }
    if (desk === null) throw new Error('A matching worker was given a task before its material.')
    const { material, searcher } = desk
    const { tables, texts } = material
    switch (task.kind) {
      case 'score': {
        const rows = indices(task.start, task.end).map(at => candidatesOfText(searcher, texts, at))
        return { kind: 'score', rows: packRows(rows) }
      }
      case 'tie':
        return { kind: 'tie', ties: tiesByLikeness(searcher.scorer, task.start, task.end) }
      case 'graph':
        return { kind: 'graph', graph: graphOfTies(material.passages, task.ties, true) }
      case 'neighbours':
        desk.pointTables ??= pointTablesOf(tables, texts)
        return { kind: 'neighbours', neighbours: nearestShares(desk.pointTables, task.start, task.end) }
      case 'spread':
        desk.spread = spreadOver(searcher, material.points, task.rows, task.neighbours, task.graph)
        return { kind: 'spread' }
      case 'describe':
        return { kind: 'describe', lines: describe(desk, task.start, task.end) }
    }
  }
}
