import type { ColumnMapping } from '../model/column-mapping.ts'
import type { Problem } from '../model/problem.ts'
import type { ImportSource } from './decoded-record.ts'
import { detectDialect, isBlankLine } from './detect-dialect.ts'
import { decodeHead, detectEncoding, readBytes } from './detect-encoding.ts'
import { documentKindOf, type DocumentKind } from './documents/prepare-document.ts'
import { readFrontMatter } from './documents/front-matter.ts'
import { emptyFile, headerProblems, notRecognised } from './file-problems.ts'
import { findHeader } from './find-header.ts'
import { guessColumns, type ColumnGuess } from './guess-columns.ts'
import { headerNames, joinHeader } from './header-names.ts'
import { recognise, type Recognition } from './recognise.ts'
import { sniffMarkup } from './sniff-content.ts'

/** Rows shown below each column, for a person to tell what it holds. */
const SHOWN_ROWS = 5
const SHOWN_CHARS = 120

export interface FilePreview {
  readonly sha256: string
  readonly byteCount: number
  readonly encoding: string | null
  readonly delimiter: string | null
  /** Row that holds the names of the columns, from 1. */
  readonly headerRow: number | null
  readonly columns: readonly { readonly name: string; readonly cells: readonly string[] }[]
  readonly guesses: readonly ColumnGuess[]
  /** The format whose columns these are; null = none that we know. */
  readonly found: { readonly name: string; readonly because: string; readonly mapping: ColumnMapping } | null
  /** What a document is by its name or its words; null = a table. */
  readonly documentKind: DocumentKind | null
  /** What a document says about itself. */
  readonly entries: Readonly<Record<string, string>>
  /** Why it cannot be read at all, or is not recognised. */
  readonly problems: readonly Problem[]
}

const NOTHING: Omit<FilePreview, 'sha256' | 'byteCount' | 'problems'> = {
  encoding: null,
  delimiter: null,
  headerRow: null,
  columns: [],
  guesses: [],
  found: null,
  documentKind: null,
  entries: {},
}

const cut = (cell: string): string => (cell.length > SHOWN_CHARS ? `${cell.slice(0, SHOWN_CHARS)}…` : cell)

/** A web page is a document, whatever its file is called: nobody keeps a table in one. */
const kindOf = (name: string, head: string): DocumentKind | null =>
  documentKindOf(name, undefined) ?? (sniffMarkup(head, name)?.code === 'LOOKS_LIKE_HTML' ? 'html' : null)

const foundIn = (recognition: Recognition): FilePreview['found'] =>
  recognition.kind === 'mapping'
    ? { name: recognition.name, because: recognition.because, mapping: recognition.mapping }
    : null

const previewTable = (head: string, name: string, today: string): Omit<FilePreview, 'sha256' | 'byteCount'> => {
  const markup = sniffMarkup(head, name)
  if (markup !== null) return { ...NOTHING, problems: [markup] }
  const isKnown = (cells: readonly string[]): boolean => recognise(cells, name).kind !== 'unknown'
  const { delimiter, sample } = detectDialect(head, isKnown)
  const header = findHeader(sample, isKnown, undefined)
  const refused = headerProblems(header, name).filter(({ severity }) => severity === 'refuse')
  if (refused.length > 0) return { ...NOTHING, delimiter, problems: refused }
  const below = sample.slice(header.index + 1).filter(cells => !isBlankLine(cells))
  const recognition = recognise(header.cells, name, undefined, below)
  const isTwoRows = recognition.kind === 'mapping' && recognition.mapping.file?.headerJoins !== undefined
  const names = headerNames(isTwoRows ? joinHeader(header.cells, below[0] ?? []) : header.cells)
  const rows = below.filter(cells => cells.length === header.cells.length)
  return {
    ...NOTHING,
    delimiter,
    headerRow: header.index + 1,
    columns: names.map((column, at) => ({
      name: column,
      cells: rows.slice(0, SHOWN_ROWS).map(cells => cut(cells[at] ?? '')),
    })),
    guesses: guessColumns(names, rows, today),
    found: foundIn(recognition),
    problems: recognition.kind === 'mapping' ? [] : [notRecognised(recognition, name, names)],
  }
}

/** What a file seems to be, for the person who is to say whether it is: read from its beginning, and once through for its hash. */
export const previewFile = async (source: ImportSource, options: { readonly today: string }): Promise<FilePreview> => {
  const read = await readBytes(source)
  if ('problem' in read) return { ...NOTHING, sha256: '', byteCount: 0, problems: [read.problem] }
  const { sha256, byteCount } = read
  const { encoding, problems } = detectEncoding(read, source.name)
  if (encoding === null) return { ...NOTHING, sha256, byteCount, problems }
  const head = decodeHead(read.head, encoding)
  if (head.trim() === '' && byteCount <= read.head.length)
    return { ...NOTHING, sha256, byteCount, encoding, problems: [emptyFile(source.name)] }
  const documentKind = kindOf(source.name, head)
  const entries = documentKind === null || documentKind === 'html' ? {} : (readFrontMatter(head)?.entries ?? {})
  if (documentKind !== null) return { ...NOTHING, sha256, byteCount, encoding, documentKind, entries, problems: [] }
  return { ...previewTable(head, source.name, options.today), sha256, byteCount, encoding }
}
