import { linesOf, type PassageSpan, type TextLine } from './passage-span.ts'

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/
const ITEM = /^(\s*)(?:([-*+])\s+|(?=\d{1,3}[.)]\s))/
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/
const TABLE_ROW = /^\s*\|.*\|\s*$/

interface Block {
  readonly shape: 'paragraph' | 'item'
  readonly start: number
  end: number
}

/** A paragraph, a list item and a table row is a passage each; headings give the path above them. One pass, front to back. */
export const markdownPassages = (text: string, bodyOffset: number): readonly PassageSpan[] => {
  const lines = linesOf(text).filter(line => line.start >= bodyOffset)
  const spans: PassageSpan[] = []
  const path: string[] = []
  let block: Block | null = null
  const close = (): void => {
    if (block !== null) spans.push(spanOf(text, block, path))
    block = null
  }
  lines.forEach((line, index) => {
    const heading = HEADING.exec(line.text)
    if (heading !== null) {
      close()
      setHeading(path, heading[1]?.length ?? 1, heading[2] ?? '')
    } else if (line.text.trim() === '' || RULE.test(line.text)) close()
    else if (isTableRow(lines, index)) {
      close()
      if (isTableData(lines, index)) spans.push(rowSpan(line, path))
    } else block = extended(block, line, close)
  })
  close()
  return spans
}

const headingOf = (path: readonly string[]): string | null => {
  const named = path.filter(name => name !== '')
  return named.length === 0 ? null : named.join(' > ')
}

const setHeading = (path: string[], level: number, name: string): void => {
  path.length = Math.min(path.length, level - 1)
  while (path.length < level - 1) path.push('')
  path.push(name)
}

const spanOf = (text: string, { start, end, shape }: Block, path: readonly string[]): PassageSpan => ({
  text: text.slice(start, end),
  heading: headingOf(path),
  shape,
  startOffset: start,
  endOffset: end,
  firstCell: null,
})

/** The block that a line goes on with, or the new one it begins. */
const extended = (block: Block | null, line: TextLine, close: () => void): Block => {
  const end = line.start + line.text.trimEnd().length
  const item = ITEM.exec(line.text)
  if (item !== null) {
    close()
    return { shape: 'item', start: line.start + item[0].length, end }
  }
  if (block !== null) {
    block.end = end
    return block
  }
  const indent = line.text.length - line.text.trimStart().length
  return { shape: 'paragraph', start: line.start + indent, end }
}

const isTableRow = (lines: readonly TextLine[], index: number): boolean => {
  const text = lines[index]?.text ?? ''
  return TABLE_ROW.test(text) || (text.includes('|') && TABLE_RULE.test(text))
}

/** Neither the rule nor the header above it. */
const isTableData = (lines: readonly TextLine[], index: number): boolean => {
  const next = lines[index + 1]?.text ?? ''
  return !TABLE_RULE.test(lines[index]?.text ?? '') && !(next.includes('|') && TABLE_RULE.test(next))
}

/** The row without its outer bars. */
const rowSpan = ({ text, start }: TextLine, path: readonly string[]): PassageSpan => {
  const from = text.indexOf('|') + 1
  const inner = text.slice(from, text.lastIndexOf('|'))
  const lead = inner.length - inner.trimStart().length
  const words = inner.trim()
  const startOffset = start + from + lead
  return {
    text: words,
    heading: headingOf(path),
    shape: 'row',
    startOffset,
    endOffset: startOffset + words.length,
    firstCell: (words.split('|')[0] ?? '').trim(),
  }
}
