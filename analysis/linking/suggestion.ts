import type { Stage } from '../../data/model/document.ts'
import type { LinkKind, MatchedWords } from '../../data/model/link.ts'
import type { Grade } from './grade.ts'

/** A point as the linker takes it. Optional columns are null where the caller has none. */
export interface PointInput {
  readonly id: string
  readonly text: string
  readonly stance?: string | null
  /** BCP 47 tag; null or absent: told from the text. */
  readonly lang?: string | null
  readonly contribution?: string | null
  readonly idea?: string | null
}

/** Why a passage was suggested: for the page and for `--explain`. */
export interface Explanation {
  readonly offsets: MatchedWords
  /** [start, end) of the sentence of the passage that matched; null where no word did. */
  readonly sentence: readonly [number, number] | null
  /** Odds by the point's own words, 0–1, and the chance after points like it and the road. */
  readonly parts: { readonly ownWords: number; readonly wholeRoad: number }
  /** Passages of other stages over which it was reached, best first: "document#passage". */
  readonly via: readonly string[]
}

/** One line of `said match`. */
export interface Suggestion {
  readonly point: string
  readonly document: string
  readonly stage: Stage
  readonly passage: string
  readonly rank: number
  readonly score: number
  readonly grade: Grade
  readonly kind: LinkKind
  readonly matched: readonly (readonly [string, string])[]
  readonly explanation?: Explanation
}

/** A stage searched for a point without result. */
export interface NothingFound {
  readonly point: string
  readonly stage: Stage
  readonly rank: 0
  readonly grade: 'nothing-found'
  /** With `--explain`: what was searched, and what came nearest. */
  readonly search?: {
    readonly documents: readonly string[]
    readonly terms: readonly string[]
    readonly nearMiss: string | null
  }
}
