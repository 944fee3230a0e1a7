import type { ImportSource } from '../../data/import/decoded-record.ts'
import { proposeMapping } from '../../data/import/propose-mapping.ts'
import type { ColumnMapping } from '../../data/model/column-mapping.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** A mapping for a file nobody has seen before: guesses for a person to correct, never applied unseen. */
export const proposeFileMapping = async (deps: Deps, source: ImportSource): Promise<ColumnMapping> => {
  const proposed = await proposeMapping(source, { today: deps.clock.today() })
  if ('mapping' in proposed) return proposed.mapping
  throw new AppError('refused', proposed.problems.map(({ message }) => message).join('\n'))
}
