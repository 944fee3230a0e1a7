import { detectLanguage, languageOfTag, mainLanguage, type Language } from '../text/language.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { createGathered } from './gather.ts'
import { weighIndex } from './index-weights.ts'
import { linkPassages, type PassageGraph } from './passage-graph.ts'
import {
  addPassage,
  createPassageIndex,
  languageOf,
  termsOfText,
  type PassageIndex,
  type PassageInput,
} from './passage-index.ts'
import { placeTokens, type PlacedTokens } from './passage-tokens.ts'
import type { Direction } from './polarity/judge-clause.ts'
import type { SentenceVerdict } from './polarity/judge-sentence.ts'
import { verdictsOf } from './suggest-kind.ts'
import { createScorer, type Scorer } from './score-point.ts'
import type { PointInput } from './suggestion.ts'

/**
 * All passages of one consultation, ready to be searched. Grows: passages may be added at any time, and only they are
 * read. `scorer` and `graph` are made when first asked for, and again after passages were added.
 */
export interface Linker {
  readonly index: PassageIndex
  readonly placed: (PlacedTokens | undefined)[]
  readonly verdicts: Readonly<Record<Direction, (readonly SentenceVerdict[] | undefined)[]>>
  scorer: Scorer | null
  graph: PassageGraph | null
}

/** Passages read to tell the language of a consultation. */
const LANGUAGE_SAMPLE = 200

/** A linker over passages, in the order of their documents. `vectors` null: words alike are not known, only the same words. */
export const createLinker = (vectors: WordVectors | null, passages: readonly PassageInput[]): Linker => {
  const language = mainLanguage(passages.slice(0, LANGUAGE_SAMPLE).map(({ text }) => detectLanguage(text)))
  const linker: Linker = {
    index: createPassageIndex(vectors, language),
    placed: [],
    verdicts: { for: [], against: [] },
    scorer: null,
    graph: null,
  }
  addPassages(linker, passages)
  return linker
}

/** Adds the passages of a new document (or several). What was there keeps its place. */
export const addPassages = (linker: Linker, passages: readonly PassageInput[]): void => {
  for (const passage of passages) addPassage(linker.index, passage)
  linker.scorer = null
  linker.graph = null
}

export const scorerOf = (linker: Linker): Scorer =>
  (linker.scorer ??= createScorer(linker.index, weighIndex(linker.index), createGathered(linker.index.passages.length)))

export const graphOf = (linker: Linker): PassageGraph =>
  (linker.graph ??= linkPassages(scorerOf(linker), { likeness: true, citations: true }))

/** The words of a passage with their places, read once. */
export const placedPassage = (linker: Linker, at: number): PlacedTokens =>
  (linker.placed[at] ??= placeTokens(linker.index, linker.index.passages[at]!.text))

/** What each sentence of a passage does with points of a direction, read once. The rules are English: others say nothing. */
export const verdictsOfPassage = (linker: Linker, at: number, direction: Direction): readonly SentenceVerdict[] => {
  const { text } = linker.index.passages[at]!
  return (linker.verdicts[direction][at] ??= languageOf(linker.index, text) === 'en' ? verdictsOf(text, direction) : [])
}

/** Stages that have any passage: a missing stage is missing, not searched in vain. */
export const stagesHeld = (linker: Linker): readonly number[] => scorerOf(linker).stagesHeld

/** A point's language: as given, else told from its text, else that of the consultation. */
export const languageOfPoint = (linker: Linker, point: PointInput): Language =>
  (point.lang === null || point.lang === undefined ? null : languageOfTag(point.lang)) ??
  languageOf(linker.index, point.text)

/** A point as read once: its language, and its content words in order. */
export interface PointTerms {
  readonly language: Language
  readonly sequence: readonly number[]
}

export const readPoint = (linker: Linker, point: PointInput): PointTerms => {
  const language = languageOfPoint(linker, point)
  return { language, sequence: termsOfText(linker.index, point.text, language) }
}
