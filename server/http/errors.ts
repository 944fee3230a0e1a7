import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { AppError, isAppError, type AppErrorCode } from '../errors.ts'
import { errorPage } from './pages/error.page.ts'
import type { Web } from './web.ts'

const STATUS: Readonly<Record<AppErrorCode, number>> = {
  'not-found': 404,
  gone: 410,
  'bad-request': 400,
  refused: 422,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  busy: 503,
}

interface Refusal {
  readonly status: number
  readonly message: string
  readonly reference: string | null
}

/** A program gets the refusal in a form it can read, with the same words as a person. */
const send = (web: Web, response: Response, refusal: Refusal): void => {
  const { path } = response.req
  response.status(refusal.status).set('Cache-Control', 'no-store').removeHeader('Content-Disposition')
  response.removeHeader('Content-Encoding')
  if (path.endsWith('.json')) response.type('json').send(JSON.stringify(refusal))
  else if (path.endsWith('.csv') || path.endsWith('.atom')) response.type('text').send(`${refusal.message}\n`)
  else response.type('html').send(web.render('error', errorPage(web.site, refusal)))
}

export const notFound: RequestHandler = () => {
  throw new AppError('not-found', 'There is no page under this address.')
}

const statusOf = (error: unknown): number | null => {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}

/**
 * The one place where a refusal becomes a status. A bug is logged under a reference that the reader sees; its message,
 * stack and query are never sent.
 */
export const errorHandler =
  (web: Web): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const { strings: t } = web.site
    if (isAppError(error))
      return send(web, response, {
        status: STATUS[error.code],
        message: t.error.refusal(error.code, error.message),
        reference: null,
      })
    // The router's own refusals, such as an address that cannot be decoded.
    const status = statusOf(error)
    if (status !== null) return send(web, response, { status, message: t.error.unreadable, reference: null })
    const reference = randomBytes(4).toString('hex')
    web.deps.log.error({ err: error, reference }, 'a page could not be made')
    send(web, response, { status: 500, message: t.error.fault, reference })
  }
