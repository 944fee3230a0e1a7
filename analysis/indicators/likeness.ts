/** Lower case, letters and digits only, one space between words: how a wording is compared. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Counts of the letter triples of a folded text; a text under three letters is one triple. */
export const tripleCounts = (folded: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (let start = 0; start < Math.max(1, folded.length - 2); start += 1) {
    const triple = folded.slice(start, start + 3)
    counts.set(triple, (counts.get(triple) ?? 0) + 1)
  }
  return counts
}

const size = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Likeness of two wordings, 0–1: twice the shared letter triples over all of them (Dice 1945, Ecology 26: 297–302). */
export const likenessShare = (first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number => {
  const [few, many] = first.size <= second.size ? [first, second] : [second, first]
  let shared = 0
  for (const [triple, count] of few) shared += Math.min(count, many.get(triple) ?? 0)
  return (2 * shared) / (size(first) + size(second))
}
