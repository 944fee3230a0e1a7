import { readFileSync } from 'node:fs'

/**
 * Bytes of the three files of word vectors in a folder (analysis/text/vectors): analysis opens them with
 * `openWordVectors`, and reads no file itself. About 10 ms.
 */
export const readWordVectors = (
  folder: URL,
): { readonly stems: string; readonly vectors: Uint8Array; readonly neighbours: Uint8Array } => ({
  stems: readFileSync(new URL('stems.txt', folder), 'utf8'),
  vectors: readFileSync(new URL('vectors.bin', folder)),
  neighbours: readFileSync(new URL('neighbours.bin', folder)),
})
