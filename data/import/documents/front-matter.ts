import { linesOf } from './passage-span.ts'

export interface FrontMatter {
  /** Key → value, both as written. */
  readonly entries: Readonly<Record<string, string>>
  /** Lines that are no `key: value`, with their numbers. */
  readonly badLines: readonly { readonly line: number; readonly text: string }[]
  /** Where the text of the document begins. */
  readonly bodyOffset: number
}

/** Flat `key: value` lines between two lines of `---` at the very start; null where a file has none. No other YAML is read. */
export const readFrontMatter = (text: string): FrontMatter | null => {
  const lines = linesOf(text)
  if (lines[0]?.text.trim() !== '---') return null
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === '---')
  if (end < 0) return null
  const entries: Record<string, string> = {}
  const badLines: { line: number; text: string }[] = []
  lines.slice(1, end).forEach((line, index) => {
    const found = /^([A-Za-z_][\w-]*)\s*:(.*)$/.exec(line.text)
    const [, key, value] = found ?? []
    if (key !== undefined && value !== undefined) entries[key] = unquoted(value.trim())
    else if (line.text.trim() !== '' && !line.text.trim().startsWith('#'))
      badLines.push({ line: index + 2, text: line.text })
  })
  return { entries, badLines, bodyOffset: lines[end + 1]?.start ?? text.length }
}

const unquoted = (value: string): string => /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1] ?? value
