import { sentencesOf, type Span } from '../text/sentences.ts'
import type { ReadTexts } from './read-texts.ts'

/** Sentences of passages, read when first asked for. By word of all passages (its place in ReadTexts) the sentence it stands in. */
export interface PassageSentences {
  readonly texts: ReadTexts
  readonly spans: (readonly Span[] | undefined)[]
  readonly sentenceOf: Int32Array
  /** By passage: how many sentences it has; -1 not read yet. */
  readonly counts: Int32Array
}

export const createSentences = (texts: ReadTexts, passageCount: number): PassageSentences => ({
  texts,
  spans: [],
  sentenceOf: new Int32Array(texts.terms.length),
  counts: new Int32Array(passageCount).fill(-1),
})

/** Sentences of a passage: offsets are UTF-16 units of its text as it stands. */
export const readSentences = (sentences: PassageSentences, at: number, text: string): readonly Span[] => {
  const known = sentences.spans[at]
  if (known !== undefined) return known
  const { texts, sentenceOf, counts } = sentences
  const spans = sentencesOf(text)
  let sentence = 0
  for (let i = texts.headingEnd.values[at]!; i < texts.begin.values[at + 1]!; i += 1) {
    while (sentence + 1 < spans.length && texts.starts.values[i]! >= spans[sentence]!.end) sentence += 1
    sentenceOf[i] = sentence
  }
  counts[at] = spans.length
  return (sentences.spans[at] = spans)
}
