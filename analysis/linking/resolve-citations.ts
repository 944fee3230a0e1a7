import { citationsIn, citedNoun, plainCode, type Citation } from './citations.ts'
import type { PassageInput } from './passage-index.ts'

/** A citation found to stand for a passage. `strength` 0–1: less where it stands for a whole section. */
export interface Resolved {
  readonly from: number
  readonly to: number
  readonly strength: number
}

/** A citation that names one passage. Below 1, for names are reused. */
const ONE_PASSAGE_STRENGTH = 0.9
/** Two passages that cite the same thing: "See recommendation (b)" and "that recommendation (b) be agreed". */
const SAME_CITATION_STRENGTH = 0.7
/** A thing cited by, or standing for, more passages than this says nothing about any of them. */
const MAX_TARGETS = 30

/** What passages are called, by name: "theme:4" → passages under that heading; ":r17" → passages so labelled. */
interface Names {
  readonly byKey: Map<string, number[]>
  readonly byCode: Map<string, number[]>
  readonly citing: Map<string, number[]>
  /** Nouns in the document's name and heading path of each passage: "Recommendations", "response-log". */
  readonly nounsAbout: readonly ReadonlySet<string>[]
}

const put = (lists: Map<string, number[]>, key: string, at: number): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [at])
  else if (list.at(-1) !== at) list.push(at)
}

const LEADING_CODE = /^\s*(?:\(([a-z]{1,4})\)|([A-Z]{0,3}-?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)[.):]?)(?=\s)/
const LEADING_LENGTH = 40

const headingParts = (passage: PassageInput): readonly string[] =>
  passage.heading === null ? [] : passage.heading.split(/\s*>\s*/)

/** Names that a heading, a document's name or the first words of a passage give it. */
const keysOf = (passage: PassageInput): readonly string[] => {
  const keys = [...headingParts(passage), passage.document.replace(/[-_]/g, ' ')].flatMap(part =>
    citationsIn(part.replace(/^\d+(?:\.\d+)*\s+/, '').replace(/\b([a-z])$/i, letter => letter.toUpperCase())),
  )
  const first = citationsIn(passage.text.slice(0, LEADING_LENGTH))[0]
  const startsSo =
    first !== undefined &&
    /^\W*\p{L}+\.?\s+\W*\w/u.test(passage.text) &&
    citedNoun(passage.text.match(/\p{L}+/u)?.[0] ?? '') === first.noun
  return [...keys, ...(startsSo ? [first] : [])].map(one => `${one.noun ?? ''}:${one.code}`)
}

const codesOf = (passage: PassageInput): readonly string[] => {
  const leading = LEADING_CODE.exec(passage.text)
  const label = plainCode(passage.passage)
  const codes = [label, ...(leading === null ? [] : [plainCode(leading[1] ?? leading[2] ?? '')])]
  // A label "47(c)" or "r3" of a document is also called by its last part.
  const last = /\(([a-z]{1,4}|\d+)\)$/i.exec(passage.passage)?.[1]
  return [...new Set([...codes, ...(last === undefined ? [] : [last.toLowerCase()])])]
}

const nounsAbout = (passage: PassageInput): ReadonlySet<string> =>
  new Set(
    [passage.document, ...headingParts(passage)]
      .flatMap(part => part.split(/[^\p{L}]+/u))
      .map(word => citedNoun(word) ?? '')
      .filter(noun => noun !== ''),
  )

const namesOf = (passages: readonly PassageInput[]): Names => {
  const names = { byKey: new Map(), byCode: new Map(), citing: new Map(), nounsAbout: passages.map(nounsAbout) }
  passages.forEach((passage, at) => {
    for (const key of keysOf(passage)) put(names.byKey, key, at)
    for (const code of codesOf(passage)) put(names.byCode, code, at)
    for (const { noun, code, within } of citationsIn(passage.text))
      if (noun !== null && within === null) put(names.citing, `${noun}:${code}`, at)
  })
  return names
}

const namesItself = /^[a-z]{1,3}\d+[a-z]?$|^\d+\.\d/

/** Passages that a citation may stand for, best reading first: a named place, a coded row of it, a code that is unique. */
const targetsOf = (names: Names, { noun, code, within }: Citation): readonly number[] => {
  const coded = names.byCode.get(code) ?? []
  if (within !== null) {
    const place = new Set(names.byKey.get(`${within.noun}:${within.code}`) ?? [])
    const rows = coded.filter(at => place.has(at))
    if (rows.length > 0) return rows
  }
  if (noun === null) return namesItself.test(code) ? coded : []
  const named = names.byKey.get(`${noun}:${code}`) ?? []
  if (named.length > 0) return named
  const about = coded.filter(at => names.nounsAbout[at]?.has(noun) === true)
  if (about.length > 0) return about
  return namesItself.test(code) ? coded : []
}

/** Links passages to the passages they cite, and passages that cite the same thing to one another. */
export const resolveCitations = (passages: readonly PassageInput[]): readonly Resolved[] => {
  const names = namesOf(passages)
  const resolved: Resolved[] = []
  passages.forEach((passage, from) => {
    for (const citation of citationsIn(passage.text)) {
      const targets = targetsOf(names, citation).filter(
        at => at !== from && passages[at]?.document !== passage.document,
      )
      if (targets.length <= MAX_TARGETS)
        for (const to of targets)
          resolved.push({ from, to, strength: ONE_PASSAGE_STRENGTH / Math.sqrt(targets.length) })
      const also =
        citation.noun === null || citation.within !== null
          ? []
          : (names.citing.get(`${citation.noun}:${citation.code}`) ?? [])
      const others = also.filter(at => at !== from && passages[at]?.document !== passage.document)
      if (others.length <= MAX_TARGETS)
        for (const to of others)
          resolved.push({ from, to, strength: SAME_CITATION_STRENGTH / Math.sqrt(others.length) })
    }
  })
  return resolved
}
