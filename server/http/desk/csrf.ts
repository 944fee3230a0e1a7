import { timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { AppError } from '../../errors.ts'
import { sha256Of } from '../../usecases/sha256-of.ts'
import { tokenOf } from './session-middleware.ts'

/** Name of the field in every form that changes something. */
export const FORM_TOKEN_FIELD = 'form-token'
const FORM_TOKEN_HEADER = 'x-form-token'

export const formTokenFor = (cookieToken: string): string => sha256Of(`said-and-done/v1/form\0${cookieToken}`)

/** Goes with the cookie and changes with it. The cookie cannot be found from it. */
export const formTokenOf = (request: Request): string => {
  const token = tokenOf(request)
  return token === null ? '' : formTokenFor(token)
}

/** In the body; in a header where a script sends it; in the address for an upload, whose body is read as a stream. */
const sentToken = (request: Request): string => {
  const body: unknown = request.body
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const inBody: unknown = fields.find(([name]) => name === FORM_TOKEN_FIELD)?.[1]
  const isUpload = request.is('multipart/form-data') !== false && request.is('multipart/form-data') !== null
  const inAddress: unknown = isUpload ? request.query[FORM_TOKEN_FIELD] : undefined
  for (const sent of [inBody, request.get(FORM_TOKEN_HEADER), inAddress]) if (typeof sent === 'string') return sent
  return ''
}

const isSameToken = (sent: string, expected: string): boolean =>
  sent.length === expected.length && timingSafeEqual(Buffer.from(sent), Buffer.from(expected))

/** Browsers say where a form was sent from. Who says nothing is refused too: every browser since 2020 says one of the two. */
const isFromHere = (request: Request): boolean => {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = request.get('origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  return new URL(origin).host === request.get('host')
}

const READING = ['GET', 'HEAD', 'OPTIONS']

/** R-CSRF: whatever changes something comes from a page of ours, in the browser that holds the cookie. */
export const csrfMiddleware: RequestHandler = (request, _response, next) => {
  if (READING.includes(request.method)) return next()
  if (!isFromHere(request)) throw new AppError('forbidden', 'This form was not sent from a page of this site.')
  const token = tokenOf(request)
  if (token === null)
    throw new AppError(
      'forbidden',
      'Your browser sent no cookie. Signing in needs cookies, and https or a localhost address. Allow them, load the page again, and send the form again.',
    )
  if (!isSameToken(sentToken(request), formTokenFor(token)))
    throw new AppError(
      'forbidden',
      'This form is too old, or was made for somebody else. Load the page again and send it again.',
    )
  next()
}
