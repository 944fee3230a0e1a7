import { conceptsIn, type ConceptTable } from '../text/concepts.ts'
import { createIntList, pushInt, type IntList } from './shared-arrays.ts'

/**
 * Texts read once, one after another: their content words as terms, in order, with their places. A passage's words come after
 * those of its heading, which have no place (-1).
 */
export interface ReadTexts {
  /** Where the words of each text begin; one more at the end. */
  readonly begin: IntList
  /** By text: where its heading's words end. */
  readonly headingEnd: IntList
  readonly terms: IntList
  /** [start, end) of each word in UTF-16 units of its text. */
  readonly starts: IntList
  readonly ends: IntList
  /** Concepts named in each text, from `conceptBegin` of it to that of the next. */
  readonly conceptBegin: IntList
  readonly concepts: IntList
  /** By text: 1 where it is English. */
  readonly isEnglish: IntList
}

/** The content words of one text. */
export interface TextWords {
  readonly terms: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Words of a text in order, as read by passage-index.ts. */
export interface WordsRead {
  readonly terms: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export const createReadTexts = (): ReadTexts => {
  const texts: ReadTexts = {
    begin: createIntList(),
    headingEnd: createIntList(),
    terms: createIntList(),
    starts: createIntList(),
    ends: createIntList(),
    conceptBegin: createIntList(),
    concepts: createIntList(),
    isEnglish: createIntList(),
  }
  pushInt(texts.begin, 0)
  pushInt(texts.conceptBegin, 0)
  return texts
}

export const countOfTexts = (texts: ReadTexts): number => texts.headingEnd.length

export const pushText = (
  texts: ReadTexts,
  table: ConceptTable,
  heading: readonly number[],
  words: WordsRead,
  isEnglish: boolean,
): void => {
  for (const term of heading) pushWord(texts, term, -1, -1)
  pushInt(texts.headingEnd, texts.terms.length)
  for (let i = 0; i < words.terms.length; i += 1) pushWord(texts, words.terms[i]!, words.starts[i]!, words.ends[i]!)
  pushInt(texts.begin, texts.terms.length)
  const own = conceptsIn(table, words.terms)
  for (const concept of own) pushInt(texts.concepts, concept)
  for (const concept of conceptsIn(table, heading)) if (!own.includes(concept)) pushInt(texts.concepts, concept)
  pushInt(texts.conceptBegin, texts.concepts.length)
  pushInt(texts.isEnglish, isEnglish ? 1 : 0)
}

const pushWord = ({ terms, starts, ends }: ReadTexts, term: number, start: number, end: number): void => {
  pushInt(terms, term)
  pushInt(starts, start)
  pushInt(ends, end)
}

/** The words of one text without its heading. No copy: valid until more texts are read. */
export const wordsOfText = (texts: ReadTexts, at: number): TextWords => {
  const from = texts.headingEnd.values[at]!
  const to = texts.begin.values[at + 1]!
  return {
    terms: texts.terms.values.subarray(from, to),
    starts: texts.starts.values.subarray(from, to),
    ends: texts.ends.values.subarray(from, to),
  }
}

/** The words of a passage with its heading before them. */
export const wholeSequence = (texts: ReadTexts, at: number): Int32Array =>
  texts.terms.values.subarray(texts.begin.values[at]!, texts.begin.values[at + 1]!)

export const conceptsOfText = (texts: ReadTexts, at: number): Int32Array =>
  texts.concepts.values.subarray(texts.conceptBegin.values[at]!, texts.conceptBegin.values[at + 1]!)
