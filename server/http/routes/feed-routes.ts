import { Router } from 'express'
import { atomFeed } from '../../export/feed.ts'
import { sitemapXml } from '../../export/sitemap.ts'
import { listAudits } from '../../usecases/list-audits.ts'
import { readIndex } from '../../usecases/read-index.ts'
import { showCouncil } from '../../usecases/show-council.ts'
import { consultationFeed, councilFeed, siteFeed } from '../pages/feed.page.ts'
import { robotsText, sitemapEntries } from '../pages/sitemap.page.ts'
import { sendFile } from '../respond.ts'
import type { Web } from '../web.ts'

const atom = 'application/atom+xml; charset=utf-8'
const xml = 'application/xml; charset=utf-8'
const plain = 'text/plain; charset=utf-8'

/** What programs ask for: feeds, the sitemap, robots.txt. */
export const feedRoutes = ({ deps, site }: Web): Router => {
  const router = Router()
  router.get('/robots.txt', (req, res) => sendFile(req, res, { type: plain, body: robotsText(site) }))
  router.get('/sitemap.xml', async (req, res) =>
    sendFile(req, res, { type: xml, body: sitemapXml(sitemapEntries(site, await listAudits(deps))) }),
  )
  router.get('/feed.atom', async (req, res) =>
    sendFile(req, res, { type: atom, body: atomFeed(siteFeed(site, await listAudits(deps))) }),
  )
  router.get('/:body/feed.atom', async (req, res) => {
    const { body, consultations } = await showCouncil(deps, req.params.body)
    sendFile(req, res, { type: atom, body: atomFeed(councilFeed(site, body, consultations)) })
  })
  router.get('/:body/:consultation/feed.atom', async (req, res) => {
    const index = await readIndex(deps, req.params)
    sendFile(req, res, { type: atom, body: atomFeed(consultationFeed(site, index)) })
  })
  return router
}
