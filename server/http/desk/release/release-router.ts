import { Router, type Request, type Response } from 'express'
import { releaseState } from '../../../export/release-state.ts'
import { AppError } from '../../../errors.ts'
import { callOffSelfCheck, openSelfCheck } from '../../../usecases/check/self-check.ts'
import { announceConsultation } from '../../../usecases/release/announce-consultation.ts'
import { publishRelease } from '../../../usecases/release/publish-release.ts'
import { agreeToRemoval, askRemoval, listRemovals, refuseRemoval } from '../../../usecases/release/removals.ts'
import { showReleaseDesk } from '../../../usecases/release/show-release-desk.ts'
import { sendFresh } from '../../respond.ts'
import type { Web } from '../../web.ts'
import { deskRouter } from '../desk-router.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard } from '../guard.ts'
import { readForm } from '../read-form.ts'
import { scopeOf, scopeTarget } from '../review/scope-of-request.ts'
import { sendDeskPage } from '../send-desk-page.ts'
import { actorOf, sessionOf } from '../session-middleware.ts'
import { releaseDeskPage } from './pages/release-desk.page.ts'
import { removalsPage } from './pages/release-removals.page.ts'
import { removePage, type RemoveDraft } from './pages/release-remove.page.ts'
import { addCorrectionRoutes } from './correction-routes.ts'
import { RELEASE, releasePath } from './release-paths.ts'
import { readReason } from './removal-words.ts'
import { runOrSay } from './run-or-say.ts'

const sendDesk = async (web: Web, request: Request, response: Response, problem: string | null): Promise<void> => {
  const shown = await showReleaseDesk(web.deps, actorOf(request), await scopeOf(web.deps, request))
  sendDeskPage(web, response, 'release-desk', releaseDeskPage(deskVisitOf(web, request), shown, problem))
}

const postRelease =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const scope = await scopeOf(web.deps, request)
    const result = await publishRelease(web.deps, actorOf(request), scope, releaseState)
    if (result.status === 'published') return response.redirect(303, releasePath(scope))
    response.status(422)
    const problem =
      result.status === 'blocked'
        ? 'Something stands in the way of a release. It is said below.'
        : `Nothing has changed since version ${result.version}.`
    await sendDesk(web, request, response, problem)
  }

const EMPTY: RemoveDraft = { what: 'point-text', number: '', reason: 'personal-data', words: '' }

const sendRemove = async (
  web: Web,
  request: Request,
  response: Response,
  draft: RemoveDraft,
  problem: string | null,
): Promise<void> => {
  const shown = await showReleaseDesk(web.deps, actorOf(request), await scopeOf(web.deps, request))
  const { code } = sessionOf(request).account
  sendDeskPage(web, response, 'release-remove', removePage(deskVisitOf(web, request), shown, { draft, problem, code }))
}

const readWhat = ({ what, number }: RemoveDraft): number | null => {
  if (what === 'consultation') return null
  if (what === 'point-text' && /^[1-9]\d{0,7}$/.test(number.trim())) return Number(number)
  throw new AppError('refused', 'Say which point: its number on the site.')
}

const postRemoval =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['what', 'number', 'reason', 'words'])
    const draft = { what: form('what'), number: form('number'), reason: form('reason'), words: form('words') }
    const scope = await scopeOf(web.deps, request)
    const reason = readReason(draft.reason)
    if (reason === null) throw new AppError('bad-request', 'There is no such reason.')
    await runOrSay(
      response,
      async () => {
        await askRemoval(web.deps, actorOf(request), scope, { number: readWhat(draft), reason, words: draft.words })
        response.redirect(303, `${releasePath(scope)}/removals`)
      },
      problem => sendRemove(web, request, response, draft, problem),
    )
  }

const postAnswer =
  (web: Web, answer: typeof agreeToRemoval) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['removal'])
    const scope = await scopeOf(web.deps, request)
    await answer(web.deps, actorOf(request), scope, form('removal'))
    response.redirect(303, `${releasePath(scope)}/removals`)
  }

const postCheck =
  (web: Web, change: typeof openSelfCheck) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const scope = await scopeOf(web.deps, request)
    await change(web.deps, actorOf(request), scope)
    response.redirect(303, releasePath(scope))
  }

const postAnnounce =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const scope = await scopeOf(web.deps, request)
    await announceConsultation(web.deps, actorOf(request), scope)
    response.redirect(303, releasePath(scope))
  }

const addReleaseRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const one = `${RELEASE}/:body/:consultation`
  const target = scopeTarget(deps)
  router.get(one, guard(deps, 'desk.see', target), (request, response) => sendDesk(web, request, response, null))
  router.post(one, guard(deps, 'release.publish', target), postRelease(web))
  router.post(`${one}/announce`, guard(deps, 'consultation.announce', target), postAnnounce(web))
  router.post(`${one}/check`, guard(deps, 'check.open', target), postCheck(web, openSelfCheck))
  router.post(`${one}/check/end`, guard(deps, 'check.open', target), postCheck(web, callOffSelfCheck))
  const remove = guard(deps, 'removal.make', target)
  router.get(`${one}/removals`, remove, (request, response) => sendRemove(web, request, response, EMPTY, null))
  router.post(`${one}/removals`, remove, postRemoval(web))
  router.post(`${one}/removals/agree`, remove, postAnswer(web, agreeToRemoval))
  router.post(`${one}/removals/refuse`, remove, postAnswer(web, refuseRemoval))
}

/** Publishing and taking down. Mount it at the root of the site. */
export const releaseRouter = (web: Web): Router => deskRouter(web, [addReleaseRoutes, addCorrectionRoutes])

/** What was taken down, for everybody. Mount it before the pages of councils: "removals" is a reserved first word. */
export const removalRoutes = ({ deps, render, site }: Web): Router => {
  const router = Router()
  router.get('/removals', async (request, response) =>
    sendFresh(request, response, render('release-removals', removalsPage(site, await listRemovals(deps)))),
  )
  return router
}
