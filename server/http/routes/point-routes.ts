import { Router } from 'express'
import { findPoints, listPoints } from '../../usecases/find-points.ts'
import { listIdeas, showIdea } from '../../usecases/show-ideas.ts'
import { showPoint } from '../../usecases/show-point.ts'
import { ideaPath } from '../pages/addresses.ts'
import { ideaPage, ideasPage } from '../pages/ideas.page.ts'
import { pointPage } from '../pages/point.page.ts'
import { pointsPage } from '../pages/points.page.ts'
import { readNumber, readPage, readPointQuery } from '../read-query.ts'
import { sendPage, sendTable, TWINS, type Twin } from '../respond.ts'
import { ideasTable } from '../tables/consultation-tables.ts'
import { pointsTable, rowsTable, trailTable } from '../tables/point-tables.ts'
import type { Web } from '../web.ts'

const base = '/:body/:consultation'

const addTwins = (router: Router, { deps, site }: Web, twin: Twin): void => {
  router.get(`${base}/points.${twin}`, async (req, res) =>
    sendTable(res, twin, 'points', pointsTable(site, await listPoints(deps, req.params, readPointQuery(req)))),
  )
  router.get(`${base}/points/:number.${twin}`, async ({ params }, res) => {
    const number = readNumber(params.number)
    return sendTable(res, twin, `point-${number}`, trailTable(site, await showPoint(deps, { ...params, number })))
  })
  router.get(`${base}/ideas.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'ideas', ideasTable(site, await listIdeas(deps, params))),
  )
  router.get(`${base}/ideas/:number.${twin}`, async ({ params }, res) => {
    const number = readNumber(params.number)
    const { index, rows } = await showIdea(deps, { ...params, number })
    return sendTable(
      res,
      twin,
      `idea-${number}`,
      rowsTable(site, index, rows, `Idea ${number}`, ideaPath(index, number)),
    )
  })
}

/** Points and ideas: the lists, each one, and the same rows as files. */
export const pointRoutes = (web: Web): Router => {
  const { deps, render, site } = web
  const router = Router()
  for (const twin of TWINS) addTwins(router, web, twin)
  router.get(`${base}/points`, async (req, res) => {
    const found = await findPoints(deps, req.params, { ...readPointQuery(req), page: readPage(req) })
    sendPage(req, res, found.index, () => render('points', pointsPage(site, found)))
  })
  router.get(`${base}/points/:number`, async (req, res) => {
    const shown = await showPoint(deps, { ...req.params, number: readNumber(req.params.number) })
    sendPage(req, res, shown.index, () => render('point', pointPage(site, shown)))
  })
  router.get(`${base}/ideas`, async (req, res) => {
    const listed = await listIdeas(deps, req.params)
    sendPage(req, res, listed.index, () => render('ideas', ideasPage(site, listed)))
  })
  router.get(`${base}/ideas/:number`, async (req, res) => {
    const shown = await showIdea(deps, { ...req.params, number: readNumber(req.params.number) })
    sendPage(req, res, shown.index, () => render('idea', ideaPage(site, shown)))
  })
  return router
}
