/** [start, end) of a sentence in UTF-16 units of the text, without the white space around it. */
export interface Span {
  readonly start: number
  readonly end: number
}

// A full stop after these does not end a sentence, though a capital follows.
const ABBREVIATION =
  /(?:^|[\s(])(?:Cllr|Cllrs|Mr|Mrs|Ms|Dr|Rev|St|No|Nos|Para|Paras|para|paras|App|Fig|Ref|ref|Rd|Ave|approx|e\.g|i\.e|vs|c|p|pp|Hon|Ald)\.\s*$/
/** Characters of one sentence looked at for an abbreviation at its end. */
const TAIL_LENGTH = 12

/**
 * Characters given to the segmenter at once: its cost per sentence grows with the length of the string it is given (100 kB
 * of line breaks take 1.2 s whole, 60 ms so). A longer sentence is cut here.
 */
const WINDOW_LENGTH = 500

let segmenter: Intl.Segmenter | null = null

const trimmed = (text: string, start: number, end: number): Span | null => {
  let from = start
  let to = end
  while (from < to && text.charCodeAt(from) <= 32) from += 1
  while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1
  return from < to ? { start: from, end: to } : null
}

/** Ends of the sentences of one window; the last, which the window may have cut, only where nothing else was found. */
const endsInWindow = (text: string, from: number): number[] => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' })
  const to = Math.min(text.length, from + WINDOW_LENGTH)
  const ends: number[] = []
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) ends.push(from + index + segment.length)
  if (to < text.length && ends.length > 1) ends.pop()
  return ends
}

/** Sentences by `Intl.Segmenter`, joined again after a known abbreviation ("Cllr. Hale"). Linear in the text's length. */
export const sentencesOf = (text: string): readonly Span[] => {
  const spans: Span[] = []
  let start = 0
  for (let from = 0; from < text.length;) {
    for (const end of endsInWindow(text, from)) {
      from = end
      if (end < text.length && ABBREVIATION.test(text.slice(Math.max(start, end - TAIL_LENGTH), end))) continue
      const span = trimmed(text, start, end)
      if (span !== null) spans.push(span)
      start = end
    }
  }
  return spans
}
