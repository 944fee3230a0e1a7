import type { Language } from './language.ts'
import { porterStem } from './natural.ts'
import { stopWordsOf } from './stop-words.ts'

/** A word form without a term: a stop word. */
export const NO_TERM = -1

// So that "twenty miles an hour" meets "20 mph".
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value): [string, string] => [word, String(value)]),
  ...Object.entries({ fifteen: '15', twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60', eighty: '80' }),
])

/** Terms (stems in English, folded words elsewhere) and their numbers, in the order they were first seen. */
export interface Lexicon {
  readonly terms: string[]
  readonly idOf: Map<string, number>
  /** Per language the term of each form met: folding and stemming are done once a form. */
  readonly formsOf: Map<Language, Map<string, number>>
}

export const createLexicon = (): Lexicon => ({ terms: [], idOf: new Map(), formsOf: new Map() })

const intern = (lexicon: Lexicon, term: string): number => {
  const known = lexicon.idOf.get(term)
  if (known !== undefined) return known
  const id = lexicon.terms.length
  lexicon.terms.push(term)
  lexicon.idOf.set(term, id)
  return id
}

const isNumber = (form: string): boolean => form.charCodeAt(0) >= 48 && form.charCodeAt(0) <= 57

/** A single letter says nothing; a single digit is a number, and a character of a script without spaces is a word. */
const isBareLetter = (form: string): boolean => form.length === 1 && form.charCodeAt(0) < 0x2e80 && !isNumber(form)

/** English is stemmed; other languages are not: Porter's rules hurt them (Spanish lost recall in our trials). */
const termOfNewForm = (form: string, language: Language): string | null => {
  if (isBareLetter(form) || stopWordsOf(language).has(form)) return null
  if (isNumber(form)) return form
  if (language !== 'en') return form
  return NUMBER_WORDS.get(form) ?? (form.length > 2 ? porterStem(form) : form)
}

/** The term of a folded form in a language, or NO_TERM for a stop word. */
export const termOf = (lexicon: Lexicon, form: string, language: Language): number => {
  let forms = lexicon.formsOf.get(language)
  if (forms === undefined) lexicon.formsOf.set(language, (forms = new Map()))
  const known = forms.get(form)
  if (known !== undefined) return known
  const term = termOfNewForm(form, language)
  const id = term === null || term === '' ? NO_TERM : intern(lexicon, term)
  forms.set(form, id)
  return id
}
