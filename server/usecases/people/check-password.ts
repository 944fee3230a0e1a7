import { readFileSync } from 'node:fs'

/** R-AUT-3. No rules of composition: length and the list are what helps (NIST SP 800-63B §3.1.1). */
const SHORTEST_CHARACTERS = 12
const LONGEST_CHARACTERS = 128
/** "abcabcabcabc" is as good as "abc". */
const LONGEST_REPEATED_UNIT_CHARACTERS = 8

const readList = (): ReadonlySet<string> =>
  new Set(
    readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('# ')),
  )
let list: ReadonlySet<string> | null = null
/** Lower case. Read once, when first needed. */
export const commonPasswords = (): ReadonlySet<string> => (list ??= readList())

/** Without the digits and signs that people add at the ends: "Football2026!!" → "football". */
const coreOf = (lowerCase: string): string => lowerCase.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')

const isRepetition = (text: string): boolean => {
  for (let length = 1; length <= LONGEST_REPEATED_UNIT_CHARACTERS && length * 2 <= text.length; length += 1)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text) return true
  return false
}

const squeeze = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Why a password cannot be used, in a sentence; null = it can. `names` are words that are close to hand: the person's, the site's. */
export const passwordProblem = (password: string, names: readonly string[]): string | null => {
  const normal = password.normalize('NFKC')
  const characterCount = [...normal].length
  if (characterCount < SHORTEST_CHARACTERS)
    return `This password has ${characterCount} characters. Use at least ${SHORTEST_CHARACTERS}: three or four words do well.`
  if (characterCount > LONGEST_CHARACTERS)
    return `This password has ${characterCount} characters. Use at most ${LONGEST_CHARACTERS}.`
  const lowerCase = normal.toLowerCase()
  const core = coreOf(lowerCase)
  if (commonPasswords().has(lowerCase) || commonPasswords().has(core))
    return 'This password, or the word in it, is among those that are tried first. Choose another.'
  if (isRepetition(lowerCase)) return 'This password repeats one short piece. Choose another.'
  if ([...names, 'Said & Done', 'Said and Done'].map(squeeze).some(name => name !== '' && name === squeeze(core)))
    return 'This password is a name that others know, with little added. Choose another.'
  return null
}
