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
