import type { Request } from 'express'
import type { Deps } from '../../../deps.ts'
import { AppError } from '../../../errors.ts'
import { findScope, type ReviewScope } from '../../../usecases/review/review-scope.ts'

const isSlug = (text: string): boolean => text.length <= 100 && /^[a-z0-9][a-z0-9-]*$/.test(text)

/** The consultation that an address of the desk names. */
export const scopeOf = (deps: Deps, request: Request): Promise<ReviewScope> => {
  const address = {
    body: String(request.params['body'] ?? ''),
    consultation: String(request.params['consultation'] ?? ''),
  }
  if (!isSlug(address.body) || !isSlug(address.consultation))
    throw new AppError('not-found', 'There is no page under this address.')
  return findScope(deps, address)
}

/** For the guard: the id that the access table is asked about. */
export const scopeTarget =
  (deps: Deps) =>
  async (request: Request): Promise<string> =>
    (await scopeOf(deps, request)).consultation.id

export const numberOf = (request: Request): number => {
  const given = String(request.params['number'] ?? '')
  if (!/^\d{1,9}$/.test(given)) throw new AppError('not-found', 'There is no page under this address.')
  return Number(given)
}

/** One value of the query; "" where it is not there, or there twice. */
export const queryOf = (request: Request, name: string): string => {
  const value: unknown = request.query[name]
  return typeof value === 'string' ? value.slice(0, 500) : ''
}
