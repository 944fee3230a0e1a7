import type { IdeaFinding } from '../../analysis/finding.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'

export interface ListedIdea {
  readonly idea: IdeaFinding
  /** Codable points of the idea, in the order of their numbers. */
  readonly rows: readonly PointRow[]
}
export interface ListedIdeas {
  readonly index: AuditIndex
  /** Ideas of two points or more that have a page, most points first. */
  readonly shared: readonly ListedIdea[]
  /** Points that are an idea of their own. */
  readonly singleCount: number
}

const listed = (index: AuditIndex, idea: IdeaFinding): ListedIdea => ({
  idea,
  rows: idea.pointIds.flatMap(id => index.rowByPointId.get(id) ?? []),
})

export const listIdeas = async (deps: Deps, address: PageAddress): Promise<ListedIdeas> => {
  const index = await readIndex(deps, address)
  const shared = index.audit.ideas
    .filter(({ number }) => number !== null)
    .map(idea => listed(index, idea))
    .sort((a, b) => b.rows.length - a.rows.length || (a.idea.number ?? 0) - (b.idea.number ?? 0))
  return { index, shared, singleCount: index.audit.ideas.length - shared.length }
}

export interface ShownIdea extends ListedIdea {
  readonly index: AuditIndex
}

export const showIdea = async (deps: Deps, address: PageAddress & { readonly number: number }): Promise<ShownIdea> => {
  const index = await readIndex(deps, address)
  const idea = index.audit.ideas.find(({ number }) => number === address.number)
  if (idea === undefined) throw new AppError('not-found', `There is no idea ${address.number} in this consultation.`)
  return { index, ...listed(index, idea) }
}
