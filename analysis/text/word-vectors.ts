/** Numbers of a vector. */
export const DIMENSIONS = 100
/** Nearest stems kept for each stem in the table. */
export const NEIGHBOURS = 32
/** A unit vector's numbers are kept as bytes: number × VECTOR_SCALE. Chosen so that fewer than 1 in 10,000 is cut at ±127. */
export const VECTOR_SCALE = 260

/** The three files of analysis/text/vectors/, as read by the composition root: analysis reads no file. */
export interface WordVectorFiles {
  readonly stems: string
  readonly vectors: Uint8Array
  readonly neighbours: Uint8Array
}

/** The numbers of the vectors, in memory that threads share. */
export interface VectorTables {
  /** stem id × DIMENSIONS. */
  readonly vectors: Int8Array
  /** stem id × NEIGHBOURS: ids of stems, and cosines as 0–255, nearest first; a cosine of 0 ends the list. */
  readonly neighbourIds: Uint16Array
  readonly neighbourCosines: Uint8Array
}

/** English stems with their vectors and their nearest stems. */
export interface WordVectors extends VectorTables {
  readonly stems: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
}

const shared = (bytes: Uint8Array): SharedArrayBuffer => {
  const buffer = new SharedArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

/** Opens the bytes as tables. Throws where the three files do not belong together. */
export const openWordVectors = (files: WordVectorFiles): WordVectors => {
  const stems = files.stems.trimEnd().split('\n')
  const count = stems.length
  if (files.vectors.length !== count * DIMENSIONS || files.neighbours.length !== count * NEIGHBOURS * 3)
    throw new Error(`Word vectors: the files do not belong together (${count} stems). Make them again.`)
  const neighbours = shared(files.neighbours)
  return {
    stems,
    idOf: new Map(stems.map((stem, id) => [stem, id])),
    vectors: new Int8Array(shared(files.vectors)),
    neighbourIds: new Uint16Array(neighbours, 0, count * NEIGHBOURS),
    neighbourCosines: new Uint8Array(neighbours, count * NEIGHBOURS * 2),
  }
}
