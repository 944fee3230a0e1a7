import express, { Router, type ErrorRequestHandler } from 'express'
import { SignInNeeded } from '../../usecases/people/authorise.ts'
import type { Web } from '../web.ts'
import { csrfMiddleware } from './csrf.ts'
import { deskVisitOf } from './desk-visit.ts'
import { signInPage } from './pages/desk-sign-in.page.ts'
import { madeUpMiddleware } from './made-up-middleware.ts'
import { sessionMiddleware } from './session-middleware.ts'
import { PATHS, placeOf, safeNext } from './paths.ts'

const LARGEST_BODY = '100kb'
/** A file may have 200 columns, each with a field in the form that maps them. */
const MOST_FIELDS = 300

/** Who has not signed in gets the form, with 401; who has got half-way goes on from there. */
const signInWhenNeeded =
  (web: Web): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent || !(error instanceof SignInNeeded)) return next(error)
    const onward = request.method === 'GET' ? safeNext(request.originalUrl) : PATHS.account
    if (error.stage === 'second-step')
      return response.redirect(303, `${PATHS.secondStep}?next=${encodeURIComponent(onward)}`)
    if (error.stage !== 'none') return response.redirect(303, placeOf(error.stage))
    const view = signInPage(deskVisitOf(web, request), { next: onward, loginName: '', problem: null })
    response.status(401).type('html').send(web.render('desk-sign-in', view))
  }

/**
 * A router for pages that need to know who asks: session and form token before the routes, the way to the sign-in form after them.
 * Complete in itself: mount it at the root of the site. Several of them may stand one after another.
 */
export const deskRouter = (
  web: Web,
  addRoutes: readonly ((router: Router, web: Web) => void)[],
  /** Where its pages stand; the public site outside is served without a cookie. */
  places: readonly string[] = ['/desk'],
): Router => {
  const router = Router({ strict: true })
  router.use(
    [...places],
    sessionMiddleware(web.deps),
    madeUpMiddleware(web.deps),
    express.urlencoded({ extended: false, limit: LARGEST_BODY, parameterLimit: MOST_FIELDS }),
    csrfMiddleware,
  )
  for (const add of addRoutes) add(router, web)
  router.use(signInWhenNeeded(web))
  return router
}
