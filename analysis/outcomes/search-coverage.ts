import type { Document, Stage } from '../../data/model/document.ts'
import type { PointFacts } from './point-facts.ts'

const unread = (facts: PointFacts, documents: readonly Document[]): readonly string[] =>
  documents.filter(document => !facts.searchedIds.has(document.id)).map(document => `search of "${document.title}"`)

/** Plans from before that nobody has searched for this point. */
export const unsearchedBaseline = (facts: PointFacts): readonly string[] =>
  unread(facts, facts.index.baseline?.documents ?? [])

const held = (facts: PointFacts, stages: readonly Stage[]): readonly Document[] =>
  stages.flatMap(stage => facts.index.heldOfficial.get(stage) ?? [])

/**
 * Decisions and answers on file that nobody has searched for this point. With none on file there is nothing that could have
 * been searched, so an absence cannot be claimed either.
 */
export const unsearchedReplies = (facts: PointFacts): readonly string[] => {
  const documents = held(facts, ['decision', 'answer'])
  return documents.length === 0 ? ['a decision or an answer on file'] : unread(facts, documents)
}

/** The same for every stop of the trail from record to answer; a decision must be on file. */
export const unsearchedTrail = (facts: PointFacts): readonly string[] => {
  const decisions = facts.index.heldOfficial.get('decision') ?? []
  const missing = unread(facts, held(facts, ['record', 'summary', 'papers', 'decision', 'answer']))
  return decisions.length === 0 ? ['a decision on file', ...missing] : missing
}
