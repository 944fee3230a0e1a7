import type { Request, Response, Router } from 'express'
import { showSite, stateLegalBasis } from '../../../usecases/site/legal-basis.ts'
import type { Web } from '../../web.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard, noTarget } from '../guard.ts'
import { PATHS } from '../paths.ts'
import { readForm } from '../read-form.ts'
import { runOrSay } from '../release/run-or-say.ts'
import { sendDeskPage } from '../send-desk-page.ts'
import { actorOf } from '../session-middleware.ts'
import { dpiaTemplate } from './dpia-template.ts'
import { basisName, siteDeskPage } from './site-desk.page.ts'

const sendSite = async (web: Web, request: Request, response: Response, problem: string | null): Promise<void> => {
  const shown = await showSite(web.deps, actorOf(request))
  sendDeskPage(web, response, 'desk-site', siteDeskPage(deskVisitOf(web, request), shown, problem))
}

const postSite =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, [], ['basis'])
    await runOrSay(
      response,
      async () => {
        await stateLegalBasis(web.deps, actorOf(request), form('basis'))
        response.redirect(303, PATHS.site)
      },
      problem => sendSite(web, request, response, problem),
    )
  }

/** What the one who runs the site says of themselves. */
export const addSiteDeskRoutes = (router: Router, web: Web): void => {
  const may = guard(web.deps, 'site.state', noTarget)
  router.get(PATHS.site, may, (request, response) => sendSite(web, request, response, null))
  router.post(PATHS.site, may, postSite(web))
  router.get(`${PATHS.site}/dpia.md`, may, async (request, response) => {
    const { operator, basis } = await showSite(web.deps, actorOf(request))
    response.set('Content-Disposition', 'attachment; filename="dpia.md"')
    response.type('text/markdown').send(dpiaTemplate(operator, basisName(basis)))
  })
}
