import type { Deps } from '../deps.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'
import { checkQuery, countFacets, isTooFew, narrow, type FacetCounts, type PointQuery } from './point-facets.ts'
import { readIndex, type PageAddress } from './read-index.ts'

export const pageSize = 50

export interface FoundPoints {
  readonly index: AuditIndex
  readonly query: PointQuery
  /** All that match, in the order of their numbers; empty where too few people stand behind them. */
  readonly rows: readonly PointRow[]
  readonly isHidden: boolean
}
export interface FoundPage extends FoundPoints {
  readonly pageRows: readonly PointRow[]
  readonly page: number
  readonly pageCount: number
  readonly facets: readonly FacetCounts[]
}

/** The points of a consultation that match, all of them: what the CSV and JSON twins hold. */
export const listPoints = async (deps: Deps, address: PageAddress, query: PointQuery): Promise<FoundPoints> => {
  checkQuery(query)
  const index = await readIndex(deps, address)
  const rows = narrow(index, query)
  const isHidden = isTooFew(index, query.selected, rows)
  return { index, query, rows: isHidden ? [] : rows, isHidden }
}

/** One page of them, with the counts of every way to narrow further. A page past the end is the last one. */
export const findPoints = async (
  deps: Deps,
  address: PageAddress,
  query: PointQuery & { readonly page: number },
): Promise<FoundPage> => {
  const found = await listPoints(deps, address, query)
  const pageCount = Math.max(1, Math.ceil(found.rows.length / pageSize))
  const page = Math.min(Math.max(1, query.page), pageCount)
  return {
    ...found,
    page,
    pageCount,
    pageRows: found.rows.slice((page - 1) * pageSize, page * pageSize),
    facets: countFacets(found.index, query),
  }
}
