import { decodeEntities, isBreak, walkHtml } from './html-text.ts'
import type { PassageSpan } from './passage-span.ts'

/** A block of text between breaks, being gathered. */
interface Block {
  words: string
  start: number
  end: number
}

/**
 * A web page → its paragraphs, list items and table rows. Scripts, styles and forms are no text; nothing is executed or fetched.
 * Offsets are those of the markup that holds the passage; its text is the markup's with tags out and blanks run together.
 */
export const htmlPassages = (html: string): readonly PassageSpan[] => {
  const spans: PassageSpan[] = []
  const path: string[] = []
  let block: Block = { words: '', start: -1, end: -1 }
  let inside: 'paragraph' | 'item' | 'row' = 'paragraph'
  let headingLevel = 0
  let cells: string[] = []
  const heading = (): string | null =>
    path.filter(name => name !== '').length === 0 ? null : path.filter(name => name !== '').join(' > ')
  const flush = (): void => {
    const text = block.words.replace(/\s+/g, ' ').trim()
    const { start, end } = block
    block = { words: '', start: -1, end: -1 }
    if (text === '') return
    if (headingLevel > 0) {
      path.length = Math.min(path.length, headingLevel - 1)
      while (path.length < headingLevel - 1) path.push('')
      path.push(text)
      return
    }
    const firstCell = inside === 'row' ? (cells[0] ?? '') : null
    spans.push({ text, heading: heading(), shape: inside, startOffset: start, endOffset: end, firstCell })
  }
  let cellStart = 0
  const open = (name: string): void => {
    if (inside === 'row' && (name === 'td' || name === 'th')) {
      if (block.words.trim() !== '') block.words += ' | '
      cellStart = block.words.length
      return
    }
    if (!isBreak(name) || inside === 'row') return
    flush()
    if (/^h[1-6]$/.test(name)) headingLevel = Number(name.slice(1))
    if (name === 'li') inside = 'item'
    if (name === 'tr') {
      inside = 'row'
      cells = []
    }
  }
  const close = (name: string): void => {
    if (inside === 'row' && (name === 'td' || name === 'th')) {
      cells.push(block.words.slice(cellStart).replace(/\s+/g, ' ').trim())
      return
    }
    if (inside === 'row' && name !== 'tr' && name !== 'table') return
    if (!isBreak(name)) return
    flush()
    if (/^h[1-6]$/.test(name)) headingLevel = 0
    if (name === 'li' || name === 'tr' || name === 'table') inside = 'paragraph'
  }
  walkHtml(html, {
    text: (text, from) => {
      if (block.start < 0 && text.trim() === '') return
      if (block.start < 0) block.start = from + text.length - text.trimStart().length
      if (text.trim() !== '') block.end = from + text.trimEnd().length
      block.words += decodeEntities(text)
    },
    open,
    close,
  })
  flush()
  return spans
}
