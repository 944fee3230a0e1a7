import { linesOf, type PassageSpan, type TextLine } from './passage-span.ts'

/** Text of a PDF laid out in pages: lines that stand on every page are known, and pages may have two columns. */
export interface PageLayout {
  readonly pageLines: readonly string[]
  /** Beginnings of entries that are left out. */
  readonly leaveOut: readonly string[]
}

export interface PagesRead {
  readonly spans: readonly PassageSpan[]
  readonly leftOutCount: number
}

interface Page {
  number: string | null
  readonly lines: TextLine[]
}

const indentOf = (text: string): number => text.length - text.trimStart().length

/** "— 34 —" */
const PAGE_NUMBER = /^[—–-]\s*(\d{1,4})\s*[—–-]$/

/** Pages begin at a known page line or number that follows text. The lines themselves are no text of the document. */
const pagesOf = (text: string, pageLines: ReadonlySet<string>): readonly Page[] => {
  const pages: Page[] = []
  let page: Page = { number: null, lines: [] }
  for (const line of linesOf(text)) {
    const trimmed = line.text.trim()
    const number = PAGE_NUMBER.exec(trimmed)?.[1] ?? null
    if (number === null && !pageLines.has(trimmed)) {
      page.lines.push(line)
      continue
    }
    if (page.lines.some(({ text: words }) => words.trim() !== '')) {
      pages.push(page)
      page = { number: null, lines: [] }
    }
    if (number !== null) page.number = number
  }
  return [...pages, page]
}

/** Least share (0–1) of a page's lines that a column must have before the page is taken to have two. */
const COLUMN_SHARE = 0.2
/** Most lines (0–1) that may run across the gap between two columns: headings do. */
const ACROSS_SHARE = 0.06
/** Characters within which the lines of a right column begin: paragraphs are set in. */
const RIGHT_START = 5

interface Sides {
  leftCount: number
  rightCount: number
  acrossCount: number
}

/** How the lines of a page lie about one place: left of it, beginning right at it, or running across. */
const sidesAt = (lines: readonly string[], at: number): Sides => {
  const sides = { leftCount: 0, rightCount: 0, acrossCount: 0 }
  for (const text of lines) {
    const right = text.slice(at)
    const isGap = text.slice(at - 2, at).trim() === ''
    if (!isGap && right.trim() !== '') sides.acrossCount += 1
    if (!isGap) continue
    if (text.slice(0, at).trim() !== '') sides.leftCount += 1
    if (right.trim() !== '' && indentOf(right) < RIGHT_START) sides.rightCount += 1
  }
  return sides
}

/** Where the right column begins, or null: the place that most lines of the right begin at and hardly one runs across. */
const gutterOf = (lines: readonly TextLine[]): number | null => {
  const filled = lines.map(({ text }) => text.trimEnd()).filter(text => text !== '')
  const longest = filled.reduce((most, text) => Math.max(most, text.length), 0)
  const least = Math.max(3, filled.length * COLUMN_SHARE)
  let best: { readonly at: number; readonly rightCount: number } | null = null
  for (let at = 24; at < longest - 12; at += 1) {
    const { leftCount, rightCount, acrossCount } = sidesAt(filled, at)
    const isGutter = acrossCount <= filled.length * ACROSS_SHARE && leftCount >= least && rightCount >= least
    if (isGutter && rightCount >= (best?.rightCount ?? 0)) best = { at, rightCount }
  }
  return best?.at ?? null
}

const part = ({ text, start }: TextLine, from: number, to?: number): TextLine => ({
  text: text.slice(from, to),
  start: start + from,
})

const columnsOf = (lines: readonly TextLine[]): readonly (readonly TextLine[])[] => {
  const gutter = gutterOf(lines)
  if (gutter === null) return [lines]
  return [lines.map(line => part(line, 0, gutter)), lines.map(line => part(line, gutter))]
}

/** "3.3.4. Dur a terme": a numbered heading or measure begins a passage though no blank line stands before it. */
const NUMBERED = /^\d+(?:\.\d+)+\.?\s/
/** "Suports totals: 16" */
const ENTRY = /^\p{Lu}[\p{L}’' ]{2,60}:/u
/** Blanks by which the first line of a paragraph is set in. */
const INDENT_MIN = 3

/** An entry that is being left out goes on over blank lines, columns and pages, until the next entry or numbered heading. */
interface LeavingOut {
  readonly starts: readonly string[]
  isOpen: boolean
  count: number
}

/** A line after a gap goes on with the sentence before it: on pages of two columns, the gap is only where the other column has text. */
const goesOn = (last: string, next: string): boolean => !/[.:;?!»”)]$/.test(last.trim()) && /^\p{Ll}/u.test(next)

/** Lines of one column → blocks of lines that belong together. */
const blocksOf = (lines: readonly TextLine[], leavingOut: LeavingOut): readonly (readonly TextLine[])[] => {
  const blocks: TextLine[][] = []
  let block: TextLine[] = []
  let isAfterGap = false
  const close = (): void => {
    if (block.length > 0) blocks.push(block)
    block = []
  }
  for (const line of lines) {
    const trimmed = line.text.trim()
    if (trimmed === '') {
      isAfterGap = true
      continue
    }
    if (isLeftOut(trimmed, leavingOut)) close()
    else {
      const last = block[block.length - 1]
      if (last !== undefined && beginsBlock(line, last, isAfterGap)) close()
      block.push(line)
    }
    isAfterGap = false
  }
  close()
  return blocks
}

const isLeftOut = (line: string, leavingOut: LeavingOut): boolean => {
  const isStart = leavingOut.starts.some(start => line.startsWith(start))
  if (isStart) leavingOut.count += 1
  if (isStart) leavingOut.isOpen = true
  else if (ENTRY.test(line) || NUMBERED.test(line)) leavingOut.isOpen = false
  return leavingOut.isOpen
}

const beginsBlock = (line: TextLine, last: TextLine, isAfterGap: boolean): boolean => {
  const trimmed = line.text.trim()
  if (NUMBERED.test(trimmed) || indentOf(line.text) >= indentOf(last.text) + INDENT_MIN) return true
  return isAfterGap && !goesOn(last.text, trimmed)
}

const spanOf = (block: readonly TextLine[], heading: string | null): PassageSpan => {
  const [first] = block
  const last = block[block.length - 1]
  const startOffset = (first?.start ?? 0) + indentOf(first?.text ?? '')
  const endOffset = (last?.start ?? 0) + (last?.text.trimEnd().length ?? 0)
  const text = block.map(line => line.text.trim()).join('\n')
  return { text, heading, shape: 'paragraph', startOffset, endOffset, firstCell: null }
}

/**
 * Text with page layout → paragraphs, the left column of a page before the right one. A passage's words are exact, line by line;
 * its offsets run from its first to its last character, so that on a page of two columns the other column lies in between.
 */
export const pagePassages = (text: string, layout: PageLayout): PagesRead => {
  const spans: PassageSpan[] = []
  const leavingOut: LeavingOut = { starts: layout.leaveOut, isOpen: false, count: 0 }
  for (const { number, lines } of pagesOf(text, new Set(layout.pageLines.map(line => line.trim())))) {
    for (const column of columnsOf(lines)) {
      const blocks = blocksOf(column, leavingOut)
      spans.push(...blocks.map(block => spanOf(block, number === null ? null : `p. ${number}`)))
    }
  }
  return { spans, leftOutCount: leavingOut.count }
}
