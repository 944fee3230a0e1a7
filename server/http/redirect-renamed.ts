import type { ErrorRequestHandler } from 'express'
import { isAppError } from '../errors.ts'
import { findPresentAddress } from '../usecases/find-present-address.ts'
import type { Web } from './web.ts'

/** What was not found may have been renamed: then it answers 301, with everything that was asked. Looks only where nothing else answers. */
export const redirectRenamed =
  ({ deps }: Web): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    const isMissing = isAppError(error) && error.code === 'not-found'
    const isAsked = request.method === 'GET' || request.method === 'HEAD'
    if (!isMissing || !isAsked || response.headersSent) return next(error)
    const present = await findPresentAddress(deps, request.path)
    if (present === null) return next(error)
    const query = /\?.*$/s.exec(request.originalUrl)?.[0] ?? ''
    response.removeHeader('Content-Disposition')
    response.set('Cache-Control', 'public, max-age=60').redirect(301, `${present}${query}`)
  }
