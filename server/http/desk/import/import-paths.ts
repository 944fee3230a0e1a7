import type { ImportPlace } from '../../../usecases/upload/import-place.ts'
import type { ReviewScope } from '../../../usecases/review/review-scope.ts'

export const IMPORT = '/desk/import'
/** Bodies and new consultations. */
export const IMPORT_NEW = `${IMPORT}/new`
export const IMPORT_INTO = `${IMPORT}/into`

export const importIntoPath = ({ body, consultation }: ReviewScope): string =>
  `${IMPORT_INTO}/${body.ref}/${consultation.ref}`

export const placePath = ({ scope }: ImportPlace): string => (scope === null ? IMPORT_NEW : importIntoPath(scope))

export const uploadPath = (place: ImportPlace, id: string): string => `${placePath(place)}/files/${id}`
