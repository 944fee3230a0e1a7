import { internPair, type PairTable } from './pair-table.ts'
import type { IdLists } from './packed-lists.ts'
import type { ReadTexts } from './read-texts.ts'
import { createIntList, pushInt, sharedInts, type IntList } from './shared-arrays.ts'
import type { TermFacts } from './term-facts.ts'

/** Different terms of each passage in order, and how often its own words have them; 0: only its heading has it. */
export interface LaidWords extends IdLists {
  readonly counts: Int32Array
}

const inUse = ({ values, length }: IntList): Int32Array => values.subarray(0, length)

/** Terms of each passage, each once: its own words, then what only its heading has. */
export const layWords = (texts: ReadTexts, passageCount: number, termCount: number): LaidWords => {
  const starts = sharedInts(passageCount + 1)
  const ids = createIntList()
  const counts = createIntList()
  const placeOf = new Int32Array(termCount).fill(-1)
  const lay = (term: number, from: number, count: number): void => {
    const place = placeOf[term]!
    if (place >= from) counts.values[place]! += count
    else {
      placeOf[term] = ids.length
      pushInt(ids, term)
      pushInt(counts, count)
    }
  }
  for (let at = 0; at < passageCount; at += 1) {
    const from = ids.length
    const own = texts.headingEnd.values[at]!
    for (let i = own; i < texts.begin.values[at + 1]!; i += 1) lay(texts.terms.values[i]!, from, 1)
    for (let i = texts.begin.values[at]!; i < own; i += 1) lay(texts.terms.values[i]!, from, 0)
    starts[at + 1] = ids.length
  }
  return { starts, ids: inUse(ids), counts: inUse(counts) }
}

/** Terms of each passage's heading, each once. */
export const layHeadings = (texts: ReadTexts, passageCount: number, termCount: number): IdLists => {
  const starts = sharedInts(passageCount + 1)
  const ids = createIntList()
  const lastIn = new Int32Array(termCount).fill(-1)
  for (let at = 0; at < passageCount; at += 1) {
    for (let i = texts.begin.values[at]!; i < texts.headingEnd.values[at]!; i += 1) {
      const term = texts.terms.values[i]!
      if (lastIn[term] === at) continue
      lastIn[term] = at
      pushInt(ids, term)
    }
    starts[at + 1] = ids.length
  }
  return { starts, ids: inUse(ids) }
}

/** Neighbouring words of each passage, each pair once; gives `table` the pairs it did not have. */
export const layPairs = (texts: ReadTexts, passageCount: number, table: PairTable): IdLists => {
  const starts = sharedInts(passageCount + 1)
  const ids = createIntList()
  const lastIn = createIntList()
  for (let at = 0; at < passageCount; at += 1) {
    for (let i = texts.headingEnd.values[at]! + 1; i < texts.begin.values[at + 1]!; i += 1) {
      const pair = internPair(table, texts.terms.values[i - 1]!, texts.terms.values[i]!)
      if (pair === lastIn.length) pushInt(lastIn, -1)
      if (lastIn.values[pair] === at) continue
      lastIn.values[pair] = at
      pushInt(ids, pair)
    }
    starts[at + 1] = ids.length
  }
  return { starts, ids: inUse(ids) }
}

/** Concepts of each passage. */
export const layConcepts = ({ conceptBegin, concepts }: ReadTexts, passageCount: number): IdLists => ({
  starts: conceptBegin.values.slice(0, passageCount + 1),
  ids: concepts.values.slice(0, conceptBegin.values[passageCount]),
})

/**
 * Character grams of each passage, each once. Not kept as lists, for they are six times the words: `take` is told of each, and
 * whoever needs them twice asks twice.
 */
export const eachGram = (
  { starts, ids }: LaidWords,
  { gramStart, grams }: TermFacts,
  gramCount: number,
  take: (at: number, gram: number) => void,
): void => {
  const lastIn = new Int32Array(gramCount).fill(-1)
  for (let at = 0; at + 1 < starts.length; at += 1)
    for (let i = starts[at]!; i < starts[at + 1]!; i += 1) {
      const term = ids[i]!
      for (let g = gramStart.values[term]!; g < gramStart.values[term + 1]!; g += 1) {
        const gram = grams.values[g]!
        if (lastIn[gram] === at) continue
        lastIn[gram] = at
        take(at, gram)
      }
    }
}
