import type { Request, RequestHandler } from 'express'
import type { Deps } from '../../deps.ts'
import { SignInNeeded } from '../../usecases/people/authorise.ts'
import { makeToken } from '../../usecases/people/one-time-code.ts'
import { readSession } from '../../usecases/people/read-session.ts'
import type { Actor, Session } from '../../usecases/people/session.ts'
import { readCookie, setCookie } from './cookie.ts'

interface Visit {
  /** What the cookie holds: of a session, or of nobody yet. null = the browser sent none. */
  readonly token: string | null
  readonly actor: Actor
}
const visits = new WeakMap<Request, Visit>()

const visitOf = (request: Request): Visit => visits.get(request) ?? { token: null, actor: null }

export const actorOf = (request: Request): Actor => visitOf(request).actor
export const tokenOf = (request: Request): string | null => visitOf(request).token

export const sessionOf = (request: Request): Session => {
  const { actor } = visitOf(request)
  if (actor === null) throw new SignInNeeded('none')
  return actor
}

/**
 * Says who asks. Somebody without a cookie gets one by chance when they open a page: it opens nothing, is written nowhere, and ties
 * the form on the page to this browser. It never becomes the token of a session.
 */
export const sessionMiddleware =
  (deps: Deps): RequestHandler =>
  async (request, response, next) => {
    if (!visits.has(request)) {
      response.set('Cache-Control', 'no-store')
      const carried = readCookie(request)
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      const token = carried ?? (isRead ? makeToken() : null)
      if (carried === null && token !== null) setCookie(response, token)
      visits.set(request, { token, actor: carried === null ? null : await readSession(deps, carried) })
    }
    next()
  }
