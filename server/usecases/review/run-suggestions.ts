import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { DeskJob } from '../desk-jobs.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { suggestLinks, type SuggestResult } from '../suggest-links.ts'
import type { ReviewScope } from './review-scope.ts'

/** How long a page waits for the work before it shows how far it is, in milliseconds. */
const PATIENCE_MS = 2_500

const keyOf = ({ consultation }: ReviewScope): string => `suggest ${consultation.id}`

export interface ShownSuggestions {
  readonly scope: ReviewScope
  readonly job: DeskJob<SuggestResult> | null
}

/** Looks for passages in a thread of its own. They stay suggestions until a person has read both. */
export const startSuggestions = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<void> => {
  await authorise(deps, actor, 'suggestions.run', scope.consultation.id)
  const address = { body: scope.body.ref, consultation: scope.consultation.ref }
  const job = deps.jobs.start(keyOf(scope), scope.consultation.ref, report => suggestLinks(deps, address, report, 1))
  if (job === null) throw new AppError('conflict', 'It is being looked for already.')
  await deps.jobs.wait(keyOf(scope), PATIENCE_MS)
}

/** Nothing of a run that was stopped is kept. */
export const stopSuggestions = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<void> => {
  await authorise(deps, actor, 'suggestions.run', scope.consultation.id)
  deps.jobs.stop(keyOf(scope))
  await deps.jobs.wait(keyOf(scope), PATIENCE_MS)
}

export const showSuggestions = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ShownSuggestions> => {
  await authorise(deps, actor, 'suggestions.run', scope.consultation.id)
  return { scope, job: deps.jobs.find(keyOf(scope)) as DeskJob<SuggestResult> | null }
}
