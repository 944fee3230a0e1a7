import { createHash } from 'node:crypto'

/** SHA-256 over the cells as they stood, in order: the same row saved with other quotes or another delimiter is the same row. */
export const hashRow = (cells: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(cells)).digest('hex')
