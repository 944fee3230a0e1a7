// Longer than most: strict reading and starting again after damage are one loop over one window.
import { parse } from 'csv-parse/sync'
import { CELL_LINES_MAX } from './limits.ts'

/**
 * The only file that imports csv-parse. Text comes a piece at a time and is parsed window by window, strictly. csv-parse goes on
 * after a damaged record where it thinks the next one starts, and loses good rows that way: here the reader stops at the first
 * damage, sets that one line aside and starts again at the next line, so that a damaged row takes no neighbour along.
 */
export type CsvDamage = 'INVALID_OPENING_QUOTE' | 'INVALID_CLOSING_QUOTE' | 'QUOTE_NOT_CLOSED'

export interface CsvRow {
  /** `cells`: a record; `blank`: a line of blanks; `damaged`: a line that is no record; `end-mark`: a lone Ctrl-Z at the end. */
  readonly kind: 'cells' | 'blank' | 'damaged' | 'end-mark'
  /** Row in the file from 1, blank lines counted, as a spreadsheet counts. */
  readonly row: number
  /** First text line from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The record as it stood, without its line end. */
  readonly raw: string
  readonly newline: '' | '\n' | '\r' | '\r\n'
  /** UTF-16 units of text before the record. */
  readonly startOffset: number
  readonly damage: CsvDamage | null
  /** A cell of more than 20 lines, or one whose inner lines look like rows of this file. */
  readonly spansRows: boolean
  /** Cells too many were joined into the last one, as the mapping says. */
  readonly hasJoinedCells?: boolean
}

export interface CsvOptions {
  readonly delimiter: string
  /** Lines to leave out at the start (a `sep=` line). */
  readonly skipLines?: number
}

/** 256 kB: large enough that starting the parser costs nothing, small enough that memory is flat. */
const WINDOW_BYTES = 256 * 1024
/** After a damaged line, an opening quote that never closes is damage of that line alone; this often and no more. */
const LENIENT_QUOTES_MAX = 20

interface Position {
  row: number
  line: number
  offset: number
  /** Cells of the first record: what a row is wide. */
  width: number | null
  isAfterDamage: boolean
  lenientCount: number
  hasEnded: boolean
}

const STOP = new Error('stop')
const DAMAGES: Readonly<Record<string, CsvDamage>> = {
  INVALID_OPENING_QUOTE: 'INVALID_OPENING_QUOTE',
  CSV_INVALID_CLOSING_QUOTE: 'INVALID_CLOSING_QUOTE',
  CSV_QUOTE_NOT_CLOSED: 'QUOTE_NOT_CLOSED',
}

interface Parsed {
  readonly records: readonly { readonly cells: readonly string[]; readonly endByte: number }[]
  readonly damage: CsvDamage | null
}

/** Parses until the end of the text, the first damage, or (with `recordsMax`) enough records. */
const parseStrictly = (text: Buffer, delimiter: string, recordsMax = Infinity): Parsed => {
  const records: { cells: string[]; endByte: number }[] = []
  let damage: CsvDamage | null = null
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Widths are compared by the caller, who keeps the cells of a row of the wrong width; nothing else is relaxed.
      relax_column_count: true,
      skip_records_with_error: true,
      on_skip: error => {
        const known = DAMAGES[error?.code ?? '']
        if (known === undefined) throw error ?? STOP
        damage = known
        throw STOP
      },
      on_record: (cells: string[], info) => {
        records.push({ cells, endByte: info.bytes })
        if (records.length >= recordsMax) throw STOP
        return null
      },
    })
  } catch (error) {
    if (error !== STOP) throw error
  }
  return { records, damage }
}

const LF = 0x0a
const CR = 0x0d

const lineEnd = (text: Buffer, from: number): number => {
  const lf = text.indexOf(LF, from)
  const cr = text.subarray(from, lf < 0 ? undefined : lf).indexOf(CR)
  if (cr < 0) return lf < 0 ? -1 : lf + 1
  const at = from + cr
  return text[at + 1] === LF ? at + 2 : at + 1
}

const newlineOf = (text: Buffer, end: number): CsvRow['newline'] => {
  const last = text[end - 1]
  if (last === LF) return text[end - 2] === CR ? '\r\n' : '\n'
  return last === CR ? '\r' : ''
}

const countLines = (text: string): number => (text.match(/\r\n|\n|\r/g) ?? []).length

/** Letters → A, digits → 9, runs shortened: refs of one file mostly share a shape. */
const shapeOf = (cell: string): string =>
  cell
    .trim()
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9')

const spansRows = (cells: readonly string[], raw: string, delimiter: string, width: number | null): boolean => {
  if (!raw.includes('"') || !/[\n\r]/.test(raw)) return false
  const expected = width ?? cells.length
  const shape = shapeOf(cells[0] ?? '')
  return cells.some(cell => {
    const lines = cell.split(/\r\n|\n|\r/)
    if (lines.length > CELL_LINES_MAX) return true
    if (lines.length === 1 || expected < 3) return false
    return lines.slice(1).some(line => {
      const parts = line.split(delimiter)
      return parts.length === expected && shapeOf(parts[0] ?? '') === shape
    })
  })
}

/** Whether a line further down in a record of the wrong width is a row of the right width: then the quote is the damage. */
const hidesRow = (raw: string, delimiter: string, width: number): boolean =>
  raw
    .split(/\r\n|\n|\r/)
    .slice(1)
    .some(line => line.split(delimiter).length === width)

/** Parses a window from its start; gives the rows and how many bytes they took. */
const readWindow = (
  window: Buffer,
  isLast: boolean,
  delimiter: string,
  at: Position,
): { readonly rows: CsvRow[]; readonly usedBytes: number } => {
  const rows: CsvRow[] = []
  let used = 0
  const take = (end: number, kind: CsvRow['kind'], cells: readonly string[], damage: CsvDamage | null): CsvRow => {
    const newline = newlineOf(window, end)
    const withEnd = window.toString('utf8', used, end)
    const raw = newline === '' ? withEnd : withEnd.slice(0, -newline.length)
    const isBlank = kind === 'cells' && raw.trim() === ''
    const isEndMark = isBlank === false && kind === 'cells' && raw.trim() === '\x1a'
    const row: CsvRow = {
      kind: isBlank ? 'blank' : isEndMark ? 'end-mark' : kind,
      row: at.row,
      line: at.line,
      cells,
      raw,
      newline,
      startOffset: at.offset,
      damage,
      spansRows: kind === 'cells' && spansRows(cells, raw, delimiter, at.width),
    }
    at.row += 1
    at.line += countLines(withEnd)
    at.offset += withEnd.length
    at.isAfterDamage = damage !== null
    if (row.kind === 'cells') at.width ??= cells.length
    used = end
    rows.push(row)
    return row
  }
  /** Sets one line aside; false if its end is not in the window yet. */
  const takeDamagedLine = (damage: CsvDamage): boolean => {
    const end = lineEnd(window, used)
    if (!isLast && (end < 0 || end >= window.length)) return false
    take(end < 0 ? window.length : end, 'damaged', [], damage)
    return true
  }

  while (used < window.length && !at.hasEnded) {
    const start = used
    const { records, damage } = parseStrictly(window.subarray(start), delimiter)
    // Without more text the last record may be half a record, and its line end half a line end.
    const whole = damage === null && !isLast ? records.slice(0, -1) : records
    let isCut = false
    for (const record of whole) {
      const end = start + record.endByte
      const raw = window.toString('utf8', used, end)
      if (
        at.width !== null &&
        record.cells.length !== at.width &&
        /[\n\r]./s.test(raw) &&
        hidesRow(raw, delimiter, at.width)
      ) {
        isCut = takeDamagedLine('INVALID_OPENING_QUOTE')
        break
      }
      take(end, 'cells', record.cells, null)
    }
    if (isCut) continue
    if (damage === null) break
    if (damage !== 'QUOTE_NOT_CLOSED') {
      if (!takeDamagedLine(damage)) break
      continue
    }
    if (!isLast) break
    const isLenient = at.isAfterDamage && at.lenientCount < LENIENT_QUOTES_MAX
    at.lenientCount += 1
    if (isLenient) takeDamagedLine('INVALID_OPENING_QUOTE')
    else {
      take(window.length, 'damaged', [], damage)
      at.hasEnded = true
    }
  }
  return { rows, usedBytes: used }
}

/** UTF-8 text without byte order mark → rows, a batch at a time, in the order of the file. Ends after a quote that never closes. */
export async function* readCsv(text: AsyncIterable<Buffer>, options: CsvOptions): AsyncGenerator<readonly CsvRow[]> {
  const at: Position = {
    row: 1,
    line: 1,
    offset: 0,
    width: null,
    isAfterDamage: false,
    lenientCount: 0,
    hasEnded: false,
  }
  let parts: Buffer[] = []
  let size = 0
  let wanted = WINDOW_BYTES
  let linesToSkip = options.skipLines ?? 0
  const run = (isLast: boolean): readonly CsvRow[] => {
    let window: Buffer = Buffer.concat(parts)
    for (; linesToSkip > 0; linesToSkip -= 1) window = skipLine(window, at)
    const { rows, usedBytes } = readWindow(window, isLast, options.delimiter, at)
    // A copy, so that the rest does not keep the whole window alive.
    const rest = Buffer.from(window.subarray(usedBytes))
    parts = [rest]
    size = rest.length
    // A record longer than the window: the window doubles, so that the work stays linear.
    wanted = Math.max(WINDOW_BYTES, size * 2)
    return rows
  }
  for await (const chunk of text) {
    parts.push(chunk)
    size += chunk.length
    if (size < wanted || at.hasEnded) continue
    const rows = run(false)
    if (rows.length > 0) yield rows
    if (at.hasEnded) return
  }
  const rows = run(true)
  if (rows.length > 0) yield rows
}

const skipLine = (window: Buffer, at: Position): Buffer => {
  const end = lineEnd(window, 0)
  const skipped = end < 0 ? window.length : end
  at.line += 1
  at.offset += window.toString('utf8', 0, skipped).length
  return window.subarray(skipped)
}

/** The first records of a text, as far as they can be read: for finding delimiter and header. */
export const parseSample = (text: string, delimiter: string, recordsMax: number): readonly (readonly string[])[] =>
  parseStrictly(Buffer.from(text, 'utf8'), delimiter, recordsMax).records.map(record => record.cells)
