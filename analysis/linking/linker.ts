import { detectLanguage, languageOfTag, mainLanguage } from '../text/language.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { linkPassages, type PassageGraph } from './passage-graph.ts'
import { addPassage, createPassageIndex, readText, type PassageIndex, type PassageInput } from './passage-index.ts'
import { createReadTexts, type ReadTexts } from './read-texts.ts'
import type { Scorer } from './score-point.ts'
import { makeSearchTables } from './search-tables.ts'
import { createSearcher, type Searcher } from './searcher.ts'
import type { PointInput } from './suggestion.ts'

/**
 * All passages of one consultation, ready to be searched. Grows: passages may be added at any time, and only they are
 * read. `searcher` and `graph` are made when first asked for, and again after passages were added.
 */
export interface Linker {
  readonly index: PassageIndex
  searcher: Searcher | null
  graph: PassageGraph | null
}

/** Passages read to tell the language of a consultation. */
const LANGUAGE_SAMPLE = 200

/** A linker over passages, in the order of their documents. `vectors` null: words alike are not known, only the same words. */
export const createLinker = (vectors: WordVectors | null, passages: readonly PassageInput[]): Linker => {
  const language = mainLanguage(passages.slice(0, LANGUAGE_SAMPLE).map(({ text }) => detectLanguage(text)))
  const linker: Linker = { index: createPassageIndex(vectors, language), searcher: null, graph: null }
  addPassages(linker, passages)
  return linker
}

/** Adds the passages of a new document (or several). What was there keeps its place. */
export const addPassages = (linker: Linker, passages: readonly PassageInput[]): void => {
  for (const passage of passages) addPassage(linker.index, passage)
  linker.searcher = null
  linker.graph = null
}

export const searcherOf = (linker: Linker): Searcher =>
  (linker.searcher ??= createSearcher(
    makeSearchTables(linker.index),
    linker.index.passages,
    linker.index.lexicon.terms,
  ))

export const scorerOf = (linker: Linker): Scorer => searcherOf(linker).scorer

export const graphOf = (linker: Linker): PassageGraph =>
  (linker.graph ??= linkPassages(scorerOf(linker), linker.index.passages, { likeness: true, citations: true }))

/** Reads points in their order. A point's language: as given, else told from its text, else that of the consultation. */
export const readPoints = ({ index }: Linker, points: readonly PointInput[]): ReadTexts => {
  const texts = createReadTexts()
  for (const { text, lang } of points)
    readText(index, texts, text, null, lang === null || lang === undefined ? null : languageOfTag(lang))
  return texts
}
