import type { Stage } from '../../data/model/document.ts'
import type { Judgement } from '../../data/model/judgement.ts'
import type { LinkKind, Search } from '../../data/model/link.ts'
import type { Point } from '../../data/model/point.ts'
import type { PlacedLink, RecordIndex } from './record-index.ts'

/** What people have settled about one point, laid out for the rules of the tree. Nothing here is an opinion of ours. */
export interface PointFacts {
  readonly index: RecordIndex
  readonly point: Point
  readonly judgements: readonly Judgement[]
  readonly searches: readonly Search[]
  readonly searchedIds: ReadonlySet<string>
  /** Links to passages of the plan as it stood before the first event. */
  readonly baseline: readonly PlacedLink[]
  /** Links to official documents of the stage. */
  readonly decision: readonly PlacedLink[]
  readonly answer: readonly PlacedLink[]
  /** Links to official documents of the stages record, summary and papers. */
  readonly onTheWay: readonly PlacedLink[]
}

const NOTHING: readonly never[] = []
const NO_IDS: ReadonlySet<string> = new Set()
const WAY_STAGES: ReadonlySet<Stage> = new Set(['record', 'summary', 'papers'])

/** Most points of a large import have nothing: no list is made for them, or making lists would be most of the work. */
const only = <T>(records: readonly T[], holds: (record: T) => boolean): readonly T[] =>
  records.length === 0 ? NOTHING : records.filter(holds)

const documentsRead = (searches: readonly Search[]): ReadonlySet<string> => {
  const [only] = searches
  if (!only) return NO_IDS
  return new Set(searches.length === 1 ? only.documentIds : searches.flatMap(search => search.documentIds))
}

export const gatherFacts = (index: RecordIndex, point: Point): PointFacts => {
  const links = index.linksByPoint.get(point.id) ?? NOTHING
  const official = only(links, placed => placed.document.source === 'official')
  const searches = index.searchesByPoint.get(point.id) ?? NOTHING
  return {
    index,
    point,
    judgements: index.judgementsByPoint.get(point.id) ?? NOTHING,
    searches,
    searchedIds: documentsRead(searches),
    baseline: only(links, placed => index.baseline?.documentIds.has(placed.document.id) ?? false),
    decision: only(official, placed => placed.document.stage === 'decision'),
    answer: only(official, placed => placed.document.stage === 'answer'),
    onTheWay: only(official, placed => WAY_STAGES.has(placed.document.stage)),
  }
}

export const ofKind = (links: readonly PlacedLink[], ...kinds: readonly LinkKind[]): readonly PlacedLink[] =>
  only(links, placed => kinds.includes(placed.link.kind))

export const judged = (facts: PointFacts, kind: Judgement['kind']): readonly Judgement[] =>
  only(facts.judgements, judgement => judgement.kind === kind)
