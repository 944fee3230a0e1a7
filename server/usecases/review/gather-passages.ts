import type { Document, Passage, Stage } from '../../../data/model/document.ts'
import type { Link } from '../../../data/model/link.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { readCompanionPassages, readPassages, readSuggestedLinks } from '../../../data/store/review-records.ts'

/** A passage to look at. How it was found is not shown, and no score: the reviewer reads, and decides. */
export interface OfferedPassage {
  readonly passage: Passage
  readonly document: Document
  /** [start, end) of the words that matched, in the passage and in the point. */
  readonly inPassage: readonly (readonly [number, number])[]
  readonly inPoint: readonly (readonly [number, number])[]
}

/** As many as keys 1 to 8 can name; 9 is for the stops that are left. */
export const MOST_OFFERED = 8
/** What people settled at earlier stops comes among the first three, but never before the best suggestion. */
const COMPANION_PLACES = 2

interface Candidate {
  readonly passageId: string
  readonly matched: Link['matched']
}

const merge = (suggested: readonly Candidate[], companions: readonly Candidate[]): readonly Candidate[] => {
  const matchedOf = new Map(suggested.map(({ passageId, matched }) => [passageId, matched]))
  const known = companions
    .slice(0, COMPANION_PLACES)
    .map(({ passageId }) => ({ passageId, matched: matchedOf.get(passageId) ?? null }))
  const order = [...suggested.slice(0, 1), ...known, ...suggested.slice(1), ...companions]
  const seen = new Set<string>()
  return order.filter(({ passageId }) => !seen.has(passageId) && seen.add(passageId))
}

/**
 * Passages of a stop for a point, best first: those the machine suggests, and those to which people linked other points that
 * stand where this one stood at an earlier stop. In a blind look only the first: the others would tell what was judged before.
 */
export const gatherPassages = async (
  connection: Connection,
  given: {
    readonly pointId: string
    readonly documents: readonly Document[]
    /** Passages linked to the point at earlier stops; empty in a blind look. */
    readonly earlierPassageIds: readonly string[]
  },
): Promise<readonly OfferedPassage[]> => {
  const suggested = await readSuggestedLinks(connection, given.pointId)
  const companions = await readCompanionPassages(connection, given.earlierPassageIds)
  const ids = [
    ...new Set([...suggested.map(({ passageId }) => passageId), ...companions.map(({ passageId }) => passageId)]),
  ]
  const passages = new Map((await readPassages(connection, ids)).map(passage => [passage.id, passage]))
  const documents = new Map(given.documents.map(document => [document.id, document]))
  const isHere = ({ passageId }: { readonly passageId: string }): boolean =>
    documents.has(passages.get(passageId)?.documentId ?? '')
  const candidates = merge(
    suggested.filter(isHere),
    companions.filter(isHere).map(({ passageId }) => ({ passageId, matched: null })),
  )
  return candidates.slice(0, MOST_OFFERED).flatMap(({ passageId, matched }) => {
    const passage = passages.get(passageId)
    const document = documents.get(passage?.documentId ?? '')
    if (passage === undefined || document === undefined) return []
    return [{ passage, document, inPassage: matched?.inPassage ?? [], inPoint: matched?.inPoint ?? [] }]
  })
}

export const documentsAt = (held: ReadonlyMap<Stage, readonly Document[]>, stage: Stage): readonly Document[] =>
  held.get(stage) ?? []
