import type { Deps } from '../../deps.ts'
import { authorise, type Permit } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'

/** Where a file goes: into one consultation, or, for bodies and new consultations, into the records as a whole. */
export interface ImportPlace {
  readonly scope: ReviewScope | null
}

/** Editors import into their consultation; only an admin adds bodies and consultations. */
export const authorisePlace = (deps: Deps, actor: Actor, { scope }: ImportPlace): Promise<Permit> =>
  scope === null
    ? authorise(deps, actor, 'records.add', null)
    : authorise(deps, actor, 'records.import', scope.consultation.id)

export const consultationIdOf = ({ scope }: ImportPlace): string | null => scope?.consultation.id ?? null
