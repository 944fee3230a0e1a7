import { COUNCIL_CONCEPTS } from './council-words.ts'
import { NO_TERM, termOf, type Lexicon } from './lexicon.ts'
import { tokensOf } from './tokens.ts'

/** Phrases of the council's concepts by their first term, longest first, as terms of one lexicon. */
export type ConceptTable = ReadonlyMap<
  number,
  readonly { readonly terms: readonly number[]; readonly concept: number }[]
>

const phraseTerms = (lexicon: Lexicon, phrase: string): number[] =>
  tokensOf(phrase)
    .forms.map(form => termOf(lexicon, form, 'en'))
    .filter(term => term !== NO_TERM)

/** Reads the concepts into a lexicon's own terms, once per lexicon. */
export const createConceptTable = (lexicon: Lexicon): ConceptTable => {
  const table = new Map<number, { terms: readonly number[]; concept: number }[]>()
  COUNCIL_CONCEPTS.forEach((line, concept) => {
    for (const phrase of line.split(',')) {
      const terms = phraseTerms(lexicon, phrase)
      const first = terms[0]
      if (first !== undefined) table.set(first, [...(table.get(first) ?? []), { terms, concept }])
    }
  })
  return table
}

const startsHere = (terms: readonly number[], at: number, phrase: readonly number[]): boolean =>
  phrase.every((term, i) => terms[at + i] === term)

/** Concepts that a text's terms name, each once, in no particular order. */
export const conceptsIn = (table: ConceptTable, terms: readonly number[]): readonly number[] => {
  const found = new Set<number>()
  for (let at = 0; at < terms.length; at += 1) {
    const phrases = table.get(terms[at] ?? NO_TERM)
    if (phrases === undefined) continue
    for (const { terms: phrase, concept } of phrases) if (startsHere(terms, at, phrase)) found.add(concept)
  }
  return [...found]
}
