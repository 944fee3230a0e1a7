import type { Problem } from '../model/problem.ts'
import { fileProblem } from './problem-codes.ts'

const bytes = (...values: number[]): readonly number[] => values
const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')]

const ZIP = [bytes(0x50, 0x4b, 0x03, 0x04), bytes(0x50, 0x4b, 0x05, 0x06)]
/** First bytes of files that are not text → what they are. */
const BINARIES: readonly (readonly [readonly number[], string])[] = [
  [ascii('%PDF'), 'a PDF document'],
  [bytes(0xd0, 0xcf, 0x11, 0xe0), 'an old Office file (.xls, .doc)'],
  [bytes(0x1f, 0x8b), 'a gzip archive'],
  [bytes(0x89, 0x50, 0x4e, 0x47), 'a PNG picture'],
  [bytes(0xff, 0xd8, 0xff), 'a JPEG picture'],
  [ascii('GIF8'), 'a GIF picture'],
  [ascii('SQLite format 3'), 'a SQLite database'],
  [ascii('Rar!'), 'a RAR archive'],
  [bytes(0x37, 0x7a, 0xbc, 0xaf), 'a 7-Zip archive'],
  [bytes(0x28, 0xb5, 0x2f, 0xfd), 'a Zstandard archive'],
  [ascii('BZh'), 'a bzip2 archive'],
  [ascii('PAR1'), 'a Parquet file'],
  [bytes(0x7f, 0x45, 0x4c, 0x46), 'a program'],
  [ascii('{\\rtf'), 'a rich text document (.rtf)'],
]

const beginsWith = (head: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => head[index] === byte)

/** What a file that is not text is, from its first bytes; null if they say nothing. */
export const sniffBinary = (head: Uint8Array, file: string): Problem | null => {
  if (ZIP.some(signature => beginsWith(head, signature))) {
    return fileProblem(
      'NOT_TEXT_XLSX',
      `${file} is not a text file: it begins like a zip archive, as Excel workbooks (.xlsx), Word and OpenDocument files do. ` +
        'Nothing was unpacked. Open it and save the sheet as "CSV UTF-8".',
      { file },
    )
  }
  const found = BINARIES.find(([signature]) => beginsWith(head, signature))
  if (found === undefined) return null
  return fileProblem(
    'NOT_TEXT',
    `${file} is ${found[1]}, not a table of text. Export the records as "CSV UTF-8" and import that file.`,
    { file },
  )
}

const HTML_START = /^<(?:!doctype\s+html|html|head|body|title|meta|table|div|script|style|svg)\b/i
const XML_START = /^<\?xml|^<!DOCTYPE|^<[A-Za-z][\w.-]*:?[\w.-]*(?:\s+[\w:.-]+\s*=\s*["'])/
const JSON_START = /^(?:\[\s*(?:[{["\]]|-?\d)|\{\s*["}])/

/** Markup and data formats that open as text but are no table. `text` is the decoded beginning of the file. */
export const sniffMarkup = (text: string, file: string): Problem | null => {
  const start = text.trimStart()
  if (HTML_START.test(start) || (start.startsWith('<?xml') && /<html[\s>]/i.test(start.slice(0, 2_000)))) {
    return fileProblem(
      'LOOKS_LIKE_HTML',
      `${file} is a web page (HTML), not a table. Perhaps a login page was saved in place of the export: sign in, export again, ` +
        'and look at the file before you import it.',
      { file },
    )
  }
  if (XML_START.test(start)) {
    return fileProblem(
      'LOOKS_LIKE_XML',
      `${file} is an XML export, not a table. Open it in a spreadsheet and save it as "CSV UTF-8".`,
      { file },
    )
  }
  if (!JSON_START.test(start)) return null
  return fileProblem('LOOKS_LIKE_JSON', `${file} is a JSON export, not a table. Export the records as CSV.`, { file })
}
