import type { RecordKind } from '../model/record-kinds.ts'
import type { Problem } from '../model/problem.ts'
import type { FileDescription, ImportedRow, ReadyImport, SetAsideRow } from './decoded-record.ts'
import type { SetAsideReason } from './problem-codes.ts'

/** Set-aside rows listed in a report; all are counted. */
const LISTED_ROWS_MAX = 1_000

export interface ImportReport extends Omit<FileDescription, 'mapping'> {
  readonly mappingName: string | null
  readonly readCount: number
  readonly acceptedCount: number
  readonly setAsideCount: number
  readonly duplicateCount: number
  /** Records made, by kind; one row may make several. */
  readonly recordCounts: Readonly<Partial<Record<RecordKind, number>>>
  readonly setAsideByReason: Readonly<Partial<Record<SetAsideReason, number>>>
  readonly setAsideByCode: Readonly<Record<string, number>>
  /** The first 1,000 in the order of the file. */
  readonly setAside: readonly SetAsideRow[]
}

/** Counts what became of each row. Feed it every row once, after the use case has had its say about it. */
export interface ImportTally {
  readonly add: (row: ImportedRow) => void
  /** Throws if a row was lost or counted twice: a report that does not add up is never shown. */
  readonly report: (warnings?: readonly Problem[]) => ImportReport
}

const countIn = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

export const tallyImport = (prepared: ReadyImport): ImportTally => {
  const counts = { accepted: 0, 'set-aside': 0, duplicate: 0 }
  const recordCounts: Partial<Record<RecordKind, number>> = {}
  const setAsideByReason: Partial<Record<SetAsideReason, number>> = {}
  const setAsideByCode: Record<string, number> = {}
  const setAside: SetAsideRow[] = []
  const noteSetAside = (row: SetAsideRow): void => {
    countIn(setAsideByReason, row.reason)
    for (const code of new Set(row.problems.map(problem => problem.code))) countIn(setAsideByCode, code)
    if (setAside.length < LISTED_ROWS_MAX) setAside.push(row)
  }
  return {
    add: row => {
      counts[row.outcome] += 1
      if (row.outcome === 'accepted') for (const record of row.records) countIn(recordCounts, record.kind)
      if (row.outcome === 'set-aside') noteSetAside(row)
    },
    report: (warnings = []) => {
      const report: ImportReport = {
        ...described(prepared),
        problems: [...prepared.problems, ...warnings],
        readCount: prepared.readCount,
        acceptedCount: counts.accepted,
        setAsideCount: counts['set-aside'],
        duplicateCount: counts.duplicate,
        recordCounts,
        setAsideByReason,
        setAsideByCode,
        setAside,
      }
      return assertAddsUp(report)
    },
  }
}

export const assertAddsUp = <
  R extends Pick<ImportReport, 'readCount' | 'acceptedCount' | 'setAsideCount' | 'duplicateCount'>,
>(
  report: R,
): R => {
  const { readCount, acceptedCount, setAsideCount, duplicateCount } = report
  if (readCount === acceptedCount + setAsideCount + duplicateCount) return report
  throw new Error(
    `The import does not add up: read ${readCount}, accepted ${acceptedCount}, set aside ${setAsideCount}, ` +
      `duplicate ${duplicateCount}. Nothing was imported.`,
  )
}

/** The report of a file that was not imported: every count is zero. */
export const stoppedReport = (stopped: FileDescription): ImportReport => ({
  ...described(stopped),
  readCount: 0,
  acceptedCount: 0,
  setAsideCount: 0,
  duplicateCount: 0,
  recordCounts: {},
  setAsideByReason: {},
  setAsideByCode: {},
  setAside: [],
})

type Described = Omit<FileDescription, 'mapping'> & Pick<ImportReport, 'mappingName'>

const described = (file: FileDescription): Described => ({
  fileName: file.fileName,
  fileSha256: file.fileSha256,
  fileBytes: file.fileBytes,
  format: file.format,
  encoding: file.encoding,
  delimiter: file.delimiter,
  headerRow: file.headerRow,
  recordKind: file.recordKind,
  mappingName: file.mapping?.name ?? null,
  mappingSha256: file.mappingSha256,
  columnsStored: file.columnsStored,
  columnsNotStored: file.columnsNotStored,
  limits: file.limits,
  problems: file.problems,
})
