import type { PassageInput } from './passage-index.ts'
import { createSentences, type PassageSentences } from './passage-sentences.ts'
import type { Direction } from './polarity/judge-clause.ts'
import type { SentenceVerdict } from './polarity/judge-sentence.ts'
import { createScorer, type Scorer } from './score-point.ts'
import type { SearchTables } from './search-tables.ts'
import { verdictsOf } from './suggest-kind.ts'

/** What one thread needs to search passages and to describe what it found. Only `tables` is shared with other threads. */
export interface Searcher {
  readonly tables: SearchTables
  readonly passages: readonly PassageInput[]
  /** Words of the terms, to tell what was searched. */
  readonly terms: readonly string[]
  readonly scorer: Scorer
  readonly sentences: PassageSentences
  readonly verdicts: Readonly<Record<Direction, (readonly SentenceVerdict[] | undefined)[]>>
}

export const createSearcher = (
  tables: SearchTables,
  passages: readonly PassageInput[],
  terms: readonly string[],
): Searcher => ({
  tables,
  passages,
  terms,
  scorer: createScorer(tables),
  sentences: createSentences(tables.texts, tables.passageCount),
  verdicts: { for: [], against: [] },
})

/** What each sentence of a passage does with points of a direction, read once. The rules are English: others say nothing. */
export const verdictsOfPassage = (
  { verdicts, tables, passages }: Searcher,
  at: number,
  direction: Direction,
): readonly SentenceVerdict[] =>
  (verdicts[direction][at] ??= tables.texts.isEnglish.values[at] === 1 ? verdictsOf(passages[at]!.text, direction) : [])
