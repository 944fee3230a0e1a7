import type { Request, Response, Router } from 'express'
import { listDeskIdeas, mergeIdeas, moveToIdea, unmergeIdea } from '../../../../usecases/review/change-ideas.ts'
import { decideText, showNextText, showText, type TextGiven } from '../../../../usecases/review/release-texts.ts'
import { settleReview, showDisagreement, type Settlement } from '../../../../usecases/review/settle-disagreement.ts'
import { showSplit, splitContribution } from '../../../../usecases/review/split-contribution.ts'
import { AppError } from '../../../../errors.ts'
import type { Web } from '../../../web.ts'
import { FORM_TOKEN_FIELD } from '../../csrf.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { sendDeskPage } from '../../send-desk-page.ts'
import { actorOf } from '../../session-middleware.ts'
import { addressOf } from '../pages/review-frame.ts'
import { reviewDisagreementPage } from '../pages/review-disagreement.page.ts'
import { reviewIdeasPage, reviewSplitPage } from '../pages/review-ideas.page.ts'
import { recordReading, showReading } from '../../../../usecases/review/second-readings.ts'
import { reviewReadingPage } from '../pages/review-reading.page.ts'
import { reviewTextPage } from '../pages/review-text.page.ts'
import { deskPath, REVIEW, reviewPointPath, withQuery } from '../review-paths.ts'
import { numberOf, queryOf, scopeOf, scopeTarget } from '../scope-of-request.ts'

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null)

const getTexts =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const shown = await showNextText(web.deps, actorOf(request), scope, wholeNumber(queryOf(request, 'after')) ?? 0)
    if (shown === null) return response.redirect(303, withQuery(deskPath(addressOf(scope)), { message: 'no-text' }))
    sendDeskPage(
      web,
      response,
      'desk-review-text',
      reviewTextPage(deskVisitOf(web, request), shown, { text: null, still: [] }),
    )
  }

const getText =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const shown = await showText(web.deps, actorOf(request), await scopeOf(web.deps, request), numberOf(request))
    sendDeskPage(
      web,
      response,
      'desk-review-text',
      reviewTextPage(deskVisitOf(web, request), shown, { text: null, still: [] }),
    )
  }

const decisionOf = (name: string): TextGiven['decision'] => {
  if (name === 'release' || name === 'withhold' || name === 'save') return name
  throw new AppError('bad-request', 'There is no such decision.')
}

const LONGEST_TEXT = 20_000

const postText =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['text', 'decision'], ['paraphrase', 'may-stay'], { text: LONGEST_TEXT })
    const scope = await scopeOf(web.deps, request)
    const number = numberOf(request)
    const given = {
      number,
      decision: decisionOf(form('decision')),
      text: form('text'),
      isParaphrase: form('paraphrase') === 'yes',
      mayStay: form('may-stay') === 'yes',
    }
    const taken = await decideText(web.deps, actorOf(request), scope, given)
    if (taken.status === 'decided')
      return response.redirect(303, withQuery(`${deskPath(addressOf(scope))}/texts`, { after: String(number) }))
    const shown = await showText(web.deps, actorOf(request), scope, number)
    response.status(422)
    sendDeskPage(
      web,
      response,
      'desk-review-text',
      reviewTextPage(deskVisitOf(web, request), shown, { text: given.text, still: taken.found }),
    )
  }

const getReading =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const shown = await showReading(web.deps, actorOf(request), await scopeOf(web.deps, request))
    sendDeskPage(web, response, 'desk-review-reading', reviewReadingPage(deskVisitOf(web, request), shown))
  }

const postReading =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['number', 'text', 'found'], ['note'])
    const found = form('found')
    if (found !== 'nothing' && found !== 'leak') throw new AppError('bad-request', 'There is no such answer.')
    const scope = await scopeOf(web.deps, request)
    const given = { number: wholeNumber(form('number')) ?? 0, sha256: form('text'), found, note: form('note') } as const
    await recordReading(web.deps, actorOf(request), scope, given)
    response.redirect(303, `${deskPath(addressOf(scope))}/readings`)
  }

const getDisagreement =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const shown = await showDisagreement(web.deps, actorOf(request), scope)
    if (shown === null) return response.redirect(303, withQuery(deskPath(addressOf(scope)), { message: 'settled' }))
    sendDeskPage(
      web,
      response,
      'desk-review-disagreement',
      reviewDisagreementPage(deskVisitOf(web, request), shown, null),
    )
  }

const SETTLEMENTS: readonly Settlement[] = ['first', 'second', 'anew', 'cannot-tell']

const postDisagreement =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['disagreement', 'as'])
    const as = SETTLEMENTS.find(known => known === form('as'))
    if (as === undefined) throw new AppError('bad-request', 'There is no such way to settle it.')
    const scope = await scopeOf(web.deps, request)
    const { number } = await settleReview(web.deps, actorOf(request), scope, {
      disagreementId: form('disagreement'),
      as,
    })
    const path = deskPath(addressOf(scope))
    response.redirect(303, number === null ? `${path}/disagreements` : reviewPointPath(addressOf(scope), number))
  }

const getIdeas =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const ideas = await listDeskIdeas(web.deps, actorOf(request), scope)
    sendDeskPage(web, response, 'desk-review-ideas', reviewIdeasPage(deskVisitOf(web, request), scope, ideas, null))
  }

/** Runs a change of ideas; what is refused is said above the forms. */
const changing =
  (web: Web, change: (request: Request, scope: Awaited<ReturnType<typeof scopeOf>>) => Promise<void>) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    try {
      await change(request, scope)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'refused') throw error
      const ideas = await listDeskIdeas(web.deps, actorOf(request), scope)
      response.status(422)
      return sendDeskPage(
        web,
        response,
        'desk-review-ideas',
        reviewIdeasPage(deskVisitOf(web, request), scope, ideas, error.message),
      )
    }
    response.redirect(303, `${deskPath(addressOf(scope))}/ideas`)
  }

const numbersIn = (text: string): readonly number[] => text.split(/[\s,;]+/).flatMap(part => wholeNumber(part) ?? [])

const getSplit =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const shown = await showSplit(web.deps, actorOf(request), scope, String(request.params['ref'] ?? ''))
    sendDeskPage(web, response, 'desk-review-split', reviewSplitPage(deskVisitOf(web, request), shown, null))
  }

const postSplit =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const body: unknown = request.body
    const names = (typeof body === 'object' && body !== null ? Object.keys(body) : []).filter(
      name => name !== FORM_TOKEN_FIELD && /^s-\d{1,4}$/.test(name),
    )
    readForm(request, [], names)
    const scope = await scopeOf(web.deps, request)
    const ref = String(request.params['ref'] ?? '')
    await splitContribution(web.deps, actorOf(request), scope, {
      ref,
      begins: names.map(name => Number(name.slice(2))),
    })
    response.redirect(303, `${deskPath(addressOf(scope))}/responses/${encodeURIComponent(ref)}/split`)
  }

/** Texts, ideas, responses, and what two people differ on. */
export const addMaterialRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const one = `${REVIEW}/:body/:consultation`
  const release = guard(deps, 'text.release', scopeTarget(deps))
  router.get(`${one}/texts`, release, getTexts(web))
  router.get(`${one}/texts/:number`, release, getText(web))
  router.post(`${one}/texts/:number`, release, postText(web))
  router.get(`${one}/readings`, release, getReading(web))
  router.post(`${one}/readings`, release, postReading(web))
  const settle = guard(deps, 'disagreement.settle', scopeTarget(deps))
  router.get(`${one}/disagreements`, settle, getDisagreement(web))
  router.post(`${one}/disagreements`, settle, postDisagreement(web))
  const ideas = guard(deps, 'idea.change', scopeTarget(deps))
  router.get(`${one}/ideas`, ideas, getIdeas(web))
  router.post(
    `${one}/ideas/merge`,
    ideas,
    changing(web, async (request, scope) => {
      const form = readForm(request, ['from', 'into'])
      await mergeIdeas(deps, actorOf(request), scope, {
        from: wholeNumber(form('from')) ?? 0,
        into: wholeNumber(form('into')) ?? 0,
      })
    }),
  )
  router.post(
    `${one}/ideas/unmerge`,
    ideas,
    changing(web, async (request, scope) => {
      const form = readForm(request, ['idea'])
      await unmergeIdea(deps, actorOf(request), scope, wholeNumber(form('idea')) ?? 0)
    }),
  )
  router.post(
    `${one}/ideas/move`,
    ideas,
    changing(web, async (request, scope) => {
      const form = readForm(request, ['points', 'title', 'into'])
      const given = { points: numbersIn(form('points')), title: form('title'), into: wholeNumber(form('into')) }
      await moveToIdea(deps, actorOf(request), scope, given)
    }),
  )
  const split = guard(deps, 'point.split', scopeTarget(deps))
  router.get(`${one}/responses/:ref/split`, split, getSplit(web))
  router.post(`${one}/responses/:ref/split`, split, postSplit(web))
}
