import { Router } from 'express'
import { readIndex } from '../../usecases/read-index.ts'
import { allowFraming, allowOtherSites } from '../framing-headers.ts'
import { embedPage } from '../pages/embed.page.ts'
import { sendPage } from '../respond.ts'
import type { Web } from '../web.ts'

/** The one page that may stand in a frame on any site. */
export const embedRoutes = ({ deps, render, site }: Web): Router => {
  const router = Router()
  router.get('/:body/:consultation/embed', async (req, res) => {
    const index = await readIndex(deps, req.params)
    allowOtherSites(res)
    allowFraming(res)
    sendPage(req, res, index, () => render('embed', embedPage(site, index)))
  })
  return router
}
