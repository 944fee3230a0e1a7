import type { ProblemCode } from './problem-codes.ts'

/** C0 controls other than tab, LF and CR. U+0085, U+2028 and U+2029 are data. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
export const hasControlCharacter = (text: string): boolean => CONTROL.test(text)

/** Marks that turn the direction of writing, so that text reads otherwise than it is stored. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/
/** More marks on one letter than any language stacks. */
const COMBINING = /\p{M}{8}/u
/** UTF-8 that was once read as Windows-1252: â€œ, Ã©, Â·, or the sign for a lost character. */
const MOJIBAKE = /\u00e2\u20ac|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]|\u00f0\u0178|\ufffd/

/** What is odd about the text of a row that is taken all the same. */
export const oddities = (text: string): readonly ProblemCode[] => {
  const found: ProblemCode[] = []
  if (BIDI.test(text)) found.push('BIDI_CONTROL')
  if (COMBINING.test(text)) found.push('EXCESS_COMBINING')
  if (MOJIBAKE.test(text)) found.push('MOJIBAKE_SUSPECTED')
  return found
}

export const ODDITY_MESSAGES: Readonly<Partial<Record<ProblemCode, string>>> = {
  BIDI_CONTROL: 'characters that turn the direction of writing: the text may read otherwise than it is stored',
  EXCESS_COMBINING: 'heaps of combining marks on one letter',
  MOJIBAKE_SUSPECTED:
    'signs such as "â€œ": the text was once read in the wrong encoding. Export it again as UTF-8 if you can',
}

const SPREADSHEET_ERROR = /^\s*(?:#(?:REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)|#{2,})\s*$/
/** `#REF!` and the like, or the row of # that stands for a column too narrow. */
export const isSpreadsheetError = (cell: string): boolean => SPREADSHEET_ERROR.test(cell)

/** Cyrillic and Greek letters that pass for Latin ones, each before the letter it resembles (Unicode confusables). */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  (
    'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw вb кk мm нh тt αa εe ρp οo νv κk ιi τt υu АA ' +
    'ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ΑA ' +
    'ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
  )
    .split(' ')
    .map(pair => [pair.slice(0, 1), pair.slice(1)]),
)
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Two categories with the same skeleton look the same to a reader. */
export const skeleton = (category: string): string =>
  [...category.normalize('NFKC').replace(INVISIBLE, '')]
    .map(letter => LOOKALIKES.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
