import { stopWordsOf } from '../text/stop-words.ts'
import type { Language } from '../text/language.ts'
import { tokensOf } from '../text/tokens.ts'

/** Words of a name part at most. */
const MAX_GRAM = 3
/** Name parts shown. */
const PARTS = 3
/** Texts of a theme that must use a phrase before it may name it. */
const MIN_USES = 2

/** Phrases of 1–3 words of a text, as written in lower case, without stop words at their ends; each once. */
export const phrasesOf = (text: string, language: Language): ReadonlySet<string> => {
  const { forms } = tokensOf(text)
  const stops = stopWordsOf(language)
  const phrases = new Set<string>()
  for (let at = 0; at < forms.length; at += 1)
    for (let size = 1; size <= MAX_GRAM && at + size <= forms.length; size += 1) {
      const first = forms[at]!
      const last = forms[at + size - 1]!
      if (!stops.has(first) && !stops.has(last) && first.length > 2 && last.length > 2)
        phrases.add(forms.slice(at, at + size).join(' '))
    }
  return phrases
}

/**
 * Names a theme by the phrases its texts use and the others do not: uses × log odds against the rest (add one half), longer
 * phrases preferred where they say as much.
 */
export const nameTheme = (
  inside: readonly ReadonlySet<string>[],
  outside: ReadonlyMap<string, number>,
  allCount: number,
): string => {
  const uses = new Map<string, number>()
  for (const phrases of inside) for (const phrase of phrases) uses.set(phrase, (uses.get(phrase) ?? 0) + 1)
  const scored = [...uses]
    .filter(([, count]) => count >= Math.min(MIN_USES, inside.length))
    .map(([phrase, count]) => {
      const elsewhere = (outside.get(phrase) ?? count) - count
      const odds =
        Math.log((count + 0.5) / (inside.length + 1)) - Math.log((elsewhere + 0.5) / (allCount - inside.length + 1))
      return { phrase, score: count * odds * (1 + 0.3 * (phrase.split(' ').length - 1)) }
    })
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1))
  const chosen: string[] = []
  for (const { phrase } of scored) {
    const overlaps = chosen.some(other => phrase.split(' ').some(word => other.split(' ').includes(word)))
    if (!overlaps) chosen.push(phrase)
    if (chosen.length === PARTS) break
  }
  return chosen.join(', ')
}
