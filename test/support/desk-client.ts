import express, { type Express } from 'express'
import supertest, { type Response } from 'supertest'
import type { Deps } from '../../server/deps.ts'
import { errorHandler, notFound } from '../../server/http/errors.ts'
import { COOKIE_NAME } from '../../server/http/desk/cookie.ts'
import { formTokenFor } from '../../server/http/desk/csrf.ts'
import { peopleRouter } from '../../server/http/desk/people-router.ts'
import { en } from '../../server/http/strings/en.ts'
import { createViewEngine } from '../../server/http/view-engine.ts'
import { viewsFolder, type Web } from '../../server/http/web.ts'

/** The templates as they are, and a site without built assets. */
export const testWeb = (deps: Deps): Web => ({
  deps,
  render: createViewEngine(viewsFolder, en),
  site: {
    strings: en,
    baseUrl: deps.config.baseUrl,
    operator: null,
    contact: null,
    assets: { css: '/assets/site.css', charts: '/assets/charts.js', font: '/assets/font.woff2' },
  },
})

/** The pages for people who sign in, mounted as the site mounts them. */
export const deskApp = (deps: Deps): Express => {
  const web = testWeb(deps)
  const app = express()
  app.use(peopleRouter(web))
  app.use(notFound)
  app.use(errorHandler(web))
  return app
}

/** A browser without a screen: keeps the one cookie, sends forms with their token and says where they come from. */
export class DeskClient {
  readonly #app: Express
  token: string | null

  constructor(app: Express, token: string | null = null) {
    this.#app = app
    this.token = token
  }

  async get(path: string): Promise<Response> {
    return this.#keep(await supertest(this.#app).get(path).set(this.#cookie()).redirects(0))
  }

  async post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    const formToken = this.token === null ? '' : formTokenFor(this.token)
    return this.send(path, { 'form-token': formToken, ...fields }, { 'Sec-Fetch-Site': 'same-origin' })
  }

  async send(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const request = supertest(this.#app)
      .post(path)
      .type('form')
      .set({ ...this.#cookie(), ...headers })
    return this.#keep(await request.redirects(0).send(fields))
  }

  #cookie(): Record<string, string> {
    return this.token === null ? {} : { Cookie: `${COOKIE_NAME}=${this.token}` }
  }

  #keep(response: Response): Response {
    const set = (response.get('Set-Cookie') ?? []).map(line => /^__Host-said=([^;]+)/.exec(line)?.[1])
    this.token = set.find(token => token !== undefined) ?? this.token
    return response
  }
}
