import { shingle, sharedCount, type ShingledText } from './shingles.ts'

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
  readonly texts: ShingledText[]
  /** By text: a text of the same group, itself for the first (union–find). */
  parent: Int32Array
  readonly byFingerprint: Map<number, number>
  /** Open-addressed table of prefix shingles: shingle → newest text; `older` chains the texts of a shingle. */
  keys: Int32Array
  newest: Int32Array
  older: Int32Array
  used: number
}

const FIRST_SIZE = 1024

export const createDuplicateIndex = (): DuplicateIndex => ({
  ids: [],
  texts: [],
  parent: new Int32Array(FIRST_SIZE),
  byFingerprint: new Map(),
  keys: new Int32Array(FIRST_SIZE * 32),
  newest: new Int32Array(FIRST_SIZE * 32).fill(-1),
  older: new Int32Array(FIRST_SIZE * PREFIX).fill(-1),
  used: 0,
})

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

const isNear = (a: Int32Array, b: Int32Array): boolean => {
  const shorter = Math.min(a.length, b.length)
  const jaccard = shorter < SHORT_SHINGLES ? NEAR_JACCARD_SHORT : NEAR_JACCARD
  if (shorter < CONTAINED_SHINGLES && shorter < jaccard * Math.max(a.length, b.length)) return false
  const shared = sharedCount(a, b)
  if (shared >= jaccard * (a.length + b.length - shared)) return true
  return shorter >= CONTAINED_SHINGLES && shared >= NEAR_CONTAINED * shorter
}

const slotOf = (keys: Int32Array, newest: Int32Array, key: number): number => {
  const mask = keys.length - 1
  let slot = key & mask
  while (newest[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

const grow = (index: DuplicateIndex): void => {
  const keys = new Int32Array(index.keys.length * 2)
  const newest = new Int32Array(index.keys.length * 2).fill(-1)
  for (let slot = 0; slot < index.keys.length; slot += 1) {
    if (index.newest[slot] === -1) continue
    const at = slotOf(keys, newest, index.keys[slot]!)
    keys[at] = index.keys[slot]!
    newest[at] = index.newest[slot]!
  }
  index.keys = keys
  index.newest = newest
}

const makeRoom = (index: DuplicateIndex): void => {
  const count = index.texts.length
  if (count === index.parent.length) {
    const parent = new Int32Array(count * 2)
    parent.set(index.parent)
    index.parent = parent
    const older = new Int32Array(count * 2 * PREFIX).fill(-1)
    older.set(index.older)
    index.older = older
  }
  if ((index.used + PREFIX) * 2 > index.keys.length) grow(index)
}

/** Holds a text against the newest texts of each of its prefix shingles, and takes its place among them. */
const join = (index: DuplicateIndex, at: number): void => {
  const { shingles } = index.texts[at]!
  let lastTried = -1
  for (let place = 0; place < Math.min(PREFIX, shingles.length); place += 1) {
    const slot = slotOf(index.keys, index.newest, shingles[place]!)
    let other = index.newest[slot]!
    if (other === -1) {
      index.keys[slot] = shingles[place]!
      index.used += 1
    }
    index.older[at * PREFIX + place] = other
    index.newest[slot] = at
    for (let tried = 0; other !== -1 && tried < COMPARED_PER_SHINGLE; tried += 1) {
      if (other !== lastTried && rootOf(index, other) !== rootOf(index, at)) {
        lastTried = other
        if (isNear(shingles, index.texts[other]!.shingles)) unite(index, at, other)
      }
      other = olderOf(index, other, shingles[place]!)
    }
  }
}

/** The text before `text` with the same prefix shingle, or -1. */
const olderOf = (index: DuplicateIndex, text: number, shingle: number): number => {
  const { shingles } = index.texts[text]!
  for (let place = 0; place < PREFIX; place += 1)
    if (shingles[place] === shingle) return index.older[text * PREFIX + place]!
  return -1
}

/** Adds one text. Cost does not grow with the texts already there. */
export const addText = (index: DuplicateIndex, id: string, text: string): void => {
  makeRoom(index)
  const at = index.texts.length
  const shingled = shingle(text)
  index.ids.push(id)
  index.texts.push(shingled)
  index.parent[at] = at
  if (shingled.wordCount < MIN_WORDS) return
  const same = index.byFingerprint.get(shingled.fingerprint)
  if (same !== undefined) {
    unite(index, at, same)
    return
  }
  index.byFingerprint.set(shingled.fingerprint, at)
  join(index, at)
}

const kindOf = (index: DuplicateIndex, members: readonly number[]): DuplicateGroup['kind'] => {
  const first = index.texts[members[0]!]!.fingerprint
  const isOneText = members.every(at => index.texts[at]!.fingerprint === first)
  return isOneText && members.length < CAMPAIGN_COUNT ? 'duplicate' : 'campaign'
}

/** Groups of two and more, in the order of their first points; a group is named after it. */
export const groupsOf = (index: DuplicateIndex): readonly DuplicateGroup[] => {
  const members = new Map<number, number[]>()
  for (let at = 0; at < index.texts.length; at += 1) {
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
  const index = createDuplicateIndex()
  for (const { id, text } of points) addText(index, id, text)
  return groupsOf(index)
}
