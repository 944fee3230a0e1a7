import type { ColumnMapping } from '../../../data/model/column-mapping.ts'
import { MADE_BY_PEOPLE } from '../../../data/model/import-draft.ts'
import type { RecordKind } from '../../../data/model/record-kinds.ts'
import { readSetAsideRows } from '../../../data/store/imports.ts'
import { endUpload, insertSavedMapping, readSavedMappings, type Upload } from '../../../data/store/uploads.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { DeskJob, ReportProgress } from '../desk-jobs.ts'
import { importFile, type ImportResult } from '../import-file.ts'
import type { Permit } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { describeUpload, sourceOf, type DescribedUpload } from './describe-upload.ts'
import { authorisePlace, findUploadJob, uploadKeyOf, uploadSubjectOf, type ImportPlace } from './import-place.ts'
import { findUploadOf, releaseBytes } from './keep-upload.ts'
import { optionsOf } from './plan-import.ts'

/** How long a page waits for the work before it shows how far it is, in milliseconds. */
const PATIENCE_MS = 2_500

const isStatedOnly = ({ fields }: ColumnMapping['records'][number]): boolean => {
  const basis = fields['basis']
  return basis !== undefined && 'constant' in basis && (basis.constant === 'stated' || basis.constant === 'suggested')
}

/** Kinds in a mapping that a person must make under their own name. A link that only says what the source says is none. */
const forbiddenKind = (mapping: ColumnMapping): RecordKind | null =>
  mapping.records.find(record => MADE_BY_PEOPLE.has(record.kind) && !(record.kind === 'link' && isStatedOnly(record)))
    ?.kind ??
  mapping.given?.find(({ kind }) => MADE_BY_PEOPLE.has(kind))?.kind ??
  null

const isOfSite = (mapping: ColumnMapping): boolean =>
  typeof mapping.body === 'object' ||
  typeof mapping.consultation === 'object' ||
  mapping.records.some(({ kind }) => kind === 'body' || kind === 'consultation')

const mappingToRun = ({ mapping, place }: DescribedUpload): ColumnMapping => {
  if (mapping === null) throw new AppError('refused', 'Say first what each row of this file is.')
  const forbidden = forbiddenKind(mapping)
  if (forbidden !== null)
    throw new AppError(
      'refused',
      `This file holds records of the kind "${forbidden}". They are made on the pages for them, under the name of whoever makes them. A file of them is imported on the machine itself, with "said import".`,
    )
  if (place.scope !== null && isOfSite(mapping))
    throw new AppError(
      'refused',
      'This file holds bodies or consultations. An admin imports it, on the page for new ones.',
    )
  return mapping
}

const run = (
  deps: Deps,
  described: DescribedUpload,
  { account, by }: Permit,
  isDryRun: boolean,
  report: ReportProgress,
): Promise<ImportResult> => {
  const { place, upload, draft, preview } = described
  const scope = place.scope
  return importFile(deps, {
    source: sourceOf(deps, upload),
    options: optionsOf(mappingToRun(described), draft, scope?.consultation.ref ?? null, preview.entries),
    isDryRun,
    onProgress: report,
    draftBy: by,
    ...(account === null ? {} : { byId: account.id }),
    ...(scope === null ? {} : { onlyConsultationId: scope.consultation.id }),
  })
}

const start = async (
  deps: Deps,
  described: DescribedUpload,
  what: 'try' | 'import',
  work: (report: ReportProgress) => Promise<ImportResult>,
): Promise<void> => {
  mappingToRun(described)
  const { id, consultationId } = described.upload
  const key = uploadKeyOf(consultationId)
  if (deps.jobs.start(key, uploadSubjectOf(what, id), work) === null)
    throw new AppError('conflict', 'A file is being imported here already. Wait until it is done, or stop it.')
  await deps.jobs.wait(key, PATIENCE_MS)
}

/** Step 4: the whole import, without writing anything. */
export const tryUpload = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<void> => {
  const permit = await authorisePlace(deps, actor, place)
  const described = await describeUpload(deps, actor, place, id)
  await start(deps, described, 'try', report => run(deps, described, permit, true, report))
}

/** What is kept of an import: counts and sentences about the file, no row's words. */
export interface UploadOutcome {
  readonly status: ImportResult['status']
  readonly importId: string | null
  readonly readCount: number
  readonly acceptedCount: number
  readonly setAsideCount: number
  readonly duplicateCount: number
  readonly recordCounts: Readonly<Record<string, number>>
  readonly limits: readonly string[]
  readonly columnsNotStored: readonly { readonly name: string; readonly why: string }[]
  readonly mapping: ColumnMapping
}

const outcomeOf = ({ status, importId, report }: ImportResult, mapping: ColumnMapping): UploadOutcome => ({
  status,
  importId,
  readCount: report.readCount,
  acceptedCount: report.acceptedCount,
  setAsideCount: report.setAsideCount,
  duplicateCount: report.duplicateCount,
  recordCounts: report.recordCounts,
  limits: report.limits,
  columnsNotStored: report.columnsNotStored,
  mapping,
})

const finish = async (deps: Deps, { upload, mapping }: DescribedUpload, result: ImportResult): Promise<void> => {
  if (mapping === null || (result.status !== 'imported' && result.status !== 'unchanged')) return
  const outcome = JSON.stringify(outcomeOf(result, mapping))
  await deps.store.write(tx => endUpload(tx, upload.id, { state: 'imported', outcome, doneAt: deps.clock.now() }))
  // Its hash stays in the manifest of the import; the words of columns that were left out do not stay anywhere.
  await releaseBytes(deps, upload.sha256)
}

/** Step 5: one transaction. All good rows are kept, or none. */
export const importUpload = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<void> => {
  const permit = await authorisePlace(deps, actor, place)
  const described = await describeUpload(deps, actor, place, id)
  await start(deps, described, 'import', async report => {
    const result = await run(deps, described, permit, false, report)
    await finish(deps, described, result)
    return result
  })
}

/** Only work on this file is stopped: another may be read at the same place. */
export const stopUpload = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<void> => {
  const job = findUploadJob(deps, await findUploadOf(deps, actor, place, id))
  if (job === null) return
  deps.jobs.stop(job.key)
  await deps.jobs.wait(job.key, PATIENCE_MS)
}

export interface ShownRun {
  readonly place: ImportPlace
  readonly upload: Upload
  /** null = nothing of it is remembered: it was not tried, or the program was started anew. */
  readonly job: DeskJob<ImportResult> | null
  readonly what: 'try' | 'import'
}

/** How far it is, or what came of it. */
export const showRun = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<ShownRun> => {
  const upload = await findUploadOf(deps, actor, place, id)
  const job = findUploadJob(deps, upload) as DeskJob<ImportResult> | null
  return { place, upload, job, what: job?.subject === uploadSubjectOf('import', id) ? 'import' : 'try' }
}

export interface ShownOutcome {
  readonly place: ImportPlace
  readonly upload: Upload
  readonly outcome: UploadOutcome
  readonly setAside: readonly { readonly row: number; readonly message: string }[]
  readonly savedNames: readonly string[]
}

/** Step 6: what became of the file. */
export const showOutcome = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<ShownOutcome> => {
  const upload = await findUploadOf(deps, actor, place, id)
  if (upload.state !== 'imported' || upload.outcome === null)
    throw new AppError('not-found', 'This file has not been imported.')
  const outcome = JSON.parse(upload.outcome) as UploadOutcome
  const { reader } = deps.store
  const rows = outcome.importId === null ? [] : await readSetAsideRows(reader, outcome.importId)
  return {
    place,
    upload,
    outcome,
    setAside: rows.map(({ sourceRow, message }) => ({ row: sourceRow, message })),
    savedNames: (await readSavedMappings(reader)).map(({ name }) => name),
  }
}

const MAPPING_NAME = /^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$/

/** The mapping of this file, for the next of its kind. A name that is there already gets a new version. */
export const saveMapping = async (
  deps: Deps,
  actor: Actor,
  place: ImportPlace,
  id: string,
  name: string,
): Promise<void> => {
  const permit = await authorisePlace(deps, actor, place)
  const { outcome } = await showOutcome(deps, actor, place, id)
  if (!MAPPING_NAME.test(name))
    throw new AppError('refused', 'A name has 3 to 60 small letters, digits and hyphens: "ward-forum-forms".')
  const held = (await readSavedMappings(deps.store.reader)).find(mapping => mapping.name === name)
  const version = (held?.version ?? 0) + 1
  const mapping = JSON.stringify({ ...outcome.mapping, name, version })
  await deps.store.write(tx =>
    insertSavedMapping(tx, { name, version, mapping, savedBy: permit.by, savedAt: deps.clock.now() }),
  )
}
