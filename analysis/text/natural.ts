// The only file that imports natural. By deep path: its index loads 1,268 modules, prints adverts and reads `.env`.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import english from 'natural/lib/natural/util/stopwords.js'
import spanish from 'natural/lib/natural/util/stopwords_es.js'
import french from 'natural/lib/natural/util/stopwords_fr.js'
import italian from 'natural/lib/natural/util/stopwords_it.js'
import dutch from 'natural/lib/natural/util/stopwords_nl.js'
import portuguese from 'natural/lib/natural/util/stopwords_pt.js'

/** Porter's stem of one lower-case word without accents. Slow (2–10 µs): callers keep what they got (see lexicon.ts). */
export const porterStem = (word: string): string => porter.stem(word)

/** natural's stop lists, by language. Its single letters, digits and marks are left out: tokens.ts decides on those. */
export const naturalStopWords: Readonly<Record<'en' | 'es' | 'fr' | 'it' | 'nl' | 'pt', readonly string[]>> = {
  en: english.words,
  es: spanish.words,
  fr: french.words,
  it: italian.words,
  nl: dutch.words,
  pt: portuguese.words,
}
