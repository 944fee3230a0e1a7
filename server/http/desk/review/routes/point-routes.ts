import type { Request, Response, Router } from 'express'
import { judgeTogether, MOST_WORDINGS, showTogether } from '../../../../usecases/review/judge-together.ts'
import { notePoint, skipPoint } from '../../../../usecases/review/note-point.ts'
import { readEarlierDetails } from '../../../../usecases/review/read-earlier-details.ts'
import { readQueueName } from '../../../../usecases/review/order-queue.ts'
import { readStop } from '../../../../usecases/review/read-stop.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import { showRest } from '../../../../usecases/review/show-rest.ts'
import {
  showReviewPoint,
  type OpenPoint,
  type ShownReviewPoint,
} from '../../../../usecases/review/show-review-point.ts'
import { countChecked } from '../../../../usecases/review/count-checked.ts'
import { AppError } from '../../../../errors.ts'
import type { Web } from '../../../web.ts'
import { FORM_TOKEN_FIELD } from '../../csrf.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { sendDeskPage } from '../../send-desk-page.ts'
import { actorOf } from '../../session-middleware.ts'
import { reviewClosedPage } from '../pages/review-closed.page.ts'
import { addressOf } from '../pages/review-frame.ts'
import { reviewPointPage } from '../pages/review-point.page.ts'
import { reviewReadPage } from '../pages/review-read.page.ts'
import { reviewRestPage } from '../pages/review-rest.page.ts'
import { reviewTogetherPage } from '../pages/review-together.page.ts'
import { REVIEW, reviewPointPath } from '../review-paths.ts'
import { numberOf, queryOf, scopeOf, scopeTarget } from '../scope-of-request.ts'
import { goToNext } from './queue-routes.ts'

const sendPoint = async (web: Web, request: Request, response: Response, shown: ShownReviewPoint): Promise<void> => {
  const visit = deskVisitOf(web, request)
  if (shown.state !== 'open') return sendDeskPage(web, response, 'desk-review-closed', reviewClosedPage(visit, shown))
  const counts = await countChecked(web.deps, actorOf(request), shown.scope)
  const view = reviewPointPage(visit, shown, {
    isMore: queryOf(request, 'more') === 'yes',
    panel: queryOf(request, 'panel'),
    askKind: queryOf(request, 'kind'),
    askPassage: queryOf(request, 'passage'),
    isStaying: queryOf(request, 'stay') === 'yes',
    terms: queryOf(request, 'terms'),
    earlier: await readEarlierDetails(web.deps, actorOf(request), shown, {
      passage: queryOf(request, 'passage'),
      kind: queryOf(request, 'kind'),
    }),
    problem: null,
    ...counts,
  })
  sendDeskPage(web, response, 'desk-review-point', view)
}

const getPoint =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const given = { number: numberOf(request), stop: queryOf(request, 'stop') }
    await sendPoint(web, request, response, await showReviewPoint(web.deps, actorOf(request), scope, given))
  }

const getRead =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const page = queryOf(request, 'page')
    const read = await readStop(web.deps, actorOf(request), scope, {
      number: numberOf(request),
      stop: queryOf(request, 'stop'),
      query: queryOf(request, 'q').slice(0, 200),
      document: queryOf(request, 'document'),
      at: queryOf(request, 'at'),
      page: /^\d{1,4}$/.test(page) ? Number(page) : 1,
    })
    if (read === null) return response.redirect(303, reviewPointPath(addressOf(scope), numberOf(request)))
    sendDeskPage(web, response, 'desk-review-read', reviewReadPage(deskVisitOf(web, request), read))
  }

const openPoint = async (web: Web, request: Request, scope: ReviewScope): Promise<OpenPoint> => {
  const shown = await showReviewPoint(web.deps, actorOf(request), scope, { number: numberOf(request), stop: '' })
  if (shown.state !== 'open') throw new AppError('conflict', 'This point does not lie on your desk. Take it first.')
  return shown
}

const getTogether =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const { group } = await openPoint(web, request, scope)
    const shared = await showTogether(web.deps, actorOf(request), scope, group.id)
    const view = reviewTogetherPage(deskVisitOf(web, request), scope, numberOf(request), shared)
    sendDeskPage(web, response, 'desk-review-together', view)
  }

/** Names of the boxes that were ticked: which there can be is not known beforehand, what they look like is. */
const tickedWordings = (request: Request): readonly string[] => {
  const body: unknown = request.body
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : []
  return names.filter(name => name !== FORM_TOKEN_FIELD && /^w-[0-9a-f]{12}$/.test(name)).slice(0, MOST_WORDINGS)
}

const postTogether =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const wordings = tickedWordings(request)
    const form = readForm(request, ['group'], wordings)
    const scope = await scopeOf(web.deps, request)
    const number = await judgeTogether(web.deps, actorOf(request), scope, { groupId: form('group'), wordings })
    response.redirect(303, `${reviewPointPath(addressOf(scope), number)}#stop`)
  }

const getRest =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const rest = await showRest(web.deps, actorOf(request), scope, numberOf(request))
    sendDeskPage(web, response, 'desk-review-rest', reviewRestPage(deskVisitOf(web, request), rest))
  }

const postSkip =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['group'])
    const scope = await scopeOf(web.deps, request)
    const queue = await skipPoint(web.deps, actorOf(request), scope, form('group'))
    await goToNext(web, response, actorOf(request), scope, readQueueName(queue))
  }

const postNote =
  (web: Web, kind: 'note' | 'flag') =>
  async (request: Request, response: Response): Promise<void> => {
    const form = kind === 'note' ? readForm(request, ['text']) : readForm(request, [], ['text'])
    const scope = await scopeOf(web.deps, request)
    const number = numberOf(request)
    await notePoint(web.deps, actorOf(request), scope, { number, kind, text: form('text') })
    response.redirect(303, reviewPointPath(addressOf(scope), number))
  }

/** One point on the desk: reading, searching, and what is not a judgement. */
export const addPointRoutes = (router: Router, web: Web): void => {
  const point = `${REVIEW}/:body/:consultation/points/:number`
  const judge = guard(web.deps, 'point.judge', scopeTarget(web.deps))
  router.get(point, judge, getPoint(web))
  router.get(`${point}/read`, judge, getRead(web))
  router.get(`${point}/rest`, judge, getRest(web))
  router.get(`${point}/together`, judge, getTogether(web))
  router.post(`${point}/together`, judge, postTogether(web))
  router.post(`${point}/skip`, judge, postSkip(web))
  router.post(`${point}/note`, judge, postNote(web, 'note'))
  router.post(`${point}/flag`, judge, postNote(web, 'flag'))
}
