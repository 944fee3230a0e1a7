import { linesOf, type PassageSpan } from './passage-span.ts'

/** Plain text: blocks between blank lines. Headings cannot be told from short paragraphs, so there are none. */
export const textPassages = (text: string, bodyOffset: number): readonly PassageSpan[] => {
  const spans: PassageSpan[] = []
  let start = -1
  let end = -1
  const close = (): void => {
    if (start >= 0) {
      spans.push({
        text: text.slice(start, end),
        heading: null,
        shape: 'paragraph',
        startOffset: start,
        endOffset: end,
        firstCell: null,
      })
    }
    start = -1
  }
  for (const line of linesOf(text)) {
    if (line.start < bodyOffset || line.text.trim() === '') {
      close()
      continue
    }
    if (start < 0) start = line.start + line.text.length - line.text.trimStart().length
    end = line.start + line.text.trimEnd().length
  }
  close()
  return spans
}
