import { createHash } from 'node:crypto'
import type { ColumnMapping } from '../model/column-mapping.ts'

/** SHA-256 over the mapping as JSON: two imports with the same file and the same hash say the same. */
export const hashMapping = (mapping: ColumnMapping): string =>
  createHash('sha256').update(JSON.stringify(mapping)).digest('hex')
