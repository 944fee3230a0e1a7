import type { Request, Response, Router } from 'express'
import { decideHeldLetter } from '../../../../usecases/reply/decide-letter.ts'
import { listDisputes } from '../../../../usecases/reply/list-disputes.ts'
import { openDispute, showDisputed } from '../../../../usecases/reply/open-dispute.ts'
import { settleDispute } from '../../../../usecases/reply/settle-dispute.ts'
import { AppError } from '../../../../errors.ts'
import type { Web } from '../../../web.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { DISPUTES, disputesPath } from '../../release/release-paths.ts'
import { runOrSay } from '../../release/run-or-say.ts'
import { numberOf, scopeOf, scopeTarget } from '../../review/scope-of-request.ts'
import { sendAgain, sendDeskPage } from '../../send-desk-page.ts'
import { actorOf } from '../../session-middleware.ts'
import { disputePage, NO_DISPUTE } from '../pages/reply-dispute.page.ts'
import { disputesPage } from '../pages/reply-disputes.page.ts'

/** Under the address of a point, for everybody. */
export const DISPUTE_PLACE = '/:body/:consultation/points/:number/dispute'

/** 300 long words, and room to see that it is too long. */
const LONGEST_TEXT = 8_000

const getDispute =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const shown = await showDisputed(web.deps, actorOf(request), scope, numberOf(request))
    const given = request.query['sent']
    const sent = given === 'held' || given === 'published' ? given : null
    const view = disputePage(deskVisitOf(web, request), shown, {
      draft: NO_DISPUTE,
      problem: null,
      sent,
      isAboutText: request.query['about'] === 'text',
    })
    sendDeskPage(web, response, 'reply-dispute', view)
  }

const postDispute =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['text', 'evidence', 'claimed-outcome'], ['contributor'], { text: LONGEST_TEXT })
    const draft = {
      party: form('contributor') === 'yes' ? 'contributor' : 'other',
      text: form('text'),
      evidence: form('evidence'),
      claimedOutcome: form('claimed-outcome'),
    }
    const scope = await scopeOf(web.deps, request)
    const number = numberOf(request)
    const given = { ...draft, number, address: request.ip ?? '' }
    const taken = await openDispute(web.deps, actorOf(request), scope, given)
    if (taken.status === 'held' || taken.status === 'published')
      return response.redirect(303, `${request.path}?sent=${taken.status}`)
    const { strings: t } = web.site
    const problem = taken.status === 'invalid' ? taken.problem : t.dispute.throttled(taken.retryInMinutes)
    const shown = await showDisputed(web.deps, actorOf(request), scope, number)
    const view = disputePage(deskVisitOf(web, request), shown, { draft, problem, sent: null })
    sendAgain(web, response, 'reply-dispute', view, taken)
  }

const sendDesk = async (web: Web, request: Request, response: Response, problem: string | null): Promise<void> => {
  const shown = await listDisputes(web.deps, actorOf(request), await scopeOf(web.deps, request))
  sendDeskPage(web, response, 'reply-disputes', disputesPage(deskVisitOf(web, request), shown, problem))
}

/** Carries out a form of the desk and comes back to it. */
const changing =
  (web: Web, change: (request: Request, scope: Awaited<ReturnType<typeof scopeOf>>) => Promise<void>) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    await runOrSay(
      response,
      async () => {
        await change(request, scope)
        response.redirect(303, disputesPath(scope))
      },
      problem => sendDesk(web, request, response, problem),
    )
  }

const readUpheld = (given: string): boolean => {
  if (given === 'upheld') return true
  if (given === 'rejected') return false
  throw new AppError('bad-request', 'A dispute is upheld or rejected.')
}

export const addDisputeRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const target = scopeTarget(deps)
  const open = guard(deps, 'dispute.open', target)
  router.get(DISPUTE_PLACE, open, getDispute(web))
  router.post(DISPUTE_PLACE, open, postDispute(web))
  const one = `${DISPUTES}/:body/:consultation`
  const release = guard(deps, 'dispute.release', target)
  router.get(one, release, (request, response) => sendDesk(web, request, response, null))
  router.post(
    `${one}/release`,
    release,
    changing(web, (request, scope) => {
      const form = readForm(request, ['letter'])
      return decideHeldLetter(deps, actorOf(request), scope, { letterId: form('letter'), refusal: null })
    }),
  )
  router.post(
    `${one}/refuse`,
    release,
    changing(web, (request, scope) => {
      const form = readForm(request, ['letter', 'refusal'])
      return decideHeldLetter(deps, actorOf(request), scope, { letterId: form('letter'), refusal: form('refusal') })
    }),
  )
  router.post(
    `${one}/settle`,
    guard(deps, 'dispute.settle', target),
    changing(web, (request, scope) => {
      const form = readForm(request, ['dispute', 'as', 'decision'], ['old-outcome'])
      return settleDispute(deps, actorOf(request), scope, {
        disputeRef: form('dispute'),
        isUpheld: readUpheld(form('as')),
        decision: form('decision'),
        oldOutcome: form('old-outcome'),
      })
    }),
  )
}
