/** What lineage needs of an idea: the model's record has it. */
export interface IdeaLink {
  readonly id: string
  readonly mergedIntoId: string | null
}

/** The idea that an idea now belongs to, along its merges. A ring of merges (bad data) ends where it began: null. */
export const currentIdeaId = (ideas: readonly IdeaLink[], id: string): string | null => {
  const byId = new Map(ideas.map(idea => [idea.id, idea]))
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null;) {
    if (seen.has(at)) return null
    seen.add(at)
    const next: string | null = byId.get(at)?.mergedIntoId ?? null
    if (next === null) return byId.has(at) ? at : null
    at = next
  }
  return null
}

/** All ideas that flowed into one, itself first: what its page lists as "earlier kept apart as". */
export const lineageOf = (ideas: readonly IdeaLink[], id: string): readonly string[] => {
  const found = [id]
  for (let at = 0; at < found.length; at += 1)
    for (const idea of ideas) if (idea.mergedIntoId === found[at] && !found.includes(idea.id)) found.push(idea.id)
  return found
}

/** Merges an idea into another: a new state of it, the old one stays in the log. Null where that would close a ring. */
export const mergeIdea = <I extends IdeaLink>(ideas: readonly IdeaLink[], idea: I, intoId: string): I | null =>
  lineageOf(ideas, idea.id).includes(intoId) ? null : { ...idea, mergedIntoId: intoId }

/** Takes a merge back: the idea stands on its own again, with the points that were always its own. */
export const splitIdea = <I extends IdeaLink>(idea: I): I => ({ ...idea, mergedIntoId: null })
