import { openWordVectors, type WordVectors } from '../../analysis/text/word-vectors.ts'
import { readWordVectors } from '../../data/import/read-word-vectors.ts'

const FOLDER = new URL('../../analysis/text/vectors/', import.meta.url)

let opened: WordVectors | null = null

/** The table of English word vectors, read when it is first asked for. */
export const wordVectors = (): WordVectors => (opened ??= openWordVectors(readWordVectors(FOLDER)))
