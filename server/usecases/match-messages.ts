import type { CandidateRows } from '../../analysis/linking/candidate-rows.ts'
import type { PassageGraph, Ties } from '../../analysis/linking/passage-graph.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { PointNeighbours } from '../../analysis/linking/point-neighbours.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'

/** What a matching thread is started with: it reads the passages into an index of its own. */
export interface MatchThreadData {
  readonly points: readonly PointInput[]
  readonly passages: readonly PassageInput[]
  readonly top: number
  readonly isExplained: boolean
}

/** One piece of work. `start` to `end` are points; for `tie`, passages. */
export type MatchTask =
  | { readonly kind: 'score' | 'tie' | 'describe'; readonly start: number; readonly end: number }
  | { readonly kind: 'neighbours' }
  | {
      readonly kind: 'spread'
      readonly rows: CandidateRows
      readonly graph: PassageGraph
      readonly neighbours: PointNeighbours
    }

/** What comes back, one for each task in the order sent. Lines are JSON, one for each line of output. */
export type MatchReply =
  | { readonly kind: 'score'; readonly rows: CandidateRows }
  | { readonly kind: 'tie'; readonly ties: Ties }
  | { readonly kind: 'neighbours'; readonly neighbours: PointNeighbours }
  | { readonly kind: 'spread' }
  | { readonly kind: 'describe'; readonly lines: string }
