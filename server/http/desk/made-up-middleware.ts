import type { Request, RequestHandler } from 'express'
import type { Body } from '../../../data/model/body.ts'
import type { Deps } from '../../deps.ts'
import { madeUpBodies } from '../../usecases/made-up-bodies.ts'
import { actorOf } from './session-middleware.ts'

const madeUp = new WeakMap<Request, readonly Body[]>()

export const madeUpOf = (request: Request): readonly Body[] => madeUp.get(request) ?? []

/** Made-up bodies are said to be so on every page of the desk, as on every other page that shows them. After who asks is known. */
export const madeUpMiddleware =
  (deps: Deps): RequestHandler =>
  async (request, _response, next) => {
    if (!madeUp.has(request))
      madeUp.set(request, await madeUpBodies(deps, request.baseUrl + request.path, actorOf(request) !== null))
    next()
  }
