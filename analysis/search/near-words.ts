import { gramsOfWord } from '../text/grams.ts'

/** Words of a text collection by their character grams, so that a misspelt word finds its neighbours fast. */
export interface WordTable {
  readonly words: ReadonlySet<string>
  readonly wordsByGram: ReadonlyMap<string, readonly string[]>
  /** A slip in a short word can spare none of its grams, but seldom its first letter. */
  readonly wordsByInitial: ReadonlyMap<string, readonly string[]>
}

/** Shorter words have too many neighbours: "bus" is one letter from "but". */
const shortestForgivenLetters = 4
const twoSlipsFromLetters = 8
const longestWordLetters = 40

export const tabulateWords = (words: Iterable<string>): WordTable => {
  const all = new Set<string>()
  const byGram = new Map<string, string[]>()
  const byInitial = new Map<string, string[]>()
  const put = (table: Map<string, string[]>, key: string, word: string): void => {
    const held = table.get(key)
    if (held === undefined) table.set(key, [word])
    else held.push(word)
  }
  for (const word of words) {
    if (all.has(word) || word.length < shortestForgivenLetters || word.length > longestWordLetters) continue
    all.add(word)
    for (const gram of gramsOfWord(word)) put(byGram, gram, word)
    put(byInitial, word.slice(0, 1), word)
  }
  return { words: all, wordsByGram: byGram, wordsByInitial: byInitial }
}

/**
 * Slips between two words: letters left out, added, changed, or two neighbours swapped, each once (optimal string
 * alignment: Damerau 1964). Stops counting above `mostSlips`. Cost: product of the lengths.
 */
export const countSlips = (one: string, other: string, mostSlips: number): number => {
  if (Math.abs(one.length - other.length) > mostSlips) return mostSlips + 1
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (isSwap) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1)
      current.push(slips)
    }
    if (Math.min(...current) > mostSlips) return mostSlips + 1
    beforeLast = last
    last = current
  }
  return last[other.length] ?? mostSlips + 1
}

const slipsAllowed = (word: string): number => (word.length >= twoSlipsFromLetters ? 2 : 1)

/** Words that a reader may have meant by `typed` (folded), nearest first. Empty for a short word, or where none is near. */
export const findNearWords = (table: WordTable, typed: string): readonly string[] => {
  if (typed.length < shortestForgivenLetters || typed.length > longestWordLetters) return []
  const mostSlips = slipsAllowed(typed)
  const byGram = gramsOfWord(typed).flatMap(gram => table.wordsByGram.get(gram) ?? [])
  const byInitial = typed.length < twoSlipsFromLetters ? (table.wordsByInitial.get(typed.slice(0, 1)) ?? []) : []
  return [...new Set([...byGram, ...byInitial])]
    .map(word => ({ word, slips: countSlips(typed, word, mostSlips) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((a, b) => a.slips - b.slips || a.word.localeCompare(b.word))
    .map(({ word }) => word)
}
