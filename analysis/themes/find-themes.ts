import { createConceptTable, conceptsIn } from '../text/concepts.ts'
import { detectLanguage, mainLanguage, type Language } from '../text/language.ts'
import { createLexicon, NO_TERM, termOf } from '../text/lexicon.ts'
import { tokensOf } from '../text/tokens.ts'
import { nameTheme, phrasesOf } from './name-theme.ts'

export interface Theme {
  readonly theme: string
  /** Phrases its points use and the others do not. A suggestion: a person names a theme. */
  readonly name: string
  /** Points in it, nearest to its middle first. */
  readonly points: readonly string[]
}

/** Rounds of k-means at most; it settles within ten on a few thousand points. */
const ROUNDS = 20
/** A concept of the council's words counts this much of a word: it brings "loo" and "public convenience" together. */
const CONCEPT_WEIGHT = 1.5
/** Themes when none are asked for: √(n/2) (a rule of thumb, Mardia 1979), at most what a page can show. */
const MAX_THEMES = 20

/** A text as a sparse unit vector. */
interface Sparse {
  readonly keys: Int32Array
  readonly values: Float64Array
}

const readSparse = (texts: readonly string[], language: Language): { vectors: Sparse[]; size: number } => {
  const lexicon = createLexicon()
  const table = createConceptTable(lexicon)
  const termLists = texts.map(text =>
    tokensOf(text)
      .forms.map(form => termOf(lexicon, form, language))
      .filter(term => term !== NO_TERM),
  )
  const wordCount = lexicon.terms.length
  const keyLists = termLists.map(terms => [
    ...new Set([...terms, ...conceptsIn(table, terms).map(concept => wordCount + concept)]),
  ])
  const uses = new Map<number, number>()
  for (const keys of keyLists) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1)
  const size = Math.max(wordCount, ...uses.keys()) + 1
  const worth = (key: number): number =>
    Math.log(texts.length / (uses.get(key) ?? 1)) * (key >= wordCount ? CONCEPT_WEIGHT : 1)
  return {
    vectors: keyLists.map(keys =>
      unitOf(
        keys.filter(key => (uses.get(key) ?? 0) > 1),
        worth,
      ),
    ),
    size,
  }
}

const unitOf = (keys: readonly number[], worth: (key: number) => number): Sparse => {
  const values = Float64Array.from(keys, worth)
  const length = Math.hypot(...values) || 1
  return { keys: Int32Array.from(keys), values: values.map(value => value / length) }
}

const dot = ({ keys, values }: Sparse, centre: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < keys.length; i += 1) sum += values[i]! * centre[keys[i]!]!
  return sum
}

const centreOf = (vectors: readonly Sparse[], size: number): Float64Array => {
  const sum = new Float64Array(size)
  for (const { keys, values } of vectors) for (let i = 0; i < keys.length; i += 1) sum[keys[i]!]! += values[i]!
  let square = 0
  for (const value of sum) square += value * value
  const length = Math.sqrt(square) || 1
  return sum.map(value => value / length)
}

const nearest = (vector: Sparse, centres: readonly Float64Array[]): { centre: number; likeness: number } => {
  let best = 0
  let likeness = -1
  centres.forEach((centre, i) => {
    const value = dot(vector, centre)
    if (value > likeness) {
      best = i
      likeness = value
    }
  })
  return { centre: best, likeness }
}

/** First centres: the text nearest the middle of all, then each time the one least like the centres there are. No chance in it. */
const firstCentres = (vectors: readonly Sparse[], size: number, count: number): Float64Array[] => {
  const middle = centreOf(vectors, size)
  const likeness = vectors.map(vector => (vector.keys.length === 0 ? -1 : dot(vector, middle)))
  const centres = [centreOf([vectors[likeness.indexOf(Math.max(...likeness))]!], size)]
  const most = vectors.map(vector => dot(vector, centres[0]!))
  while (centres.length < count) {
    // The least alike texts are often odd ones; the weight of the middle keeps centres where texts are.
    const scores = vectors.map((vector, i) => (vector.keys.length === 0 ? -1 : (1 - most[i]!) * (0.1 + likeness[i]!)))
    const next = centreOf([vectors[scores.indexOf(Math.max(...scores))]!], size)
    centres.push(next)
    vectors.forEach((vector, i) => (most[i] = Math.max(most[i]!, dot(vector, next))))
  }
  return centres
}

const cluster = (vectors: readonly Sparse[], size: number, count: number): { centre: number; likeness: number }[] => {
  let centres = firstCentres(vectors, size, count)
  let placed = vectors.map(vector => nearest(vector, centres))
  for (let round = 0; round < ROUNDS; round += 1) {
    centres = centres.map((centre, i) => {
      const members = vectors.filter((_, at) => placed[at]!.centre === i)
      return members.length === 0 ? centre : centreOf(members, size)
    })
    const next = vectors.map(vector => nearest(vector, centres))
    const isSettled = next.every(({ centre }, at) => centre === placed[at]!.centre)
    placed = next
    if (isSettled) break
  }
  return placed
}

/**
 * Groups points by what they are about: spherical k-means over words and council concepts. Nothing random: the same points give
 * the same themes. Largest first, named by what sets them apart. Points without a word in common with any other are left out.
 */
export const findThemes = (
  points: readonly { readonly id: string; readonly text: string }[],
  themeCount: number | null = null,
): readonly Theme[] => {
  if (points.length === 0) return []
  const language = mainLanguage(points.map(({ text }) => detectLanguage(text)))
  const { vectors, size } = readSparse(
    points.map(({ text }) => text),
    language,
  )
  const usable = vectors.filter(({ keys }) => keys.length > 0).length
  const count = Math.min(
    usable,
    themeCount ?? Math.min(MAX_THEMES, Math.max(1, Math.round(Math.sqrt(points.length / 2)))),
  )
  if (count === 0) return []
  const placed = cluster(vectors, size, count)
  const phrases = points.map(({ text }) => phrasesOf(text, language))
  const everywhere = new Map<string, number>()
  for (const of of phrases) for (const phrase of of) everywhere.set(phrase, (everywhere.get(phrase) ?? 0) + 1)
  return Array.from({ length: count }, (_, centre) =>
    points
      .map((_, at) => at)
      .filter(at => placed[at]!.centre === centre && vectors[at]!.keys.length > 0)
      .sort((a, b) => placed[b]!.likeness - placed[a]!.likeness || a - b),
  )
    .filter(members => members.length > 0)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .map((members, i) => ({
      theme: String(i + 1),
      name: nameTheme(
        members.map(at => phrases[at]!),
        everywhere,
        points.length,
      ),
      points: members.map(at => points[at]!.id),
    }))
}
