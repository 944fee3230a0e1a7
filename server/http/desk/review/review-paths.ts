import type { ReviewAddress } from '../../../usecases/review/review-scope.ts'

export const REVIEW = '/desk/review'

export const deskPath = ({ body, consultation }: ReviewAddress): string => `${REVIEW}/${body}/${consultation}`
export const reviewPointPath = (address: ReviewAddress, number: number): string =>
  `${deskPath(address)}/points/${number}`

/** Address with a query; empty values are left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  return search.size === 0 ? path : `${path}?${search.toString()}`
}
