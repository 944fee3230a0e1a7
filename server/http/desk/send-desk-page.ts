import type { Response } from 'express'
import type { View } from '../view-engine.ts'
import type { Web } from '../web.ts'

/** A page for one person: never kept by a cache (the session middleware says so). */
export const sendDeskPage = (web: Web, response: Response, page: string, view: View): void => {
  response.type('html').send(web.render(page, view))
}

/** The same form again, with what was wrong: 429 after too many tries, else 422. */
export const sendAgain = (
  web: Web,
  response: Response,
  page: string,
  view: View,
  result: { readonly status: string; readonly retryInMinutes?: number },
): void => {
  if (result.retryInMinutes !== undefined) response.set('Retry-After', String(result.retryInMinutes * 60))
  response.status(result.status === 'throttled' ? 429 : 422)
  sendDeskPage(web, response, page, view)
}
