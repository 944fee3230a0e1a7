import type { CandidateRows } from '../../analysis/linking/candidate-rows.ts'
import type { PassageGraph, Ties } from '../../analysis/linking/passage-graph.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { PointNeighbours } from '../../analysis/linking/point-neighbours.ts'
import type { ReadTexts } from '../../analysis/linking/read-texts.ts'
import type { SearchTables } from '../../analysis/linking/search-tables.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'

/** What is to be matched, and what is wanted of it. */
export interface MatchGiven {
  readonly passages: readonly PassageInput[]
  readonly points: readonly PointInput[]
  readonly top: number
  readonly isExplained: boolean
}

/** The same with the index and the points as read, in memory that threads share. */
export interface MatchMaterial extends MatchGiven {
  readonly tables: SearchTables
  /** Words of the terms: only where searches are explained. */
  readonly terms: readonly string[]
  /** The points as read, in their order. */
  readonly texts: ReadTexts
}

/** One piece of work. `start` to `end` are points; for `tie`, passages. */
export type MatchTask =
  | { readonly kind: 'read'; readonly given: MatchGiven }
  | { readonly kind: 'open'; readonly material: MatchMaterial }
  | { readonly kind: 'score' | 'tie' | 'neighbours' | 'describe'; readonly start: number; readonly end: number }
  | { readonly kind: 'graph'; readonly ties: readonly Ties[] }
  | {
      readonly kind: 'spread'
      readonly rows: CandidateRows
      readonly graph: PassageGraph
      readonly neighbours: PointNeighbours
    }

/** What comes back, one for each task in the order sent. Lines are JSON in UTF-8, each with its line break. */
export type MatchReply =
  | { readonly kind: 'read'; readonly material: MatchMaterial }
  | { readonly kind: 'open' }
  | { readonly kind: 'score'; readonly rows: CandidateRows }
  | { readonly kind: 'tie'; readonly ties: Ties }
  | { readonly kind: 'neighbours'; readonly neighbours: PointNeighbours }
  | { readonly kind: 'graph'; readonly graph: PassageGraph }
  | { readonly kind: 'spread' }
  | { readonly kind: 'describe'; readonly lines: Uint8Array }

/** The reply to a task of a kind. */
export type ReplyTo<Kind extends MatchReply['kind']> = Extract<MatchReply, { readonly kind: Kind }>

export type RunTask = <Kind extends MatchReply['kind']>(
  task: MatchTask & { readonly kind: Kind },
) => Promise<ReplyTo<Kind>>

/** Whoever does the tasks: threads, or the caller's own. */
export interface MatchWorkers {
  /** Tasks that can be under way at once. */
  readonly count: number
  readonly run: RunTask
  /** A task for every one of them. None may be at work. */
  readonly runOnAll: (task: MatchTask) => Promise<void>
  readonly stop: () => Promise<void>
}
