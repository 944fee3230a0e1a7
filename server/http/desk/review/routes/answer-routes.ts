import type { Request, Response, Router } from 'express'
import { needsDetails } from '../../../../usecases/review/answer.ts'
import { addPromise } from '../../../../usecases/review/add-promise.ts'
import { readQueueName } from '../../../../usecases/review/order-queue.ts'
import { readPassageAnswer, readSetAside, stageOfForm } from '../../../../usecases/review/read-answer.ts'
import { recordAnswer, recordNothingLeft, type AnswerGiven } from '../../../../usecases/review/record-answer.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import type { LinkKind } from '../../../../../data/model/link.ts'
import type { Web } from '../../../web.ts'
import { guard } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { actorOf } from '../../session-middleware.ts'
import { addressOf } from '../pages/review-frame.ts'
import { REVIEW, reviewPointPath, withQuery } from '../review-paths.ts'
import { numberOf, scopeOf, scopeTarget } from '../scope-of-request.ts'
import { goToNext } from './queue-routes.ts'

const MOST_TERMS = 20
const termsOf = (text: string): readonly string[] =>
  text
    .split('|')
    .map(term => term.trim())
    .filter(term => term !== '')
    .slice(0, MOST_TERMS)

/** Records it, and goes on: to the next stop, or to the next point of the same queue. */
const take = async (
  web: Web,
  request: Request,
  response: Response,
  scope: ReviewScope,
  given: AnswerGiven,
): Promise<void> => {
  const { status, queue } = await recordAnswer(web.deps, actorOf(request), scope, given)
  if (status === 'settled') return goToNext(web, response, actorOf(request), scope, readQueueName(queue))
  response.redirect(303, `${reviewPointPath(addressOf(scope), numberOf(request))}#stop`)
}

/** These say nothing without more: the page asks before anything is recorded. */
const isAsked = (kind: string, detail: string): boolean =>
  detail === '' && (kind === 'not-decided' || needsDetails(kind as LinkKind))

const postConfirm =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(
      request,
      ['group', 'stop', 'passage', 'kind', 'terms'],
      ['stay', 'detail', 'part-taken', 'part-left', 'due-on', 'is-group-reply', 'is-stock-reason'],
    )
    const scope = await scopeOf(web.deps, request)
    const [stop, passage, kind, terms, stay] = [
      form('stop'),
      form('passage'),
      form('kind'),
      form('terms'),
      form('stay'),
    ]
    if (isAsked(kind, form('detail'))) {
      const path = reviewPointPath(addressOf(scope), numberOf(request))
      return response.redirect(303, `${withQuery(path, { stop, passage, kind, terms, stay })}#stop`)
    }
    const answer = await readPassageAnswer(web.deps, scope, {
      stop,
      passage,
      kind,
      isStaying: stay === 'yes',
      detail: form('detail'),
      isGroupReply: form('is-group-reply') === 'yes',
      isStockReason: form('is-stock-reason') === 'yes',
      partTaken: form('part-taken'),
      partLeft: form('part-left'),
      dueOn: form('due-on'),
    })
    await take(web, request, response, scope, {
      groupId: form('group'),
      answer,
      terms: termsOf(terms),
      words: `${kind} ${passage}`,
    })
  }

const postNothing =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['group', 'stop', 'terms'])
    const scope = await scopeOf(web.deps, request)
    const answer = { sort: 'nothing', stage: stageOfForm(form('stop')) } as const
    await take(web, request, response, scope, {
      groupId: form('group'),
      answer,
      terms: termsOf(form('terms')),
      words: 'nothing',
    })
  }

const postRest =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['group'])
    const scope = await scopeOf(web.deps, request)
    const { queue } = await recordNothingLeft(web.deps, actorOf(request), scope, form('group'))
    await goToNext(web, response, actorOf(request), scope, readQueueName(queue))
  }

const postSetAside =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['group', 'reason'], ['of-point', 'statute'])
    const scope = await scopeOf(web.deps, request)
    const given = { reason: form('reason'), ofPoint: form('of-point'), statute: form('statute') }
    const answer = await readSetAside(web.deps, scope, given)
    await take(web, request, response, scope, { groupId: form('group'), answer, terms: [], words: answer.kind })
  }

const postPromise =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['stop', 'passage', 'kind', 'text', 'owner', 'due-on'])
    const scope = await scopeOf(web.deps, request)
    const [stop, passage, kind] = [form('stop'), form('passage'), form('kind')]
    const given = { passage, text: form('text'), owner: form('owner'), dueOn: form('due-on') }
    await addPromise(web.deps, actorOf(request), scope, given)
    const path = reviewPointPath(addressOf(scope), numberOf(request))
    response.redirect(303, `${withQuery(path, { stop, passage, kind })}#stop`)
  }

/** What a reviewer says about a passage, a stop or a point. */
export const addAnswerRoutes = (router: Router, web: Web): void => {
  const point = `${REVIEW}/:body/:consultation/points/:number`
  const judge = guard(web.deps, 'point.judge', scopeTarget(web.deps))
  router.post(`${point}/confirm`, judge, postConfirm(web))
  router.post(`${point}/nothing`, judge, postNothing(web))
  router.post(`${point}/rest`, judge, postRest(web))
  router.post(`${point}/set-aside`, judge, postSetAside(web))
  router.post(`${point}/promise`, judge, postPromise(web))
}
