import type { Stage } from '../../data/model/document.ts'
import { createConceptTable, type ConceptTable } from '../text/concepts.ts'
import { detectLanguage, languageOfForms, type Language } from '../text/language.ts'
import { createLexicon, NO_TERM, termOf, type Lexicon } from '../text/lexicon.ts'
import { tokensOf, type Tokens } from '../text/tokens.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { createReadTexts, pushText, type ReadTexts, type WordsRead } from './read-texts.ts'
import { createTermFacts, learnTerms, type TermFacts } from './term-facts.ts'

/** A passage as the linker takes it: names are the caller's and come back in the suggestions. */
export interface PassageInput {
  readonly document: string
  readonly stage: Stage
  readonly passage: string
  readonly text: string
  readonly heading: string | null
}

/** Passages as read, in the order they came, and the words known so far. Grows; search-tables.ts makes of it what is searched. */
export interface PassageIndex {
  readonly lexicon: Lexicon
  readonly conceptTable: ConceptTable
  readonly vectors: WordVectors | null
  /** Language taken for texts whose own cannot be told. */
  readonly mainLanguage: Language
  readonly passages: PassageInput[]
  readonly texts: ReadTexts
  readonly facts: TermFacts
  readonly gramIds: Map<string, number>
}

export const createPassageIndex = (vectors: WordVectors | null, mainLanguage: Language): PassageIndex => {
  const lexicon = createLexicon()
  return {
    lexicon,
    conceptTable: createConceptTable(lexicon),
    vectors,
    mainLanguage,
    passages: [],
    texts: createReadTexts(),
    facts: createTermFacts(vectors),
    gramIds: new Map(),
  }
}

export const languageOf = (index: PassageIndex, text: string): Language => {
  const detected = detectLanguage(text)
  return detected === 'und' ? index.mainLanguage : detected
}

const languageOfTokens = (index: PassageIndex, text: string, tokens: Tokens): Language => {
  const detected = languageOfForms(text, tokens.forms)
  return detected === 'und' ? index.mainLanguage : detected
}

/** The content words among a text's words, as terms of the index. */
const contentWords = (index: PassageIndex, { forms, starts, ends }: Tokens, language: Language): WordsRead => {
  const words = { terms: [] as number[], starts: [] as number[], ends: [] as number[] }
  for (let i = 0; i < forms.length; i += 1) {
    const term = termOf(index.lexicon, forms[i]!, language)
    if (term === NO_TERM) continue
    words.terms.push(term)
    words.starts.push(starts[i]!)
    words.ends.push(ends[i]!)
  }
  return words
}

const learn = ({ facts, lexicon, vectors, gramIds }: PassageIndex): void => learnTerms(facts, lexicon, vectors, gramIds)

/** The content words of a text in order, as terms of the index. */
export const termsOfText = (index: PassageIndex, text: string, language: Language): readonly number[] => {
  const { terms } = contentWords(index, tokensOf(text), language)
  learn(index)
  return terms
}

/** Reads a text with its heading (null: none) into `texts`. `language` null: told from the text. */
export const readText = (
  index: PassageIndex,
  texts: ReadTexts,
  text: string,
  heading: string | null,
  language: Language | null,
): void => {
  const tokens = tokensOf(text)
  const spoken = language ?? languageOfTokens(index, text, tokens)
  const words = contentWords(index, tokens, spoken)
  const before = heading === null ? [] : contentWords(index, tokensOf(heading), spoken).terms
  pushText(texts, index.conceptTable, before, words, spoken === 'en')
  learn(index)
}

/** Adds one passage. What was read stays as it is. */
export const addPassage = (index: PassageIndex, input: PassageInput): void => {
  readText(index, index.texts, input.text, input.heading, null)
  index.passages.push(input)
}
