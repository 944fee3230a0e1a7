import { findNearWords, tabulateWords, type WordTable } from '../../analysis/search/near-words.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'

/** One typed word that stands nowhere as it is, and the words that were searched for in its place. */
export interface ReadAs {
  readonly typed: string
  readonly words: readonly string[]
}

const mostNearWords = 6
const tables = new WeakMap<AuditIndex, WordTable>()

const lettersOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Words of the public texts alone: what may not be shown cannot be guessed at by searching. */
const tableOf = (index: AuditIndex): WordTable => {
  const known = tables.get(index)
  if (known !== undefined) return known
  const made = tabulateWords(index.rows.flatMap(({ foldedText }) => lettersOf(foldedText)))
  tables.set(index, made)
  return made
}

/** For each typed word that is in no public text: its nearest words in any of them. The others stand for themselves. */
export const readTyping = (indexes: readonly AuditIndex[], words: readonly string[]): readonly ReadAs[] =>
  words.flatMap(typed => {
    if (indexes.some(({ rows }) => rows.some(({ foldedText }) => foldedText.includes(typed)))) return []
    const near = [...new Set(indexes.flatMap(index => findNearWords(tableOf(index), typed)))].slice(0, mostNearWords)
    return near.length === 0 ? [] : [{ typed, words: near }]
  })

/** Points that hold every word as typed, or one of those it may stand for. */
export const narrowForgiving = (
  index: AuditIndex,
  words: readonly string[],
  readAs: readonly ReadAs[],
): readonly PointRow[] =>
  index.rows.filter(({ foldedText }) =>
    words.every(word => {
      const near = readAs.find(({ typed }) => typed === word)
      if (near === undefined) return foldedText.includes(word)
      return near.words.some(meant => foldedText.includes(meant))
    }),
  )
