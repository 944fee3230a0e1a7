import type { Request } from 'express'
import { AppError } from '../errors.ts'
import { FACETS, type Facet, type PointQuery } from '../usecases/point-facets.ts'

const longestValueCharacters = 200
const mostValues = 20
const largestNumber = 10_000_000

/** The values of one key, at most 20 of at most 200 characters. */
const valuesOf = (request: Request, key: string): readonly string[] => {
  const given: unknown = request.query[key]
  const values: readonly unknown[] = Array.isArray(given) ? given : [given]
  return values
    .filter(value => typeof value === 'string')
    .map(value => value.slice(0, longestValueCharacters))
    .filter(value => value !== '')
    .slice(0, mostValues)
}

export const readText = (request: Request, key: string): string => (valuesOf(request, key)[0] ?? '').trim()

/** A page number, from 1; anything else is refused. */
export const readPage = (request: Request): number => {
  const given = readText(request, 'page')
  if (given === '') return 1
  const page = Number(given)
  if (/^\d+$/.test(given) && page >= 1 && page <= largestNumber) return page
  throw new AppError('bad-request', 'The page must be a whole number from 1.')
}

/** A number in the address; anything else is answered like a missing page. */
export const readNumber = (given: string): number => {
  if (/^[1-9]\d{0,7}$/.test(given)) return Number(given)
  throw new AppError('not-found', 'There is no such page.')
}

export const readPointQuery = (request: Request): PointQuery => {
  const selected: Partial<Record<Facet, readonly string[]>> = {}
  for (const facet of FACETS) {
    const values = valuesOf(request, facet)
    if (values.length > 0) selected[facet] = values
  }
  return { selected, q: readText(request, 'q') }
}
