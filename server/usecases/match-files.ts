import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'
import type { ImportSource } from '../../data/import/decoded-record.ts'
import { readTable, type TableRow } from '../../data/import/read-table.ts'
import { STAGES, type Stage } from '../../data/model/document.ts'
import type { Problem } from '../../data/model/problem.ts'
import { AppError } from '../errors.ts'
import { matchInThreads } from './match-in-threads.ts'

const POINT_COLUMNS = { required: ['id', 'text'], optional: ['stance', 'lang', 'contribution', 'idea'] }
const PASSAGE_COLUMNS = { required: ['document', 'stage', 'passage', 'text'], optional: ['heading'] }

export interface FileRows<Row> {
  readonly rows: readonly Row[]
  readonly unread: readonly Problem[]
}

const unreadRow = (file: string, row: number, column: string, message: string): Problem => ({
  code: 'UNREADABLE_ROW',
  message: `${file}, row ${row}, "${column}": ${message}`,
  where: { file, row, column },
  severity: 'set-aside',
})

const filled = (cell: string | undefined): string | null => (cell === undefined || cell.trim() === '' ? null : cell)

const readOrRefuse = async (source: ImportSource, columns: typeof POINT_COLUMNS): Promise<FileRows<TableRow>> => {
  const read = await readTable(source, columns)
  if ('rows' in read) return read
  throw new AppError('bad-request', read.problems.map(({ message }) => message).join('\n'))
}

/** Rows under a key that was used before, or without one, are left out and said: two records cannot share a name. */
const withUniqueKeys = <Row>(
  file: string,
  column: string,
  { rows, unread }: FileRows<TableRow>,
  decode: (row: TableRow) => { readonly key: string | null; readonly decoded: Row } | Problem,
): FileRows<Row> => {
  const firstRows = new Map<string, number>()
  const kept: Row[] = []
  const left: Problem[] = [...unread]
  for (const row of rows) {
    const read = decode(row)
    if ('code' in read) left.push(read)
    else if (read.key === null)
      left.push(unreadRow(file, row.row, column, 'found nothing, expected a name of its own. The row was left out.'))
    else if (firstRows.has(read.key))
      left.push(
        unreadRow(
          file,
          row.row,
          column,
          `"${read.key}" is used in row ${firstRows.get(read.key)} already. The row was left out; give it a name of its own.`,
        ),
      )
    else {
      firstRows.set(read.key, row.row)
      kept.push(read.decoded)
    }
  }
  return { rows: kept, unread: left }
}

/** points.csv: id,text[,stance][,lang][,contribution][,idea] */
export const readPoints = async (source: ImportSource): Promise<FileRows<PointInput>> =>
  withUniqueKeys(source.name, 'id', await readOrRefuse(source, POINT_COLUMNS), ({ cells }) => {
    const key = filled(cells['id'])
    const optional = {
      stance: filled(cells['stance']),
      lang: filled(cells['lang']),
      contribution: filled(cells['contribution']),
      idea: filled(cells['idea']),
    }
    return { key, decoded: { id: key ?? '', text: cells['text'] ?? '', ...optional } }
  })

const readStage = (given: string | undefined): Stage | null => STAGES.find(stage => stage === given?.trim()) ?? null

/** passages.csv: document,stage,passage,text[,heading] */
export const readPassages = async (source: ImportSource): Promise<FileRows<PassageInput>> =>
  withUniqueKeys(source.name, 'passage', await readOrRefuse(source, PASSAGE_COLUMNS), ({ row, cells }) => {
    const stage = readStage(cells['stage'])
    const document = filled(cells['document'])
    const passage = filled(cells['passage'])
    if (stage === null)
      return unreadRow(
        source.name,
        row,
        'stage',
        `found "${cells['stage'] ?? ''}", expected one of: ${STAGES.join(', ')}. The row was left out.`,
      )
    if (document === null)
      return unreadRow(
        source.name,
        row,
        'document',
        'found nothing, expected the name of a document. The row was left out.',
      )
    return {
      key: passage === null ? null : `${document}#${passage}`,
      decoded: {
        document,
        stage,
        passage: passage ?? '',
        text: cells['text'] ?? '',
        heading: filled(cells['heading']),
      },
    }
  })

export interface MatchCommand {
  readonly points: ImportSource
  readonly passages: ImportSource
  readonly top: number
  readonly isExplained: boolean
  readonly onProgress?: (done: number, total: number) => void
}

export interface MatchResult {
  readonly pointCount: number
  readonly passageCount: number
  readonly unread: readonly Problem[]
  /** JSON in UTF-8, whole lines with their line breaks, made as they are asked for, in the order of the points. */
  readonly lines: AsyncIterable<Uint8Array>
}

/** Two CSV files in, suggestions out. Nothing is kept. */
export const matchFiles = async (command: MatchCommand): Promise<MatchResult> => {
  const points = await readPoints(command.points)
  const passages = await readPassages(command.passages)
  const lines = matchInThreads({
    points: points.rows,
    passages: passages.rows,
    top: command.top,
    isExplained: command.isExplained,
    ...(command.onProgress === undefined ? {} : { onProgress: command.onProgress }),
  })
  return {
    pointCount: points.rows.length,
    passageCount: passages.rows.length,
    unread: [...points.unread, ...passages.unread],
    lines,
  }
}
