/**
 * Postings of word pairs, most of which stand in one passage: chains in two shared arrays instead of an array each, 8 bytes a
 * posting (100,000 passages have some 2 million pairs).
 */
export interface PairChains {
  readonly idOf: Map<number, number>
  /** Newest posting of each pair, by pair number; how many postings it has. */
  firstOf: Int32Array
  countOf: Int32Array
  /** By posting: its passage, and the posting before it of the same pair, or -1. */
  passageOf: Int32Array
  nextOf: Int32Array
  length: number
}

const FIRST_SIZE = 1024

export const createPairChains = (): PairChains => ({
  idOf: new Map(),
  firstOf: new Int32Array(FIRST_SIZE),
  countOf: new Int32Array(FIRST_SIZE),
  passageOf: new Int32Array(FIRST_SIZE),
  nextOf: new Int32Array(FIRST_SIZE),
  length: 0,
})

const doubled = (numbers: Int32Array): Int32Array => {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** Two neighbouring terms as one key: term numbers stay far below 2^21. */
export const pairKey = (first: number, second: number): number => first * 2_097_152 + second

/** Number of a pair; a new one is given to a pair not met before. */
export const internPair = (chains: PairChains, key: number): number => {
  const known = chains.idOf.get(key)
  if (known !== undefined) return known
  const id = chains.idOf.size
  chains.idOf.set(key, id)
  if (id >= chains.firstOf.length) {
    chains.firstOf = doubled(chains.firstOf)
    chains.countOf = doubled(chains.countOf)
  }
  chains.firstOf[id] = -1
  return id
}

export const addToPair = (chains: PairChains, pair: number, passage: number): void => {
  if (chains.length === chains.passageOf.length) {
    chains.passageOf = doubled(chains.passageOf)
    chains.nextOf = doubled(chains.nextOf)
  }
  chains.passageOf[chains.length] = passage
  chains.nextOf[chains.length] = chains.firstOf[pair]!
  chains.firstOf[pair] = chains.length
  chains.countOf[pair]! += 1
  chains.length += 1
}
