import { Router } from 'express'
import { readIndex } from '../../usecases/read-index.ts'
import { checkedByCouncilOn } from '../../usecases/check/self-check.ts'
import { showConsultation } from '../../usecases/show-consultation.ts'
import { showCouncil } from '../../usecases/show-council.ts'
import { consultationPage } from '../pages/consultation.page.ts'
import { councilPage } from '../pages/council.page.ts'
import { statedPage } from '../pages/stated.page.ts'
import { sendFresh, sendPage, sendTable, TWINS } from '../respond.ts'
import { statedTable, topicsTable } from '../tables/consultation-tables.ts'
import { councilTable } from '../tables/site-tables.ts'
import type { Web } from '../web.ts'

/** A council, a consultation, and what the council itself says. */
export const consultationRoutes = ({ deps, render, site }: Web): Router => {
  const router = Router()
  for (const twin of TWINS) {
    router.get(`/:body.${twin}`, async ({ params }, res) =>
      sendTable(res, twin, params.body, councilTable(site, await showCouncil(deps, params.body))),
    )
    router.get(`/:body/:consultation/topics.${twin}`, async ({ params }, res) => {
      const { index, topics } = await showConsultation(deps, params)
      return sendTable(res, twin, 'topics', topicsTable(site, index, topics))
    })
    router.get(`/:body/:consultation/stated.${twin}`, async ({ params }, res) =>
      sendTable(res, twin, 'stated', statedTable(site, await readIndex(deps, params))),
    )
  }
  router.get('/:body', async (req, res) =>
    sendFresh(req, res, render('council', councilPage(site, await showCouncil(deps, req.params.body)))),
  )
  router.get('/:body/:consultation', async (req, res) => {
    const shown = await showConsultation(deps, req.params)
    const checkedOn = await checkedByCouncilOn(deps, shown.index.record.consultation.id)
    sendPage(req, res, shown.index, () => render('consultation', consultationPage(site, shown, checkedOn)))
  })
  router.get('/:body/:consultation/stated', async (req, res) => {
    const index = await readIndex(deps, req.params)
    sendPage(req, res, index, () => render('stated', statedPage(site, index)))
  })
  return router
}
