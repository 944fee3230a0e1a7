import { fold } from './fold.ts'

/** Words longer than this are cut: no word of a language we stem is; hostile input is. */
export const MAX_WORD_LENGTH = 40
/** Words read of one text. A text beyond this (about 250 pages) is matched by its beginning. */
export const MAX_WORDS = 100_000

/** Words of a text in order: folded form and [start, end) in UTF-16 units of the text as it stands. */
export interface Tokens {
  readonly forms: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

// Runs of digits ("1,000", "4.3") and runs of letters ("don't") are words of their own: "20mph" is 20 and mph. Catalan writes a
// long l with a dot within, high or, by many hands, low: "instal·lar", "instal.lar".
const WORD =
  /\p{N}{1,40}(?:[.,]\p{N}{1,12}){0,6}|[\p{L}\p{M}]{1,400}(?:(?:['’]|(?<=[lL])[·.•‧](?=[lL]))[\p{L}\p{M}]{1,40}){0,4}/gu
/** "l'habitatge", "d'eau": an article or preposition that lost its vowel is no part of the word. */
const ELIDED = /^(?:qu|[ldsntmjc])['’](?=[\p{L}\p{M}]{3})/iu
const LONG_L_DOT = /[·.•‧]/g
const POSSESSIVE = /['’]s?$/
const APOSTROPHES = /['’]/g

const formOf = (word: string): string => {
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) return word.replaceAll(',', '')
  const bare = word.includes("'") || word.includes('’') ? word.replace(POSSESSIVE, '').replace(APOSTROPHES, '') : word
  return fold(bare.replace(LONG_L_DOT, '').slice(0, MAX_WORD_LENGTH))
}

const lengthOfElided = (word: string): number => {
  const mark = word.charCodeAt(1)
  const next = word.charCodeAt(2)
  // Tried only where an apostrophe stands second or third: most words have none.
  const isPossible = mark === 39 || mark === 8217 || next === 39 || next === 8217
  return isPossible ? (ELIDED.exec(word)?.[0].length ?? 0) : 0
}

/** Unicode words, lower case, accents folded. Linear in the text's length. */
export const tokensOf = (text: string): Tokens => {
  const forms: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  WORD.lastIndex = 0
  for (let found = WORD.exec(text); found !== null && forms.length < MAX_WORDS; found = WORD.exec(text)) {
    const elidedLength = lengthOfElided(found[0])
    const form = formOf(elidedLength === 0 ? found[0] : found[0].slice(elidedLength))
    if (form === '') continue
    forms.push(form)
    starts.push(found.index + elidedLength)
    ends.push(found.index + found[0].length)
  }
  return { forms, starts, ends }
}
