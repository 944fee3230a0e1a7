import type { ImportOptions, ImportSource, ImportedRow, ReadyImport } from '../../data/import/decoded-record.ts'
import { stoppedReport, tallyImport, type ImportReport } from '../../data/import/import-report.ts'
import { prepareImport } from '../../data/import/prepare-import.ts'
import type { Problem } from '../../data/model/problem.ts'
import type { WriteConnection } from '../../data/store/connection.ts'
import { readConsultations } from '../../data/store/bodies.ts'
import { insertImport, raiseRevisions, type SetAsideEntry } from '../../data/store/imports.ts'
import { insertMark } from '../../data/store/releases.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { HistoryWriter } from './history/history-writer.ts'
import { ImportSession } from './import-session.ts'

export type { ImportSource } from '../../data/import/decoded-record.ts'

export interface ImportCommand {
  readonly source: ImportSource
  readonly options: Omit<ImportOptions, 'today'>
  /** Shows the same report and writes nothing. */
  readonly isDryRun: boolean
  /** Id of the person who imports; left out = a command on the machine. */
  readonly byId?: string
  readonly onProgress?: (readCount: number, rowCount: number) => void
  /** Code of the person who imports at the desk: a consultation that is new is marked draft. The command line never gives it. */
  readonly draftBy?: string
  /** The only consultation that may be written to: an import of its desk that names another is refused whole. */
  readonly onlyConsultationId?: string
}

export interface ImportResult {
  /** `unchanged`: everything in the file was already held. */
  readonly status: 'imported' | 'unchanged' | 'dry-run' | 'refused' | 'asks'
  readonly importId: string | null
  readonly report: ImportReport
}

type Flush = (session: ImportSession) => Promise<void>

const noted = (file: string, message: string, severity: Problem['severity'], code: string): Problem => ({
  code,
  message,
  where: { file },
  severity,
})

/** Body, consultation and document as the file or its mapping states them; refuses where another document has the ref. */
const takeGiven = async (prepared: ReadyImport, session: ImportSession) => {
  const problems: Problem[] = []
  let newCount = 0
  for (const decoded of prepared.given) {
    const name = `${decoded.kind} "${decoded.ref ?? ''}"`
    const taken = await session.takeGiven(decoded)
    if ('refersTo' in taken) {
      const message = `The ${name} names the ${taken.refersTo} "${taken.ref}", which is not on record. Import it first, or correct the ref.`
      problems.push(noted(prepared.fileName, message, 'refuse', 'UNKNOWN_REFERENCE'))
      continue
    }
    if ('fault' in taken) {
      const { found, expected, whatToDo } = taken.fault
      const message = `The ${decoded.kind}: found ${found}, expected ${expected}. ${whatToDo}`
      problems.push(noted(prepared.fileName, message, 'refuse', 'RESERVED_REF'))
      continue
    }
    if (taken.isNew) newCount += 1
    if (!taken.differs) continue
    const isDocument = decoded.kind === 'document'
    const message = isDocument
      ? `The ${name} is on record from another file. Expected the same file, or a ref that no document bears. Give this one a ref of its own.`
      : `The ${name} is on record with other details. The record held was kept as it is.`
    problems.push(noted(prepared.fileName, message, isDocument ? 'refuse' : 'warn', 'DUPLICATE_REF'))
  }
  return { problems, newCount }
}

interface Walked {
  readonly report: ImportReport
  readonly setAside: readonly SetAsideEntry[]
  readonly isRefused: boolean
  readonly isChanged: boolean
}

const setAsideEntry = (importId: string, row: ImportedRow): readonly SetAsideEntry[] => {
  if (row.outcome !== 'set-aside') return []
  const [first] = row.problems
  return [
    {
      importId,
      sourceRow: row.row,
      code: first?.code ?? row.reason,
      message: first?.message ?? row.reason,
      raw: row.raw,
    },
  ]
}

const leftOutLinks = (file: string, count: number): readonly Problem[] =>
  count === 0
    ? []
    : [
        noted(
          file,
          `${count} links of this file name points that are not on record. They were left out; import the points first to have them.`,
          'warn',
          'UNKNOWN_REFERENCE',
        ),
      ]

const walkRows = async (
  prepared: ReadyImport,
  session: ImportSession,
  importId: string,
  flush: Flush,
  onProgress: ImportCommand['onProgress'],
): Promise<Walked> => {
  const given = await takeGiven(prepared, session)
  if (given.problems.some(({ severity }) => severity === 'refuse')) {
    const report = stoppedReport({ ...prepared, problems: [...prepared.problems, ...given.problems] })
    return { report, setAside: [], isRefused: true, isChanged: false }
  }
  await flush(session)
  const tally = tallyImport(prepared)
  const setAside: SetAsideEntry[] = []
  let readCount = 0
  for await (const batch of prepared.rows()) {
    for (const row of batch) {
      const taken = await session.take(row)
      tally.add(taken)
      setAside.push(...setAsideEntry(importId, taken))
    }
    await flush(session)
    readCount += batch.length
    onProgress?.(readCount, prepared.readCount)
  }
  const report = tally.report([...given.problems, ...leftOutLinks(prepared.fileName, session.leftOutCount)])
  return { report, setAside, isRefused: false, isChanged: given.newCount > 0 || report.acceptedCount > 0 }
}

/** Thrown to undo a write that turned out to change nothing. */
class NothingToWrite extends Error {
  readonly walked: Walked
  constructor(walked: Walked) {
    super('Nothing to write.')
    this.walked = walked
  }
}

const refuseElsewhere = ({ touchedConsultationIds }: ImportSession, only: string | undefined): void => {
  if (only !== undefined && [...touchedConsultationIds].some(id => id !== only))
    throw new AppError(
      'refused',
      'Rows of this file belong to another consultation. Import it there, or correct its column "consultation". Nothing was kept.',
    )
}

/** In the transaction that adds them: no page can show a new consultation before it is marked. */
const markDrafts = async (
  tx: WriteConnection,
  deps: Deps,
  added: readonly string[],
  by: string,
): Promise<readonly string[]> => {
  const setAt = deps.clock.now()
  const draft = { mark: 'draft', setAt, setBy: by } as const
  const marks = added.map(consultationId => ({ id: deps.newId(), consultationId, ...draft }))
  for (const mark of marks) await insertMark(tx, mark)
  return marks.map(({ id }) => id)
}

const writeRows = async (
  tx: WriteConnection,
  deps: Deps,
  prepared: ReadyImport,
  importId: string,
  { byId, draftBy, onlyConsultationId, onProgress }: ImportCommand,
): Promise<Walked> => {
  const held = new Set((await readConsultations(tx)).map(({ id }) => id))
  const session = new ImportSession(tx, importId, deps.newId)
  const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: byId ?? null })
  const firstIndex = await history.nextIndex()
  const walked = await walkRows(prepared, session, importId, gathered => gathered.flush(tx, history), onProgress)
  if (walked.isRefused || !walked.isChanged) throw new NothingToWrite(walked)
  refuseElsewhere(session, onlyConsultationId)
  const touched = [...session.touchedConsultationIds]
  const added = touched.filter(id => !held.has(id))
  if (draftBy !== undefined) await history.deskRecords('consultation-mark', await markDrafts(tx, deps, added, draftBy))
  const { recordKind, fileName, fileSha256, mapping, mappingSha256, limits } = prepared
  const { readCount, acceptedCount, setAsideCount, duplicateCount } = walked.report
  const counts = { readCount, acceptedCount, setAsideCount, duplicateCount }
  const consultationId = touched.length === 1 ? (touched[0] ?? null) : null
  const read = { recordKind, fileName, fileSha256, mappingName: mapping.name, mappingSha256, limits }
  const manifest = { id: importId, consultationId, ...read, importedAt: deps.clock.now(), ...counts }
  await insertImport(tx, manifest, walked.setAside)
  await history.documents(session.touchedDocumentIds)
  await history.import(manifest, walked.setAside, firstIndex)
  await history.flush()
  await raiseRevisions(tx, touched)
  return walked
}

const undoNothing = (error: unknown): Walked => {
  if (error instanceof NothingToWrite) return error.walked
  throw error
}

/**
 * Imports one file in one transaction: all of its good rows are kept, or none. The same file a second time changes
 * nothing and says so. Bad rows and questions come back in the report; only a fault of this program is thrown.
 */
export const importFile = async (deps: Deps, command: ImportCommand): Promise<ImportResult> => {
  const prepared = await prepareImport(command.source, { ...command.options, today: deps.clock.today() })
  if (prepared.status !== 'ready') return { status: prepared.status, importId: null, report: stoppedReport(prepared) }
  const importId = deps.newId()
  if (command.isDryRun) {
    const session = new ImportSession(deps.store.reader, importId, deps.newId)
    const forget: Flush = gathered => gathered.forget()
    const { report, isRefused } = await walkRows(prepared, session, importId, forget, command.onProgress)
    refuseElsewhere(session, command.onlyConsultationId)
    return { status: isRefused ? 'refused' : 'dry-run', importId: null, report }
  }
  const { report, isRefused, isChanged } = await deps.store
    .write(tx => writeRows(tx, deps, prepared, importId, command))
    .catch(undoNothing)
  if (isRefused) return { status: 'refused', importId: null, report }
  return isChanged ? { status: 'imported', importId, report } : { status: 'unchanged', importId: null, report }
}
