import { createShingleTable, enterShingle, type ShingleTable } from './shingle-table.ts'
import { createReading, MAX_WORDS, sharedCount, sortShingles, writeShingles, type ShingleReading } from './shingles.ts'

/** Jaccard of word 3-shingles from which two texts are near-identical (0–1; 0.4 keeps two texts that each changed four words of forty). */
export const NEAR_JACCARD = 0.4
/** … but for texts of fewer shingles than this, 0.6: "I strongly object to the" is no campaign. */
const SHORT_SHINGLES = 15
const NEAR_JACCARD_SHORT = 0.6
/** … or so much of the shorter is in the longer (0–1): a template with a long personal part. */
export const NEAR_CONTAINED = 0.8
/** Shingles the shorter needs for that: a common sentence is no campaign. */
const CONTAINED_SHINGLES = 10
/** Texts of fewer words are never grouped: "more bins" said twice is two people. */
const MIN_WORDS = 3
/** The same text so often is a campaign (many voices, one idea), not one submission sent twice. */
export const CAMPAIGN_COUNT = 5
/**
 * Shingles of a text by which it is looked up: those first in the order of their hashes. Two texts of Jaccard j share none of
 * them about (1 − j)^12 of the time: one in 500 at 0.4 (a prefix filter, Chaudhuri et al. 2006, in random order, cut at 12).
 * Measured against MinHash in 32 × 2 bands: a third of the time, recall no lower (test/bench/RESULTS.md).
 */
const PREFIX = 12
/** Texts with the same prefix shingle that a new text is held against, newest first. */
const COMPARED_PER_SHINGLE = 4

export interface DuplicateGroup {
  readonly group: string
  readonly kind: 'duplicate' | 'campaign'
  readonly points: readonly string[]
}

/** Texts met so far and how they hang together. Grows by `addText`; groups may be read at any time. */
export interface DuplicateIndex {
  readonly ids: string[]
  /** By text: a text of the same group, itself for the first (union–find). */
  parent: Int32Array
  fingerprints: Int32Array
  readonly byFingerprint: Map<number, number>
  /** Shingles of all texts, from `starts` of a text; sorted, each once, when first compared: then `sortedCounts` is not 0. */
  shingles: Int32Array
  shingleCount: number
  starts: Int32Array
  sortedCounts: Int32Array
  readonly table: ShingleTable
  /** By text × PREFIX + place of the shingle in its prefix: the place before of the same shingle, or -1. */
  older: Int32Array
  readonly reading: ShingleReading
}

const FIRST_SIZE = 1024

/** `expectedCount`: texts to come, where that is known; the index grows with more. */
export const createDuplicateIndex = (expectedCount = 0): DuplicateIndex => {
  const size = Math.max(FIRST_SIZE, expectedCount)
  return {
    ids: [],
    parent: new Int32Array(size),
    fingerprints: new Int32Array(size),
    byFingerprint: new Map(),
    shingles: new Int32Array(2 * MAX_WORDS),
    shingleCount: 0,
    starts: new Int32Array(size + 1),
    sortedCounts: new Int32Array(size),
    table: createShingleTable(expectedCount * PREFIX),
    older: new Int32Array(size * PREFIX),
    reading: createReading(),
  }
}

const rootOf = (index: DuplicateIndex, text: number): number => {
  const { parent } = index
  let root = text
  while (parent[root] !== root) root = parent[root]!
  for (let at = text; parent[at] !== root;) {
    const next = parent[at]!
    parent[at] = root
    at = next
  }
  return root
}

/** The earlier text stays the root: groups are named by their first point. */
const unite = (index: DuplicateIndex, a: number, b: number): void => {
  const rootA = rootOf(index, a)
  const rootB = rootOf(index, b)
  index.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
}

/** Most texts are like no other and never need their shingles in order. */
const sortedShingles = (index: DuplicateIndex, text: number): Int32Array => {
  const { shingles, starts, sortedCounts } = index
  const start = starts[text]!
  if (sortedCounts[text] === 0) sortedCounts[text] = sortShingles(shingles.subarray(start, starts[text + 1]))
  return shingles.subarray(start, start + sortedCounts[text]!)
}

const isNear = (a: Int32Array, b: Int32Array): boolean => {
  const shorter = Math.min(a.length, b.length)
  const jaccard = shorter < SHORT_SHINGLES ? NEAR_JACCARD_SHORT : NEAR_JACCARD
  if (shorter < CONTAINED_SHINGLES && shorter < jaccard * Math.max(a.length, b.length)) return false
  const shared = sharedCount(a, b)
  if (shared >= jaccard * (a.length + b.length - shared)) return true
  return shorter >= CONTAINED_SHINGLES && shared >= NEAR_CONTAINED * shorter
}

const doubled = (numbers: Int32Array, length = numbers.length * 2): Int32Array => {
  const larger = new Int32Array(length)
  larger.set(numbers)
  return larger
}

const makeRoom = (index: DuplicateIndex): void => {
  const count = index.ids.length
  if (count === index.parent.length) {
    index.parent = doubled(index.parent)
    index.fingerprints = doubled(index.fingerprints)
    index.sortedCounts = doubled(index.sortedCounts)
    index.starts = doubled(index.starts, count * 2 + 1)
    index.older = doubled(index.older)
  }
  if (index.shingleCount + MAX_WORDS > index.shingles.length) index.shingles = doubled(index.shingles)
}

const prefix = new Int32Array(PREFIX)

/** Fills `prefix` with the first of a text's shingles in the order of their numbers, each once; returns how many there are. */
const readPrefix = ({ shingles, starts }: DuplicateIndex, text: number): number => {
  let count = 0
  for (let i = starts[text]!; i < starts[text + 1]!; i += 1) {
    const shingle = shingles[i]!
    if (count === PREFIX && shingle >= prefix[PREFIX - 1]!) continue
    let to = count
    while (to > 0 && prefix[to - 1]! > shingle) to -= 1
    if (to > 0 && prefix[to - 1] === shingle) continue
    if (count < PREFIX) count += 1
    for (let moved = count - 1; moved > to; moved -= 1) prefix[moved] = prefix[moved - 1]!
    prefix[to] = shingle
  }
  return count
}

/** Holds a text against the newest texts of each of its prefix shingles, and takes its place among them. */
const join = (index: DuplicateIndex, text: number): void => {
  const { table, older } = index
  const count = readPrefix(index, text)
  let lastTried = -1
  for (let i = 0; i < count; i += 1) {
    const place = text * PREFIX + i
    let before = enterShingle(table, prefix[i]!, place)
    older[place] = before
    for (let tried = 0; before >= 0 && tried < COMPARED_PER_SHINGLE; tried += 1) {
      const other = Math.floor(before / PREFIX)
      if (other !== lastTried && rootOf(index, other) !== rootOf(index, text)) {
        lastTried = other
        if (isNear(sortedShingles(index, text), sortedShingles(index, other))) unite(index, text, other)
      }
      before = older[before]!
    }
  }
}

/** Adds one text. Cost does not grow with the texts already there. */
export const addText = (index: DuplicateIndex, id: string, text: string): void => {
  makeRoom(index)
  const { reading } = index
  const at = index.ids.length
  writeShingles(text, index.shingles, index.shingleCount, reading)
  index.ids.push(id)
  index.fingerprints[at] = reading.fingerprint
  index.parent[at] = at
  index.shingleCount += reading.shingleCount
  index.starts[at + 1] = index.shingleCount
  if (reading.wordCount < MIN_WORDS) return
  const same = index.byFingerprint.get(reading.fingerprint)
  if (same !== undefined) {
    unite(index, at, same)
    return
  }
  index.byFingerprint.set(reading.fingerprint, at)
  join(index, at)
}

const kindOf = (index: DuplicateIndex, members: readonly number[]): DuplicateGroup['kind'] => {
  const first = index.fingerprints[members[0]!]
  const isOneText = members.every(at => index.fingerprints[at] === first)
  return isOneText && members.length < CAMPAIGN_COUNT ? 'duplicate' : 'campaign'
}

/** Groups of two and more, in the order of their first points; a group is named after it. */
export const groupsOf = (index: DuplicateIndex): readonly DuplicateGroup[] => {
  const members = new Map<number, number[]>()
  for (let at = 0; at < index.ids.length; at += 1) {
    const root = rootOf(index, at)
    if (root === at) continue
    const list = members.get(root)
    if (list === undefined) members.set(root, [root, at])
    else list.push(at)
  }
  return [...members.values()]
    .sort((a, b) => a[0]! - b[0]!)
    .map(list => ({
      group: index.ids[list[0]!]!,
      kind: kindOf(index, list),
      points: list.map(at => index.ids[at]!),
    }))
}

/**
 * The same submission sent twice (`duplicate`: the same words, case and marks aside) and campaigns (`campaign`: near-identical
 * texts, or the same text five times and more). Near: Jaccard of word 3-shingles ≥ 0.4, or 0.8 of the shorter within the longer.
 */
export const groupDuplicates = (
  points: Iterable<{ readonly id: string; readonly text: string }>,
): readonly DuplicateGroup[] => {
  const index = createDuplicateIndex(Array.isArray(points) ? points.length : 0)
  for (const { id, text } of points) addText(index, id, text)
  return groupsOf(index)
}
