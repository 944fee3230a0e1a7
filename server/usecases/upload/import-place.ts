import type { Upload } from '../../../data/store/uploads.ts'
import type { Deps } from '../../deps.ts'
import type { DeskJob } from '../desk-jobs.ts'
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

/** One file at a time is read at each place: the key of that work. */
export const uploadKeyOf = (consultationId: string | null): string => `import ${consultationId ?? 'site'}`

/** What is done at a place, and to which file. */
export const uploadSubjectOf = (what: 'try' | 'import', uploadId: string): string => `${what} ${uploadId}`

/** What is done, or was last done, with this very file; null = nothing, or the work of that place is on another. */
export const findUploadJob = (
  { jobs }: Pick<Deps, 'jobs'>,
  { id, consultationId }: Pick<Upload, 'id' | 'consultationId'>,
): DeskJob | null => {
  const job = jobs.find(uploadKeyOf(consultationId))
  return job?.subject === uploadSubjectOf('try', id) || job?.subject === uploadSubjectOf('import', id) ? job : null
}
