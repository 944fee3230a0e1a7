import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Page } from 'playwright-core'
import type { Deps } from '../../server/deps.ts'
import { setCookie } from '../../server/http/desk/cookie.ts'
import { peopleRouter } from '../../server/http/desk/people-router.ts'
import { reviewRouter } from '../../server/http/desk/review/review-router.ts'
import { errorHandler, notFound } from '../../server/http/errors.ts'
import { securityHeaders } from '../../server/http/security-headers.ts'
import { assetsFolder, createWeb } from '../../server/http/web.ts'

export interface ReviewSite {
  readonly url: string
  readonly close: () => Promise<void>
}

/** The desk on a port of its own, with its built assets and its strict headers, for a real browser. */
export const serveReview = async (deps: Deps): Promise<ReviewSite> => {
  const web = createWeb(deps)
  const app = express()
  app.use(securityHeaders())
  app.use('/assets', express.static(assetsFolder))
  // Only here: a browser cannot be handed a __Host- cookie but by the site itself.
  app.get('/carry/:token', (request, response) => {
    setCookie(response, request.params.token)
    response.type('text').send('carried')
  })
  app.use(peopleRouter(web))
  app.use(reviewRouter(web))
  app.use(notFound)
  app.use(errorHandler(web))
  const server = app.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Signs a browser in with a session's token. */
export const carryToken = async (page: Page, url: string, token: string): Promise<void> => {
  await page.goto(`${url}/carry/${token}`)
}
