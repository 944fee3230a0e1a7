import type { Passage } from '../../../data/model/document.ts'
import { passageLabel } from './addresses.ts'
import { markSpans, type Segment } from './mark-words.ts'

/** Signs of Markdown that a reader need not see; the passage itself keeps them, and so do the files. */
const EMPHASIS: readonly RegExp[] = [
  /(\*\*|__)(?=\S)[^\n]+?(?<=\S)\1/g,
  /(?<![*\p{L}\p{N}])(\*)(?![*\s])[^*\n]+?(?<![*\s])\1(?![*\p{L}\p{N}])/gu,
  /(?<![_\p{L}\p{N}])(_)(?![_\s])[^_\n]+?(?<![_\s])\1(?![_\p{L}\p{N}])/gu,
  /(`)[^`\n]+\1/g,
]
const LINK = /\[([^\]\n]+)\]\([^)\s]*\)/g

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const emphasisEdits = (text: string): readonly Edit[] =>
  EMPHASIS.flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: sign = '', index }) => [
      { from: index, to: index + sign.length, text: '' },
      { from: index + whole.length - sign.length, to: index + whole.length, text: '' },
    ]),
  )

const linkEdits = (text: string): readonly Edit[] =>
  [...text.matchAll(LINK)].flatMap(({ 0: whole, 1: words = '', index }) => [
    { from: index, to: index + 1, text: '' },
    { from: index + 1 + words.length, to: index + whole.length, text: '' },
  ])

/** Cells of a row of a table stand apart by a dot; the bars at its ends fall away. */
const cellEdits = (text: string): readonly Edit[] =>
  [...text.matchAll(/(?<!\\)\s*\|\s*/g)].map(({ 0: bar, index }) => ({
    from: index,
    to: index + bar.length,
    text: index === 0 || index + bar.length === text.length ? '' : ' · ',
  }))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The label stands beside the words, so it is not said twice. */
const labelEdit = (text: string, label: string): readonly Edit[] => {
  const pattern = new RegExp(`^\\s*\\|?\\s*(?:\\*\\*|__)?\\(?${escaped(label)}[.:)]?(?:\\*\\*|__)?(\\s*\\||\\s)\\s*`)
  const found = pattern.exec(text)
  return found === null ? [] : [{ from: 0, to: found[0].length, text: '' }]
}

/** Changes that keep clear of each other, in their order; of two that overlap the earlier and longer stays. */
const editsOf = ({ text, shape, ...passage }: Passage): readonly Edit[] => {
  const label = labelEdit(text, passageLabel({ text, shape, ...passage }))
  const all = [...label, ...(shape === 'row' ? cellEdits(text) : []), ...emphasisEdits(text), ...linkEdits(text)]
  return all
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .reduce<Edit[]>((kept, edit) => (edit.from < (kept.at(-1)?.to ?? 0) ? kept : [...kept, edit]), [])
}

interface Shown {
  readonly text: string
  /** Where a place of the stored text stands in the shown one. */
  readonly placeOf: (offset: number) => number
}

const showText = (passage: Passage): Shown => {
  const edits = editsOf(passage)
  let text = ''
  let at = 0
  for (const edit of edits) {
    text += passage.text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  const placeOf = (offset: number): number =>
    edits.reduce((place, { from, to, text: instead }) => {
      if (offset >= to) return place - (to - from) + instead.length
      return offset > from ? place - (offset - from) : place
    }, offset)
  return { text: text + passage.text.slice(at), placeOf }
}

/** The words of a passage as a reader sees them, with the given spans of the stored text marked. */
export const showPassage = (
  passage: Passage,
  spans: readonly (readonly [from: number, to: number])[] = [],
): readonly Segment[] => {
  const { text, placeOf } = showText(passage)
  return markSpans(
    text,
    spans.map(([from, to]) => [placeOf(from), placeOf(to)]),
  )
}

export const passageWords = (passage: Passage): string => showText(passage).text
