import { syllable } from 'syllable'

const averageOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const mostWordsOnAverage = 15
const mostWords = 25
/** Flesch–Kincaid, over all sentences of a page that are ours. */
const mostGrade = 5
/** Below that an average is the word of one sentence. */
const fewestSentences = 10

/** Pages whose own subject is technical. Each limit is a little above what they read at, so that they cannot get harder. */
const HIGHER_GRADES: Readonly<Record<string, { readonly grade: number; readonly why: string }>> = {
  indicators: { grade: 5.5, why: 'each sentence says a share, its range and what it is a share of' },
  'indicators of the consultation with the most silence': { grade: 5.5, why: 'the same' },
  'events with told staff': {
    grade: 5.5,
    why: 'it counts attendances, agenda items and minutes, which have no shorter name',
  },
}

/** A label and what stands under it, such as "Minutes spoken: officials 38, community 20", or "Missing:" with titles, is a list. */
const isList = (sentence: string): boolean => /^(?:\S+\s){0,3}\S*:\s/.test(sentence)

/** Words we chose: not numbers, checksums or the names of places, offices and documents, which begin with a capital within a sentence. */
const chosenWords = (sentence: string): readonly string[] =>
  sentence
    .split(/\s+/)
    .filter((word, place) => /\p{L}/u.test(word) && !/\d/.test(word) && (place === 0 || !/^\P{L}*\p{Lu}/u.test(word)))

const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(chosenWords)
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  const perSentence = averageOf(sentences.map(sentence => sentence.split(/\s+/).length))
  return 0.39 * perSentence + 11.8 * (syllables / Math.max(1, words.length)) - 15.59
}

/** What is too long or too hard in the sentences of a page, with the worst of them. */
export const hardToRead = (name: string, written: readonly string[]): readonly string[] => {
  const sentences = [...new Set(written)].filter(sentence => !isList(sentence))
  const average = averageOf(sentences.map(sentence => sentence.split(/\s+/).length))
  const long = sentences.filter(sentence => sentence.split(/\s+/).length > mostWords)
  const grade = sentences.length < fewestSentences ? 0 : gradeOf(sentences)
  const limit = HIGHER_GRADES[name]?.grade ?? mostGrade
  const hardest = sentences.toSorted((a, b) => gradeOf([b]) - gradeOf([a])).slice(0, 3)
  return [
    ...(average > mostWordsOnAverage ? [`${average.toFixed(1)} words a sentence`] : []),
    ...long.map(sentence => `${sentence.split(/\s+/).length} words: ${sentence}`),
    ...(grade > limit ? [`grade ${grade.toFixed(1)}; the hardest: ${hardest.join(' | ')}`] : []),
  ]
}
