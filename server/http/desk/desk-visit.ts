import type { Request } from 'express'
import { isAllowed } from '../../../data/model/access.ts'
import { rolesToward } from '../../usecases/people/authorise.ts'
import type { Site } from '../pages/frame.ts'
import type { Web } from '../web.ts'
import { formTokenOf } from './csrf.ts'
import { actorOf } from './session-middleware.ts'

/** What every page of the desk is made for: this person, in this browser. */
export interface DeskVisit {
  readonly site: Site
  readonly path: string
  readonly formToken: string
  /** null = nobody has signed in. */
  readonly name: string | null
  readonly isFull: boolean
  readonly canSeePeople: boolean
}

export const deskVisitOf = ({ site }: Web, request: Request): DeskVisit => {
  const actor = actorOf(request)
  return {
    site,
    path: request.path,
    formToken: formTokenOf(request),
    name: actor?.account.displayName ?? null,
    isFull: actor?.stage === 'full',
    canSeePeople: isAllowed('people.see', rolesToward(actor, null), 'open'),
  }
}
