import { sentencesOf, type Span } from '../text/sentences.ts'
import { NO_TERM, termOf } from '../text/lexicon.ts'
import { tokensOf } from '../text/tokens.ts'
import { languageOf, type PassageIndex } from './passage-index.ts'

/** A text's words with their terms (or NO_TERM), their places in the text, and the sentence each stands in. */
export interface PlacedTokens {
  readonly terms: Int32Array
  /** Those that are terms, and which token each is. */
  readonly contentTerms: Int32Array
  readonly contentTokens: Int32Array
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly sentences: readonly Span[]
  readonly sentenceOf: Int32Array
}

const placeInSentences = (starts: readonly number[], sentences: readonly Span[]): Int32Array => {
  let sentence = 0
  return Int32Array.from(starts, start => {
    while (sentence + 1 < sentences.length && start >= sentences[sentence]!.end) sentence += 1
    return sentence
  })
}

/** Reads a text for showing (a point without its sentences): offsets are UTF-16 units of the text as it stands. */
export const placeTokens = (
  index: PassageIndex,
  text: string,
  language = languageOf(index, text),
  hasSentences = true,
): PlacedTokens => {
  const { forms, starts, ends } = tokensOf(text)
  const sentences = hasSentences ? sentencesOf(text) : []
  const terms = Int32Array.from(forms, form => termOf(index.lexicon, form, language))
  const contentTokens = Int32Array.from(terms.keys()).filter(token => terms[token] !== NO_TERM)
  return {
    terms,
    contentTerms: contentTokens.map(token => terms[token]!),
    contentTokens,
    starts,
    ends,
    sentences,
    sentenceOf: placeInSentences(starts, sentences),
  }
}
