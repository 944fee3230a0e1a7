import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import type { Page } from 'playwright-core'
import type { Deps } from '../../server/deps.ts'
import { createApp } from '../../server/http/app.ts'
import { setCookie } from '../../server/http/desk/cookie.ts'

export interface Site {
  readonly deps: Deps
  readonly app: Express
  readonly url: string
  readonly server: Server
}

/** A whole site on a port of its own, which knows its own address. */
export const serveSite = async (given: Deps): Promise<Site> => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const deps = { ...given, config: { ...given.config, baseUrl: url } }
  const app = express()
  // Only here: a browser cannot be handed a __Host- cookie but by the site itself.
  app.get('/carry/:token', (request, response) => {
    setCookie(response, request.params.token)
    response.type('text').send('carried')
  })
  app.use(createApp(deps))
  server.on('request', app)
  return { deps, app, url, server }
}

export const closeSite = async ({ server }: Site): Promise<void> => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
}

/** Signs a browser in with a session's token. */
export const carryToken = async (page: Page, { url }: Site, token: string): Promise<void> => {
  await page.goto(`${url}/carry/${token}`)
}
