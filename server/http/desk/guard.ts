import type { Request, RequestHandler } from 'express'
import type { Action } from '../../../data/model/access.ts'
import type { Deps } from '../../deps.ts'
import { authorise, refuseIfNever, type TargetId } from '../../usecases/people/authorise.ts'
import { actorOf } from './session-middleware.ts'

const guardedActions = new WeakMap<object, Action>()

/** The action a handler guards; null = it is no guard. */
export const guardedAction = (handler: object): Action | null => guardedActions.get(handler) ?? null

export const noTarget = (): Promise<null> => Promise.resolve(null)

/** First handler of every route: names the row of the access table it stands under, and asks it. */
export const guard = <A extends Action>(
  deps: Deps,
  action: A,
  readTarget: (request: Request) => Promise<TargetId<A>>,
): RequestHandler => {
  const handler: RequestHandler = async (request, _response, next) => {
    const actor = actorOf(request)
    refuseIfNever(actor, action)
    await authorise(deps, actor, action, await readTarget(request))
    next()
  }
  guardedActions.set(handler, action)
  return handler
}
