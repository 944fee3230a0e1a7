import type { Request, Response, Router } from 'express'
import { AppError } from '../../../errors.ts'
import { answerCheck, type CheckAnswerKind } from '../../../usecases/check/answer-check.ts'
import { finishSelfCheck } from '../../../usecases/check/self-check.ts'
import { listChecks, showCheck, showCheckPoint } from '../../../usecases/check/show-check.ts'
import { readPage } from '../../read-query.ts'
import type { Web } from '../../web.ts'
import { deskRouter } from '../desk-router.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard, noTarget } from '../guard.ts'
import { readForm } from '../read-form.ts'
import { CHECK, checkPath } from '../release/release-paths.ts'
import { runOrSay } from '../release/run-or-say.ts'
import { numberOf, scopeOf, scopeTarget } from '../review/scope-of-request.ts'
import { sendDeskPage } from '../send-desk-page.ts'
import { actorOf } from '../session-middleware.ts'
import { checkPage } from './pages/check-consultation.page.ts'
import { checkListPage } from './pages/check-list.page.ts'
import { checkPointPage, NO_ANSWER, type CheckDraft } from './pages/check-point.page.ts'

/** A reason of 300 long words, and room to see that it is too long. */
const LONGEST_WORDS = 8_000

const readKind = (given: string): CheckAnswerKind => {
  if (given === 'found' || given === 'reason' || given === 'out-of-scope') return given
  throw new AppError('bad-request', 'There is no such answer.')
}

const getCheck =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const shown = await showCheck(web.deps, actorOf(request), await scopeOf(web.deps, request))
    sendDeskPage(web, response, 'check-consultation', checkPage(deskVisitOf(web, request), shown, readPage(request)))
  }

const sendPoint = async (
  web: Web,
  request: Request,
  response: Response,
  given: { readonly draft: CheckDraft; readonly problem: string | null },
): Promise<void> => {
  const shown = await showCheckPoint(web.deps, actorOf(request), await scopeOf(web.deps, request), numberOf(request))
  sendDeskPage(web, response, 'check-point', checkPointPage(deskVisitOf(web, request), shown, given))
}

const postPoint =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['kind', 'words'], ['document', 'label'], { words: LONGEST_WORDS })
    const draft = {
      kind: readKind(form('kind')),
      words: form('words'),
      document: form('document'),
      label: form('label'),
    }
    const scope = await scopeOf(web.deps, request)
    await runOrSay(
      response,
      async () => {
        await answerCheck(web.deps, actorOf(request), scope, { ...draft, number: numberOf(request) })
        response.redirect(303, checkPath(scope))
      },
      problem => sendPoint(web, request, response, { draft, problem }),
    )
  }

const postReady =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const scope = await scopeOf(web.deps, request)
    await finishSelfCheck(web.deps, actorOf(request), scope)
    response.redirect(303, checkPath(scope))
  }

const addCheckRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const one = `${CHECK}/:body/:consultation`
  const target = scopeTarget(deps)
  router.get(CHECK, guard(deps, 'own-account.see', noTarget), async (request, response) => {
    const view = checkListPage(deskVisitOf(web, request), await listChecks(deps, actorOf(request)))
    sendDeskPage(web, response, 'check-list', view)
  })
  router.get(one, guard(deps, 'check.see', target), getCheck(web))
  router.post(`${one}/ready`, guard(deps, 'check.finish', target), postReady(web))
  router.get(`${one}/points/:number`, guard(deps, 'check.see', target), (request, response) =>
    sendPoint(web, request, response, { draft: NO_ANSWER, problem: null }),
  )
  router.post(`${one}/points/:number`, guard(deps, 'check.answer', target), postPoint(web))
}

/** The council's own check, before anybody else sees it. Mount it at the root of the site, before the pages of councils. */
export const checkRouter = (web: Web): Router => deskRouter(web, [addCheckRoutes], [CHECK])
