export interface Segment {
  readonly text: string
  readonly isMarked: boolean
}

type Span = readonly [number, number]

const merge = (spans: readonly Span[], length: number): readonly Span[] => {
  const merged: [number, number][] = []
  const inside = spans.filter(([from, to]) => from >= 0 && to > from && to <= length).toSorted((a, b) => a[0] - b[0])
  for (const [from, to] of inside) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** A text cut into marked and unmarked pieces. Spans are [start, end) in UTF-16 units; those outside the text are left out. */
export const markSpans = (text: string, spans: readonly Span[]): readonly Segment[] => {
  const segments: Segment[] = []
  let at = 0
  for (const [from, to] of merge(spans, text.length)) {
    if (from > at) segments.push({ text: text.slice(at, from), isMarked: false })
    segments.push({ text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) segments.push({ text: text.slice(at), isMarked: false })
  return segments
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Where the words that a person looked for stand in a text: whole words at their start, so that "cross" marks "crossing". */
export const findTerms = (text: string, terms: readonly string[]): readonly Span[] => {
  const low = text.toLowerCase()
  return terms
    .map(term => term.trim().toLowerCase())
    .filter(term => term.length > 2)
    .flatMap(term => {
      const spans: Span[] = []
      for (let at = low.indexOf(term); at >= 0; at = low.indexOf(term, at + term.length)) {
        if (isLetter(low[at - 1])) continue
        let end = at + term.length
        while (isLetter(low[end])) end += 1
        spans.push([at, end])
      }
      return spans
    })
}

/**
 * The segments that a reader sees first, `length` characters of them: from the beginning, or, where the first marked word stands
 * further in, from a little before it.
 */
export const firstSegments = (segments: readonly Segment[], length: number): readonly Segment[] => {
  const first = segments.findIndex(({ isMarked }) => isMarked)
  const before = first < 0 ? 0 : segments.slice(0, first).reduce((sum, { text }) => sum + text.length, 0)
  const start = before > length / 2 ? before - length / 4 : 0
  let at = 0
  const cut = segments.flatMap(({ text, isMarked }) => {
    const from = Math.max(0, start - at)
    const part = text.slice(from, Math.max(from, start + length - at))
    at += text.length
    return part === '' ? [] : [{ text: part, isMarked }]
  })
  return start > 0 ? [{ text: '… ', isMarked: false }, ...cut] : cut
}

/** The words at these places, each once, in their order. */
export const wordsAt = (text: string, spans: readonly (readonly [start: number, end: number])[]): readonly string[] => [
  ...new Set(
    [...spans].sort(([one], [other]) => one - other).map(([start, end]) => text.slice(start, end).toLowerCase()),
  ),
]
