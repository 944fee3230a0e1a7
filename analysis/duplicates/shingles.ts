import { hashWords, mix } from './word-hashes.ts'

/** Words of a shingle (linking.md: word 3-shingles). */
const SHINGLE_WORDS = 3
/** Words of one text that are compared: a longer text is compared by its beginning. It has no more shingles than words. */
export const MAX_WORDS = 2_000
const words = new Int32Array(MAX_WORDS)

/** What was read of a text beside its shingles. Kept, and filled again for each. */
export interface ShingleReading {
  wordCount: number
  /** Equal for texts of the same words in the same order, whatever case, accents and marks. */
  fingerprint: number
  shingleCount: number
}

export const createReading = (): ShingleReading => ({ wordCount: 0, fingerprint: 0, shingleCount: 0 })

/** Writes a text's shingles into `into` from `offset`, as they stand. A text shorter than a shingle is one shingle of all its words. */
export const writeShingles = (text: string, into: Int32Array, offset: number, reading: ShingleReading): void => {
  const wordCount = hashWords(text, words)
  let fingerprint = wordCount
  for (let i = 0; i < wordCount; i += 1) fingerprint = mix(Math.imul(fingerprint, 31) + words[i]!)
  const count = Math.max(wordCount > 0 ? 1 : 0, wordCount - SHINGLE_WORDS + 1)
  for (let i = 0; i < count; i += 1) {
    let hash = words[i]!
    for (let next = 1; next < SHINGLE_WORDS && i + next < wordCount; next += 1)
      hash = Math.imul(hash, 0x01000193) + words[i + next]!
    into[offset + i] = mix(hash)
  }
  reading.wordCount = wordCount
  reading.fingerprint = fingerprint
  reading.shingleCount = count
}

/** Sorts shingles and takes out repetitions, in place; returns how many are left. */
export const sortShingles = (shingles: Int32Array): number => {
  shingles.sort()
  let kept = 0
  for (let i = 0; i < shingles.length; i += 1)
    if (i === 0 || shingles[i] !== shingles[i - 1]) {
      shingles[kept] = shingles[i]!
      kept += 1
    }
  return kept
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
