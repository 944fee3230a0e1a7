import type { Request } from 'express'
import { isAllowed, isEverAllowed, type Action } from '../../../data/model/access.ts'
import { rolesToward } from '../../usecases/people/authorise.ts'
import type { Site } from '../pages/frame.ts'
import type { Web } from '../web.ts'
import { formTokenOf } from './csrf.ts'
import { madeUpOf } from './made-up-middleware.ts'
import { actorOf } from './session-middleware.ts'

/** What every page of the desk is made for: this person, in this browser. */
export interface DeskVisit {
  readonly site: Site
  readonly path: string
  readonly formToken: string
  /** Short names of the made-up bodies that the page may speak of. */
  readonly madeUp: readonly string[]
  /** null = nobody has signed in. */
  readonly name: string | null
  readonly isFull: boolean
  readonly canSeePeople: boolean
  /** Has a part in which records are imported, in any consultation. */
  readonly canImport: boolean
  /** Has a part in any consultation. */
  readonly hasPart: boolean
}

export const deskVisitOf = ({ site }: Web, request: Request): DeskVisit => {
  const actor = actorOf(request)
  const held = actor?.stage === 'full' ? actor.grants.map(({ role }) => role) : []
  const mayEver = (action: Action): boolean => isEverAllowed(action, held)
  return {
    site,
    path: request.path,
    formToken: formTokenOf(request),
    madeUp: madeUpOf(request).map(({ shortName }) => shortName),
    name: actor?.account.displayName ?? null,
    isFull: actor?.stage === 'full',
    canSeePeople: isAllowed('people.see', rolesToward(actor, null), 'open'),
    canImport: mayEver('records.import') || mayEver('records.add'),
    hasPart: mayEver('desk.see'),
  }
}
