import type { Request, Response, Router } from 'express'
import { makeCorrection, showCorrectionDesk } from '../../../usecases/release/make-correction.ts'
import type { Web } from '../../web.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard } from '../guard.ts'
import { readForm } from '../read-form.ts'
import { readPointNumber } from '../reply/routes/reply-routes.ts'
import { scopeOf, scopeTarget } from '../review/scope-of-request.ts'
import { sendDeskPage } from '../send-desk-page.ts'
import { actorOf } from '../session-middleware.ts'
import { correctionsDeskPage, NO_CORRECTION, type CorrectionDraft } from './pages/release-corrections.page.ts'
import { RELEASE, releasePath } from './release-paths.ts'
import { runOrSay } from './run-or-say.ts'

const sendDesk = async (
  web: Web,
  request: Request,
  response: Response,
  given: { readonly draft: CorrectionDraft; readonly problem: string | null },
): Promise<void> => {
  const shown = await showCorrectionDesk(web.deps, actorOf(request), await scopeOf(web.deps, request))
  sendDeskPage(web, response, 'release-corrections', correctionsDeskPage(deskVisitOf(web, request), shown, given))
}

const VERSION_FIELD = /^v-\d{1,6}\.\d{1,6}$/

const readDraft = (request: Request): CorrectionDraft => {
  const body: unknown = request.body
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : []
  const ticked = names.filter(name => VERSION_FIELD.test(name))
  const form = readForm(request, ['subject', 'number', 'old-value', 'new-value', 'reason'], ticked)
  return {
    number: form('number'),
    subject: form('subject'),
    oldValue: form('old-value'),
    newValue: form('new-value'),
    reason: form('reason'),
    versions: ticked.map(name => name.slice('v-'.length)),
  }
}

const postCorrection =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const draft = readDraft(request)
    const scope = await scopeOf(web.deps, request)
    await runOrSay(
      response,
      async () => {
        await makeCorrection(web.deps, actorOf(request), scope, { ...draft, number: readPointNumber(draft.number) })
        response.redirect(303, `${releasePath(scope)}/corrections`)
      },
      problem => sendDesk(web, request, response, { draft, problem }),
    )
  }

export const addCorrectionRoutes = (router: Router, web: Web): void => {
  const path = `${RELEASE}/:body/:consultation/corrections`
  const may = guard(web.deps, 'correction.make', scopeTarget(web.deps))
  router.get(path, may, (request, response) =>
    sendDesk(web, request, response, { draft: NO_CORRECTION, problem: null }),
  )
  router.post(path, may, postCorrection(web))
}
