import { SIGN_RULES, type Sign } from './signs.ts'

/** Characters of a sentence that are read: minutes are shorter, and rules stay linear on what is not. */
const MAX_LENGTH = 600

/** Signs of one clause in the order they stand. */
export type Clause = readonly Sign[]

/** "(recommendation (r))" only says where it was recommended. */
const CITATION = /\((?:recommendations?|appendix|paragraph|para|row|minute)\b[^()]*(?:\([^()]*\)[^()]*)?\)/g

const MARK = /⟦([A-Z]+)⟧/g
const SPLIT =
  /;|(?<=⟦NOTED⟧),? and |—| – |,? but (?!for)|, (?:and|although|though|while|yet|so|however)\b|,? and (?=(?:is|was|are|were|it|they|this|will|shall|no|none|one|other|others|the committee|members|cabinet|then|felling)\b|⟦(?:YES|NO|NOT|UNDO|MAKE|END|DROP|KEEP|DEFER|REFUSED)⟧)/g

/** "The request was considered and ⟦NO⟧": the second verb has the first one's subject. */
const withSubject = (clause: Clause, previous: Clause | undefined): Clause => {
  if (previous === undefined || clause.includes('PEOPLE') || clause.includes('PLAN')) return clause
  return [...previous.filter(sign => sign === 'PEOPLE' || sign === 'PLAN'), ...clause]
}

/** A sentence as clauses of signs. */
export const readSentence = (sentence: string): readonly Clause[] => {
  let text = sentence.slice(0, MAX_LENGTH).toLowerCase().replace(/’/g, "'").replace(CITATION, ' ')
  for (const { sign, pattern } of SIGN_RULES) text = text.replace(pattern, `⟦${sign}⟧`)
  const clauses: Clause[] = []
  for (const part of text.split(SPLIT)) {
    const clause = [...part.matchAll(MARK)].map(found => found[1] as Sign)
    clauses.push(/^\s*⟦/.test(part) ? withSubject(clause, clauses.at(-1)) : clause)
  }
  return clauses
}
