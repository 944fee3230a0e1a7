import { hashWords, mix } from './word-hashes.ts'

/** Words of a shingle (linking.md: word 3-shingles). */
const SHINGLE_WORDS = 3
/** Words of one text that are compared: a longer text is compared by its beginning. */
const MAX_WORDS = 2_000
const words = new Int32Array(MAX_WORDS)

/** A text as the sorted set of its shingles, and one number for its words in order. */
export interface ShingledText {
  readonly wordCount: number
  /** Equal for texts of the same words in the same order, whatever case, accents and marks. */
  readonly fingerprint: number
  readonly shingles: Int32Array
}

const unique = (sorted: Int32Array): Int32Array => {
  let kept = 0
  for (let i = 0; i < sorted.length; i += 1)
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      sorted[kept] = sorted[i]!
      kept += 1
    }
  return sorted.slice(0, kept)
}

/** A text shorter than a shingle is one shingle of all its words. */
export const shingle = (text: string): ShingledText => {
  const wordCount = hashWords(text, words)
  let fingerprint = wordCount
  for (let i = 0; i < wordCount; i += 1) fingerprint = mix(Math.imul(fingerprint, 31) + words[i]!)
  const count = Math.max(wordCount > 0 ? 1 : 0, wordCount - SHINGLE_WORDS + 1)
  const all = new Int32Array(count)
  for (let i = 0; i < count; i += 1) {
    let hash = words[i]!
    for (let next = 1; next < SHINGLE_WORDS && i + next < wordCount; next += 1)
      hash = Math.imul(hash, 0x01000193) + words[i + next]!
    all[i] = mix(hash)
  }
  return { wordCount, fingerprint, shingles: unique(all.sort()) }
}

/** Shingles two texts share. Both sorted. */
export const sharedCount = (a: Int32Array, b: Int32Array): number => {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared += 1
      i += 1
      j += 1
    } else if (a[i]! < b[j]!) i += 1
    else j += 1
  }
  return shared
}
