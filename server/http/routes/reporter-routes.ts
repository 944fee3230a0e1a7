import { Router } from 'express'
import { readIndex } from '../../usecases/read-index.ts'
import { showRelease, showReleases } from '../../usecases/show-releases.ts'
import { changesPage } from '../pages/changes.page.ts'
import { aboutPage } from '../pages/about.page.ts'
import { reporterPage } from '../pages/reporter.page.ts'
import { seatsPage } from '../pages/seats.page.ts'
import { versionPage } from '../pages/version.page.ts'
import { sendFresh, sendPage, sendTable, TWINS } from '../respond.ts'
import { seatsTable } from '../tables/seats-table.ts'
import type { Web } from '../web.ts'

const base = '/:body/:consultation'

/** For those who print a number: the reporter page, versions and what changed between them, seats, and who we are. */
export const reporterRoutes = ({ deps, render, site }: Web): Router => {
  const router = Router()
  router.get('/about', (req, res) => sendFresh(req, res, render('about', aboutPage(site, deps.config))))
  router.get(`${base}/report`, async (req, res) => {
    const index = await readIndex(deps, req.params)
    sendPage(req, res, index, () => render('reporter', reporterPage(site, index)))
  })
  router.get(`${base}/changes`, async (req, res) => {
    const shown = await showReleases(deps, req.params)
    sendPage(req, res, shown.index, () => render('changes', changesPage(site, shown)))
  })
  router.get(`${base}/v/:version`, async (req, res) => {
    const shown = await showRelease(deps, req.params)
    sendPage(req, res, shown.index, () => render('version', versionPage(site, shown)))
  })
  router.get(`${base}/seats`, async (req, res) => {
    const index = await readIndex(deps, req.params)
    sendPage(req, res, index, () => render('seats', seatsPage(site, index)))
  })
  for (const twin of TWINS)
    router.get(`${base}/seats.${twin}`, async ({ params }, res) =>
      sendTable(res, twin, 'seats', seatsTable(site, await readIndex(deps, params))),
    )
  return router
}
