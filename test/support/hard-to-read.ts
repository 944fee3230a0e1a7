import { syllable } from 'syllable'

const averageOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const mostWordsOnAverage = 15
const mostWords = 25
/** Flesch–Kincaid, over all sentences of a page that are ours. No page may read harder. */
const mostGrade = 5
/** Below that an average is the word of one sentence: such pages are read together, as one text. */
const fewestSentences = 10

const wordsOf = (sentence: string): readonly string[] => sentence.split(/\s+/)

/** A label and what stands under it, such as "Minutes spoken: officials 38, community 20", or "Missing:" with titles, is a list. */
const isList = (sentence: string): boolean => /^(?:\S+\s){0,3}\S*:\s/.test(sentence)

const isNameOrNumber = (word: string): boolean => /^\P{L}*\p{Lu}/u.test(word) || /\d/.test(word)
/** "30 September 2025.", "Riverside Community Hall.": a name or a date alone makes a page neither easy nor hard. */
const isName = (sentence: string): boolean => wordsOf(sentence).every(isNameOrNumber)

/** Words we chose: not numbers, checksums or the names of places, offices and documents, which begin with a capital within a sentence. */
const chosenWords = (sentence: string): readonly string[] =>
  wordsOf(sentence).filter(
    (word, place) => /\p{L}/u.test(word) && !/\d/.test(word) && (place === 0 || !isNameOrNumber(word)),
  )

const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(chosenWords)
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  const perSentence = averageOf(sentences.map(sentence => wordsOf(sentence).length))
  return 0.39 * perSentence + 11.8 * (syllables / Math.max(1, words.length)) - 15.59
}

const gradeFaults = (sentences: readonly string[]): readonly string[] => {
  const grade = gradeOf(sentences)
  const hardest = sentences.toSorted((a, b) => gradeOf([b]) - gradeOf([a])).slice(0, 3)
  return grade > mostGrade ? [`grade ${grade.toFixed(1)}; the hardest: ${hardest.join(' | ')}`] : []
}

export interface Reading {
  /** What is too long or too hard, with the worst of it. */
  readonly faults: readonly string[]
  /** The sentences of a page that has too few for a grade of its own. */
  readonly tooFew: readonly string[]
}

/** How the sentences of one page read. Every page is held to the same limits. */
export const hardToRead = (written: readonly string[]): Reading => {
  const sentences = [...new Set(written)].filter(sentence => !isList(sentence) && !isName(sentence))
  const average = averageOf(sentences.map(sentence => wordsOf(sentence).length))
  const long = sentences.filter(sentence => wordsOf(sentence).length > mostWords)
  const isGraded = sentences.length >= fewestSentences
  return {
    faults: [
      ...(average > mostWordsOnAverage ? [`${average.toFixed(1)} words a sentence`] : []),
      ...long.map(sentence => `${wordsOf(sentence).length} words: ${sentence}`),
      ...(isGraded ? gradeFaults(sentences) : []),
    ],
    tooFew: isGraded ? [] : sentences,
  }
}

/** The grade of what pages of few sentences say, together. */
export const hardToReadTogether = (sentences: readonly string[]): readonly string[] =>
  gradeFaults([...new Set(sentences)]).map(fault => `pages of few sentences together: ${fault}`)
