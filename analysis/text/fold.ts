const ASCII_ONLY = /^[\u0000-\u007f]*$/
const LATIN_MARKS = /[\u0300-\u036f]+/g
const UNDECOMPOSED: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ŀ: 'l' }

/**
 * Lower case, without the accents of Latin letters ("Ñandú" → "nandu"), for matching only: what is shown keeps them.
 * Marks of other scripts stay, for there they are letters.
 */
export const fold = (word: string): string => {
  const lower = word.toLowerCase()
  if (ASCII_ONLY.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .replace(/[ßøłđæœŀ]/g, letter => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC')
}
