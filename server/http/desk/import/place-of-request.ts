import type { Request, RequestHandler } from 'express'
import type { ImportPlace } from '../../../usecases/upload/import-place.ts'
import type { Web } from '../../web.ts'
import { guard, noTarget } from '../guard.ts'
import { scopeOf, scopeTarget } from '../review/scope-of-request.ts'
import { IMPORT_INTO, IMPORT_NEW } from './import-paths.ts'

/** A place that files go to, as routes see it: where it stands, who may, and which one a request names. */
export interface PlaceRoutes {
  readonly path: string
  readonly may: RequestHandler
  readonly placeOf: (request: Request) => Promise<ImportPlace>
}

export const placesOf = (web: Web): readonly PlaceRoutes[] => [
  {
    path: IMPORT_NEW,
    may: guard(web.deps, 'records.add', noTarget),
    placeOf: () => Promise.resolve({ scope: null }),
  },
  {
    path: `${IMPORT_INTO}/:body/:consultation`,
    may: guard(web.deps, 'records.import', scopeTarget(web.deps)),
    placeOf: async request => ({ scope: await scopeOf(web.deps, request) }),
  },
]
