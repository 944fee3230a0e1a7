/** One quotable span found in a document, before it is numbered. */
export interface PassageSpan {
  readonly text: string
  readonly heading: string | null
  readonly shape: 'paragraph' | 'row' | 'clause' | 'item'
  /** UTF-16 units in the text of the file, without byte order mark. For flowing text, exactly these units are `text`. */
  readonly startOffset: number
  readonly endOffset: number
  /** First cell of a table row, the only place a row's label can stand. */
  readonly firstCell: string | null
}

/** "4.3", "R17", "12a", "(3)" at the beginning of a paragraph. */
const LABEL = /^\(?([A-Z]{0,3}\d+(?:\.\d+)*[a-z]?)[.:)]?\s/
const CELL_LABEL = /^[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?$/

const labelOf = ({ firstCell, text }: PassageSpan): string | null => {
  if (firstCell !== null) return CELL_LABEL.test(firstCell) ? firstCell : null
  return LABEL.exec(text)?.[1] ?? null
}

export interface LabelledPassage extends Omit<PassageSpan, 'firstCell'> {
  readonly ordinal: number
  readonly label: string
}

/** Numbers the passages and gives each the label it bears; one without, or whose label was used before, is p{ordinal}. */
export const labelPassages = (spans: readonly PassageSpan[]): readonly LabelledPassage[] => {
  const used = new Set<string>()
  return spans.map((span, index) => {
    const ordinal = index + 1
    const own = labelOf(span)
    const label = own === null || used.has(own) ? `p${ordinal}` : own
    used.add(label)
    const { text, heading, startOffset, endOffset } = span
    const shape = span.shape === 'paragraph' && label === own ? 'clause' : span.shape
    return { text, heading, startOffset, endOffset, shape, ordinal, label }
  })
}

export interface TextLine {
  readonly text: string
  readonly start: number
}

/** Lines with their places; line ends are not part of them. */
export const linesOf = (text: string): readonly TextLine[] => {
  const lines: TextLine[] = []
  const ends = /\r\n|\n|\r|\f/g
  let start = 0
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ text: text.slice(start, end.index), start })
    start = ends.lastIndex
  }
  lines.push({ text: text.slice(start), start })
  return lines
}
