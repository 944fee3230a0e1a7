import { dateOf } from '../../../data/import/read-date.ts'
import type { Document, Stage } from '../../../data/model/document.ts'
import { STAGES } from '../../../data/model/document.ts'
import { writeHeldDocument } from '../../../data/store/held-documents.ts'
import { readRecords } from '../../../data/store/records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { importFile, type ImportResult } from '../import-file.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview, type ReviewWrite } from '../review/write-review.ts'
import { asWritten } from './reply-rules.ts'
import { sha256Of } from '../sha256-of.ts'
import { slugOf } from '../slug-of.ts'

export interface SuppliedRecord {
  readonly title: string
  readonly stage: string
  /** "" = the record bears no date. */
  readonly publishedOn: string
  readonly url: string
  /** Its words, whole: plain text or Markdown. */
  readonly text: string
  /** Ref of the known gap that it fills; "" = a record that nobody knew to be missing. */
  readonly fills: string
}
export interface SupplyPage {
  readonly scope: ReviewScope
  /** Records known to be missing, with who holds them. */
  readonly missing: readonly Document[]
}

/** What is asked for: the gaps on record. */
export const showMissingRecords = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<SupplyPage> => {
  await authorise(deps, actor, 'document.supply', scope.consultation.id)
  const documents = await readRecords(deps.store.reader, 'document', scope.consultation.id)
  return { scope, missing: documents.filter(({ holding }) => holding !== 'held') }
}

const refOf = (title: string, taken: ReadonlySet<string>): string => {
  const base = `sent-${slugOf(title, 60) || 'record'}`
  let ref = base
  for (let next = 2; taken.has(ref); next += 1) ref = `${base}-${next}`
  return ref
}

/** One line of front matter holds one value: a line end in it would begin another. */
const line = (key: string, value: string): string => `${key}: ${value.replace(/\s+/g, ' ').trim()}`

const readStage = (given: string): Stage => {
  const stage = STAGES.find(known => known === given)
  if (stage === undefined) throw new AppError('bad-request', 'There is no such kind of record.')
  return stage
}

const asFile = (
  { consultation }: ReviewScope,
  given: SuppliedRecord,
  { ref, isRequired }: Pick<Document, 'ref' | 'isRequired'>,
  today: string,
): string =>
  [
    '---',
    line('ref', ref),
    line('consultation', consultation.ref),
    line('stage', readStage(given.stage)),
    line('title', given.title),
    'source: official',
    'holding: held',
    `is_required: ${isRequired ? 'yes' : 'no'}`,
    ...(given.publishedOn === '' ? [] : [line('published_on', given.publishedOn)]),
    ...(given.url === '' ? [] : [line('url', given.url)]),
    line('note', `Sent in by the council on ${today}.`),
    '---',
    '',
    asWritten(given.text),
    '',
  ].join('\n')

const check = ({ title, text, publishedOn, url }: SuppliedRecord, today: string): void => {
  if (title.trim() === '' || asWritten(text) === '')
    throw new AppError('refused', 'Give the title and the words of the record.')
  if (publishedOn !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(publishedOn))
    throw new AppError('refused', 'The date must look like 2026-03-30.')
  const day = publishedOn === '' ? null : dateOf(publishedOn, null, today)
  if (day !== null && 'fault' in day) throw new AppError('refused', `The date ${day.fault}.`)
  if (url !== '' && !/^https?:\/\/\S+$/.test(url))
    throw new AppError('refused', 'The address must begin with https://.')
}

const findGap = (documents: readonly Document[], { fills, stage }: SuppliedRecord): Document | null => {
  if (fills === '') return null
  const gap = documents.find(({ ref, holding }) => ref === fills && holding !== 'held')
  if (gap === undefined) throw new AppError('conflict', 'This record is not missing any more.')
  if (gap.stage !== stage)
    throw new AppError('refused', `“${gap.title}” is another kind of record. Choose that kind, or none.`)
  return gap
}

/** The record that was missing is on file, under the ref that it always had. The history has both states of it. */
const fillGap = async (write: ReviewWrite, gap: Document, given: SuppliedRecord, bytes: Uint8Array): Promise<void> => {
  const tidy = (words: string): string | null => (words === '' ? null : words.replace(/\s+/g, ' ').trim())
  const held: Document = {
    ...gap,
    title: tidy(given.title) ?? gap.title,
    source: 'official',
    holding: 'held',
    heldBy: null,
    publishedOn: tidy(given.publishedOn),
    url: tidy(given.url),
    note: `Sent in by the council on ${write.deps.clock.today()}.`,
    sha256: sha256Of(bytes),
  }
  await writeHeldDocument(write.tx, held)
}

/**
 * The import runs inside this transaction and cannot undo it: only what is thrown here does. A record that was not kept must leave nothing
 * behind, least of all a gap that counts as held without words.
 */
const refuseWhatWasNotKept = ({ status, report }: ImportResult, gap: Document | null): void => {
  if (status === 'imported' || (status === 'unchanged' && gap === null)) return
  const [problem] = [
    ...report.problems.filter(({ severity }) => severity !== 'warn'),
    ...(report.setAside[0]?.problems ?? []),
  ]
  throw new AppError('refused', problem?.message ?? 'This record holds no words that are not on file already.')
}

/** The same import as every file takes: a dry run writes nothing and shows the same report. What was held before is never changed. */
export const supplyRecord = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: SuppliedRecord,
  isDryRun: boolean,
): Promise<ImportResult> =>
  writeReview(deps, actor, { action: 'document.supply', consultationId: scope.consultation.id }, async write => {
    check(given, deps.clock.today())
    const before = await readRecords(write.tx, 'document', write.consultationId)
    const gap = findGap(before, given)
    const fresh = { ref: refOf(given.title, new Set(before.map(document => document.ref))), isRequired: true }
    // A look writes nothing, so the gap stays open and the record bears a ref of its own.
    const placed = isDryRun || gap === null ? fresh : gap
    const { ref } = placed
    const bytes = new TextEncoder().encode(asFile(scope, given, placed, deps.clock.today()))
    if (gap !== null && !isDryRun) await fillGap(write, gap, given, bytes)
    const open = async function* () {
      yield await Promise.resolve(bytes)
    }
    // Within this transaction: what cannot be kept here is kept nowhere.
    const within: Deps = { ...deps, store: { ...deps.store, write: work => work(write.tx) } }
    const byId = write.permit.account?.id
    const result = await importFile(within, {
      source: { name: `${ref}.md`, open },
      options: { recordKind: 'document' },
      isDryRun,
      ...(byId === undefined ? {} : { byId }),
    })
    if (!isDryRun) refuseWhatWasNotKept(result, gap)
    const after = await readRecords(write.tx, 'document', write.consultationId)
    // Two bodies can have a consultation of the same name: a record must not end up with the other.
    if (result.status === 'imported' && gap === null && after.length === before.length)
      throw new AppError(
        'refused',
        'Another body has a consultation of this name, so the record cannot be placed. Ask an admin to import it.',
      )
    return result
  })
