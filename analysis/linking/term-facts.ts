import { gramsOfWord } from '../text/grams.ts'
import { NO_TERM, type Lexicon } from '../text/lexicon.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { createIntList, pushInt, sharedInts, type IntList } from './shared-arrays.ts'

/** What is known of each term of a lexicon, by its number: read once when the term is first met. */
export interface TermFacts {
  /** Row in the word vectors, or -1; and back, NO_TERM where no text had the word. */
  readonly vectorRow: IntList
  readonly termOfVector: Int32Array
  /** 1 where it is a number. */
  readonly isNumber: IntList
  /** Its character grams: `grams` from `gramStart` of a term to that of the next. */
  readonly gramStart: IntList
  readonly grams: IntList
}

export const createTermFacts = (vectors: WordVectors | null): TermFacts => {
  const gramStart = createIntList()
  pushInt(gramStart, 0)
  return {
    vectorRow: createIntList(),
    termOfVector: sharedInts(vectors?.stems.length ?? 0).fill(NO_TERM),
    isNumber: createIntList(),
    gramStart,
    grams: createIntList(),
  }
}

const isNumberTerm = (term: string): boolean => term.charCodeAt(0) >= 48 && term.charCodeAt(0) <= 57

/** Takes in the terms that are new to the lexicon. */
export const learnTerms = (
  facts: TermFacts,
  lexicon: Lexicon,
  vectors: WordVectors | null,
  gramIds: Map<string, number>,
): void => {
  for (let term = facts.vectorRow.length; term < lexicon.terms.length; term += 1) {
    const text = lexicon.terms[term]!
    const row = vectors?.idOf.get(text) ?? -1
    pushInt(facts.vectorRow, row)
    if (row >= 0) facts.termOfVector[row] = term
    pushInt(facts.isNumber, isNumberTerm(text) ? 1 : 0)
    for (const gram of gramsOfWord(text)) {
      const known = gramIds.get(gram)
      if (known === undefined) gramIds.set(gram, gramIds.size)
      pushInt(facts.grams, known ?? gramIds.size - 1)
    }
    pushInt(facts.gramStart, facts.grams.length)
  }
}
