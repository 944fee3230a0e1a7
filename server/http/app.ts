import express, { type Express } from 'express'
import type { Deps } from '../deps.ts'
import { errorHandler, notFound } from './errors.ts'
import { historyBanner } from './history-banner.ts'
import { peopleRouter } from './desk/people-router.ts'
import { checkRouter } from './desk/check/check-router.ts'
import { releaseRouter, removalRoutes } from './desk/release/release-router.ts'
import { importRouter } from './desk/import/import-router.ts'
import { replyRouter } from './desk/reply/reply-router.ts'
import { reviewRouter } from './desk/review/review-router.ts'
import { redirectRenamed } from './redirect-renamed.ts'
import { cardRoutes } from './routes/card-routes.ts'
import { consultationRoutes } from './routes/consultation-routes.ts'
import { dataRoutes } from './routes/data-routes.ts'
import { embedRoutes } from './routes/embed-routes.ts'
import { evidenceRoutes } from './routes/evidence-routes.ts'
import { feedRoutes } from './routes/feed-routes.ts'
import { logRoutes } from './routes/log-routes.ts'
import { indicatorRoutes } from './routes/indicator-routes.ts'
import { pointRoutes } from './routes/point-routes.ts'
import { reporterRoutes } from './routes/reporter-routes.ts'
import { siteRoutes } from './routes/site-routes.ts'
import { securityHeaders } from './security-headers.ts'
import { assetsFolder, createWeb } from './web.ts'
import { zippedAssets } from './zip-once.ts'

/** The whole public site, in the order in which it is asked. The same in production and in tests. */
export const createApp = (deps: Deps): Express => {
  const web = createWeb(deps)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  // An explicit count of proxies: a forged X-Forwarded-For gains nothing.
  app.set('trust proxy', deps.config.proxyHopCount)
  app.use(securityHeaders())
  // Names hold the hash of what is in them, so they never change.
  app.use('/assets', zippedAssets(assetsFolder))
  app.use('/assets', express.static(assetsFolder, { immutable: true, maxAge: '1y', index: false, redirect: false }))
  app.use(historyBanner(web))
  app.use(peopleRouter(web))
  app.use(reviewRouter(web))
  app.use(importRouter(web))
  app.use(releaseRouter(web))
  app.use(replyRouter(web))
  app.use(checkRouter(web))
  app.use(removalRoutes(web))
  app.use(logRoutes(web))
  app.use(feedRoutes(web))
  app.use(dataRoutes(web))
  app.use(indicatorRoutes(web))
  app.use(cardRoutes(web))
  app.use(embedRoutes(web))
  app.use(reporterRoutes(web))
  app.use(siteRoutes(web))
  app.use(pointRoutes(web))
  app.use(evidenceRoutes(web))
  app.use(consultationRoutes(web))
  app.use(notFound)
  app.use(redirectRenamed(web))
  app.use(errorHandler(web))
  return app
}
