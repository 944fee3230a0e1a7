import type { Request, Response, Router } from 'express'
import type { Actor } from '../../../../usecases/people/session.ts'
import { listDeskConsultations, showProgress } from '../../../../usecases/review/show-progress.ts'
import { readQueueName, type QueueName } from '../../../../usecases/review/order-queue.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import { showSuggestions, startSuggestions, stopSuggestions } from '../../../../usecases/review/run-suggestions.ts'
import { takeNext, takePoint } from '../../../../usecases/review/take-points.ts'
import { undoAction } from '../../../../usecases/review/undo-action.ts'
import type { Web } from '../../../web.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard, noTarget } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { sendDeskPage } from '../../send-desk-page.ts'
import { actorOf, sessionOf } from '../../session-middleware.ts'
import { addressOf } from '../pages/review-frame.ts'
import { reviewListPage, reviewProgressPage } from '../pages/review-progress.page.ts'
import { suggestionsPage } from '../pages/review-suggestions.page.ts'
import { deskPath, REVIEW, reviewPointPath, withQuery } from '../review-paths.ts'
import { queryOf, scopeOf, scopeTarget } from '../scope-of-request.ts'

/** To the next point of a queue, or to the progress page where it is empty. */
export const goToNext = async (
  web: Web,
  response: Response,
  actor: Actor,
  scope: ReviewScope,
  queue: QueueName,
): Promise<void> => {
  const { number, isShared } = await takeNext(web.deps, actor, scope, queue)
  const address = addressOf(scope)
  if (number !== null && isShared === true)
    return response.redirect(303, `${reviewPointPath(address, number)}/together`)
  if (number !== null) return response.redirect(303, `${reviewPointPath(address, number)}#stop`)
  response.redirect(303, withQuery(deskPath(address), { message: queue === 'second' ? 'second-done' : 'queue-done' }))
}

const postTake =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, [], ['queue', 'number'])
    const scope = await scopeOf(web.deps, request)
    const number = form('number')
    if (number === '') return goToNext(web, response, actorOf(request), scope, readQueueName(form('queue')))
    const taken = await takePoint(web.deps, actorOf(request), scope, /^\d{1,9}$/.test(number) ? Number(number) : 0)
    response.redirect(303, reviewPointPath(addressOf(scope), taken.number ?? 0))
  }

const postUndo =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const scope = await scopeOf(web.deps, request)
    const { number } = await undoAction(web.deps, actorOf(request), scope)
    const address = addressOf(scope)
    response.redirect(303, number === null ? deskPath(address) : `${reviewPointPath(address, number)}#stop`)
  }

const toSuggestions =
  (web: Web, change: typeof startSuggestions) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const scope = await scopeOf(web.deps, request)
    await change(web.deps, actorOf(request), scope)
    response.redirect(303, `${deskPath(addressOf(scope))}/suggestions`)
  }

const addSuggestionRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const path = `${REVIEW}/:body/:consultation/suggestions`
  const may = guard(deps, 'suggestions.run', scopeTarget(deps))
  router.get(path, may, async (request, response) => {
    const shown = await showSuggestions(deps, actorOf(request), await scopeOf(deps, request))
    sendDeskPage(web, response, 'desk-review-suggestions', suggestionsPage(deskVisitOf(web, request), shown))
  })
  router.post(path, may, toSuggestions(web, startSuggestions))
  router.post(`${path}/stop`, may, toSuggestions(web, stopSuggestions))
}

/** The queue: what there is, what is next, and taking the last thing back. */
export const addQueueRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const one = `${REVIEW}/:body/:consultation`
  router.get(REVIEW, guard(deps, 'own-account.see', noTarget), async (request, response) => {
    const listed = await listDeskConsultations(deps, sessionOf(request))
    sendDeskPage(web, response, 'desk-review-list', reviewListPage(deskVisitOf(web, request), listed))
  })
  router.get(one, guard(deps, 'desk.see', scopeTarget(deps)), async (request, response) => {
    const progress = await showProgress(deps, actorOf(request), await scopeOf(deps, request))
    const view = reviewProgressPage(deskVisitOf(web, request), progress, {
      message: queryOf(request, 'message'),
      problem: null,
    })
    sendDeskPage(web, response, 'desk-review-progress', view)
  })
  router.post(`${one}/take`, guard(deps, 'point.judge', scopeTarget(deps)), postTake(web))
  addSuggestionRoutes(router, web)
  router.post(`${one}/undo`, guard(deps, 'point.judge', scopeTarget(deps)), postUndo(web))
}
