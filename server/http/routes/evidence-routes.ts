import { Router } from 'express'
import { showDocument, showEvidence } from '../../usecases/show-evidence.ts'
import { documentPage, evidencePage } from '../pages/evidence.page.ts'
import { readPage } from '../read-query.ts'
import { sendPage, sendTable, TWINS } from '../respond.ts'
import { evidenceTable, passagesTable } from '../tables/consultation-tables.ts'
import type { Web } from '../web.ts'

const base = '/:body/:consultation/evidence'

/** What was read: documents, gaps, passages. */
export const evidenceRoutes = ({ deps, render, site }: Web): Router => {
  const router = Router()
  for (const twin of TWINS) {
    router.get(`${base}.${twin}`, async ({ params }, res) =>
      sendTable(res, twin, 'evidence', evidenceTable(site, await showEvidence(deps, params))),
    )
    router.get(`${base}/:document.${twin}`, async ({ params }, res) =>
      sendTable(res, twin, 'passages', passagesTable(site, await showDocument(deps, { ...params, page: 1 }))),
    )
  }
  router.get(base, async (req, res) => {
    const listed = await showEvidence(deps, req.params)
    sendPage(req, res, listed.index, () => render('evidence', evidencePage(site, listed)))
  })
  router.get(`${base}/:document`, async (req, res) => {
    const shown = await showDocument(deps, { ...req.params, page: readPage(req) })
    sendPage(req, res, shown.index, () => render('document', documentPage(site, shown)))
  })
  return router
}
