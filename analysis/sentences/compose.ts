import type { Sentence } from '../finding.ts'
import { countText } from './wording.ts'

type Part = Sentence['parts'][number]

export const say = (text: string): Part => ({ text, key: null })
/** A number with its name, so that a page can tie it to the chart, and a test can compare them. */
export const tell = (key: string, count: number): Part => ({ text: countText(count), key })

const merge = (parts: readonly Part[]): readonly Part[] =>
  parts.reduce<Part[]>((merged, part) => {
    const last = merged.at(-1)
    if (last && last.key === null && part.key === null) merged[merged.length - 1] = say(last.text + part.text)
    else merged.push(part)
    return merged
  }, [])

export const compose = (...parts: readonly (Part | readonly Part[] | string)[]): Sentence => {
  const flat = parts.flatMap(part => (typeof part === 'string' ? [say(part)] : part))
  const merged = merge(flat.filter(part => part.text !== ''))
  return { text: merged.map(part => part.text).join(''), parts: merged }
}

/** Whole sentences, one space between them; empty ones fall out. */
export const paragraph = (...sentences: readonly (Sentence | null)[]): Sentence => {
  const whole = sentences.filter(sentence => sentence !== null && sentence.text !== '').flatMap(one => one ?? [])
  return compose(...whole.flatMap((one, place) => (place === 0 ? [one.parts] : [' ', one.parts])))
}
