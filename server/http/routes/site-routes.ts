import { Router } from 'express'
import { listCorrections } from '../../usecases/list-corrections.ts'
import { searchEverything } from '../../usecases/search-everything.ts'
import { showHome } from '../../usecases/show-home.ts'
import { showMethod } from '../../usecases/show-method.ts'
import { publicLegalBasis } from '../../usecases/site/legal-basis.ts'
import { correctionsPage } from '../pages/corrections.page.ts'
import { findPage } from '../pages/find.page.ts'
import { homePage } from '../pages/home.page.ts'
import { methodPage } from '../pages/method.page.ts'
import { staticPage, type StaticPage } from '../pages/static.page.ts'
import { wordsPage } from '../pages/words.page.ts'
import { readText } from '../read-query.ts'
import { sendFresh, sendTable, TWINS } from '../respond.ts'
import { correctionsTable, foundTable, methodTable } from '../tables/site-tables.ts'
import type { Web } from '../web.ts'

const STATIC: readonly StaticPage[] = ['data', 'privacy', 'accessibility']

/** Pages that belong to no council: home, search, method, words, and what the site says about itself. */
export const siteRoutes = ({ deps, render, site }: Web): Router => {
  const router = Router()
  router.get('/', async (req, res) => sendFresh(req, res, render('home', homePage(site, await showHome(deps)))))
  router.get('/find', async (req, res) =>
    sendFresh(req, res, render('find', findPage(site, await searchEverything(deps, readText(req, 'q'))))),
  )
  router.get('/method', (req, res) => sendFresh(req, res, render('method', methodPage(site, showMethod()))))
  router.get('/words', (req, res) => sendFresh(req, res, render('words', wordsPage(site))))
  router.get('/corrections', async (req, res) =>
    sendFresh(req, res, render('corrections', correctionsPage(site, await listCorrections(deps)))),
  )
  for (const page of STATIC)
    router.get(`/${page}`, async (req, res) => {
      const basis = (await publicLegalBasis(deps)) ?? 'unsaid'
      sendFresh(req, res, render(page, staticPage(site, page, basis)))
    })
  for (const twin of TWINS) {
    router.get(`/find.${twin}`, async (req, res) =>
      sendTable(res, twin, 'points-found', foundTable(site, await searchEverything(deps, readText(req, 'q')))),
    )
    router.get(`/method.${twin}`, (_req, res) => sendTable(res, twin, 'method', methodTable(site, showMethod())))
    router.get(`/corrections.${twin}`, async (_req, res) =>
      sendTable(res, twin, 'corrections', correctionsTable(site, await listCorrections(deps))),
    )
  }
  return router
}
