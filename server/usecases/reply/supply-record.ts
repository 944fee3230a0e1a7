import type { Document, Stage } from '../../../data/model/document.ts'
import { STAGES } from '../../../data/model/document.ts'
import { readRecords } from '../../../data/store/records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { importFile, type ImportResult } from '../import-file.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { asWritten } from './reply-rules.ts'

export interface SuppliedRecord {
  readonly title: string
  readonly stage: string
  /** "" = the record bears no date. */
  readonly publishedOn: string
  readonly url: string
  /** Its words, whole: plain text or Markdown. */
  readonly text: string
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
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const base = `sent-${words === '' ? 'record' : words}`
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

const asFile = ({ consultation }: ReviewScope, given: SuppliedRecord, ref: string, today: string): string =>
  [
    '---',
    line('ref', ref),
    line('consultation', consultation.ref),
    line('stage', readStage(given.stage)),
    line('title', given.title),
    'source: official',
    'holding: held',
    'is_required: yes',
    ...(given.publishedOn === '' ? [] : [line('published_on', given.publishedOn)]),
    ...(given.url === '' ? [] : [line('url', given.url)]),
    line('note', `Sent in by the council on ${today}.`),
    '---',
    '',
    asWritten(given.text),
    '',
  ].join('\n')

const check = ({ title, text, publishedOn, url }: SuppliedRecord): void => {
  if (title.trim() === '' || asWritten(text) === '')
    throw new AppError('refused', 'Give the title and the words of the record.')
  if (publishedOn !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(publishedOn))
    throw new AppError('refused', 'The date must look like 2026-03-30.')
  if (url !== '' && !/^https?:\/\/\S+$/.test(url))
    throw new AppError('refused', 'The address must begin with https://.')
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
    check(given)
    const before = await readRecords(write.tx, 'document', write.consultationId)
    const ref = refOf(given.title, new Set(before.map(document => document.ref)))
    const bytes = new TextEncoder().encode(asFile(scope, given, ref, deps.clock.today()))
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
    const after = await readRecords(write.tx, 'document', write.consultationId)
    // Two bodies can have a consultation of the same name: a record must not end up with the other.
    if (result.status === 'imported' && after.length === before.length)
      throw new AppError(
        'refused',
        'Another body has a consultation of this name, so the record cannot be placed. Ask an admin to import it.',
      )
    return result
  })
