import type { RemovalReason } from '../../../data/log/entry-kinds.ts'
import { readConsultationRecord } from '../../../data/store/consultation-records.ts'
import type { Account } from '../../../data/model/account.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { deleteSalts, type ErasedSubject } from '../../../data/store/erasure.ts'
import { raiseRevisions } from '../../../data/store/imports.ts'
import { agreeRemoval, insertRemoval } from '../../../data/store/releases.ts'
import { readSomeVerbatims } from '../../../data/store/review-texts.ts'
import { readVerbatimOwners } from '../../../data/store/verbatims.ts'
import { readStagedUploads } from '../../../data/store/uploads.ts'
import { DESK_KINDS } from '../../../data/log/sealed-record.ts'
import type { Deps } from '../../deps.ts'
import { HistoryWriter } from '../history/history-writer.ts'
import { signWhatWasDone } from '../history/watch-history.ts'
import type { DescribeState } from '../release/release-archive.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { eraseWords, type ChangedRecords } from './erase-words.ts'
import { findErasingAdmins } from './erasing-admins.ts'
import { findTarget, type ErasureGiven } from './find-target.ts'
import { ReleaseEraser, type ReissuedRelease } from './reissue-releases.ts'
import type { ErasureTarget } from './scrub-records.ts'

export interface ErasureCommand {
  readonly given: ErasureGiven
  readonly reason: RemovalReason
  /** Codes or sign-in names of the admins who stand for it. */
  readonly by: readonly string[]
}

export interface Erased {
  readonly pointNumbers: readonly number[]
  readonly subjects: readonly ErasedSubject[]
  readonly releases: readonly ReissuedRelease[]
  /** false = somebody was reading all the time: the bytes are still in the file of writes that follow. */
  readonly areBytesGone: boolean
  /** Uploaded files that wait beside the store: they may hold it too. */
  readonly waitingFileCount: number
}

interface Erasing {
  readonly tx: WriteConnection
  readonly deps: Deps
  readonly record: ConsultationRecord
  readonly target: ErasureTarget
  readonly admins: readonly Account[]
  readonly reason: ErasureCommand['reason']
}

const WORDS = 'The text, and what said whose it was, were erased. The point is still counted.'
/** Stands for a second person where a site has none; told to nobody. */
const NOBODY = ['command-line', 'operator'] as const

/** Everybody can see that something was erased, and why. */
const listPublicly = async ({ tx, deps, record, target, admins, reason }: Erasing): Promise<readonly string[]> => {
  const [asked, agreed] = [admins[0]?.code ?? NOBODY[0], admins[1]?.code ?? NOBODY[1]]
  const at = deps.clock.now()
  const ids: string[] = []
  for (const pointId of target.pointIds) {
    const id = deps.newId()
    const about = { consultationId: record.consultation.id, kind: 'point-text', pointId, reason } as const
    await insertRemoval(tx, { id, ...about, words: WORDS, askedBy: asked, askedAt: at })
    await agreeRemoval(tx, id, { agreedBy: agreed, agreedAt: at })
    ids.push(id)
  }
  return ids
}

/** First that it was erased, with who and why; then a new seal for all that stands without its words. */
const recordErasure = async (
  { tx, deps, record, admins, reason }: Erasing,
  {
    gone,
    kept,
    changed,
  }: { gone: readonly ErasedSubject[]; kept: readonly ErasedSubject[]; changed: readonly ChangedRecords[] },
  releases: readonly ReissuedRelease[],
  removalIds: readonly string[],
): Promise<void> => {
  const [first, second] = admins
  const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: first?.id ?? null })
  const named = { firstAdminId: first?.id ?? null, secondAdminId: second?.id ?? null }
  const consultationId = record.consultation.id
  history.removal({ kind: 'erasure-made', consultationId, reason, ...named, subjects: [...gone, ...kept] })
  for (const { kind, records } of changed) await history.records(kind, records)
  for (const kind of DESK_KINDS)
    await history.deskRecords(
      kind,
      kept.flatMap(({ recordKind, recordId }) => (recordKind === kind ? [recordId] : [])),
    )
  for (const { withdrawn, reissued } of releases) {
    await history.records('release', reissued === null ? [withdrawn] : [withdrawn, reissued])
    await history.deskRecords('release-archive', reissued === null ? [] : [reissued.id])
  }
  await history.deskRecords('removal', removalIds)
  await history.flush()
}

const wordsOf = async (
  tx: WriteConnection,
  { points }: ConsultationRecord,
  target: ErasureTarget,
): Promise<readonly string[]> => {
  const whole = await readSomeVerbatims(tx, 'contribution', [target.contributionId])
  const spans = await readSomeVerbatims(tx, 'point', [...target.pointIds])
  const own = points.filter(({ id }) => target.pointIds.has(id))
  return [
    whole.get(target.contributionId) ?? '',
    ...own.flatMap(({ id, publicText }) => [spans.get(id) ?? '', publicText ?? '']),
  ]
}

const eraseAll = async (
  erasing: Erasing,
  describe: DescribeState,
): Promise<Omit<Erased, 'areBytesGone' | 'waitingFileCount'>> => {
  const { tx, deps, record, target } = erasing
  const words = await eraseWords(tx, record, target, await wordsOf(tx, record, target))
  const releases = await new ReleaseEraser(tx, deps, describe, target).erase(record.releases)
  const gone = [...words.gone, ...releases.gone]
  const kept = [...words.kept, ...releases.kept]
  await deleteSalts(tx, [...gone, ...kept])
  const removalIds = await listPublicly(erasing)
  await recordErasure(erasing, { gone, kept, changed: words.changed }, releases.reissued, removalIds)
  await raiseRevisions(tx, [record.consultation.id])
  const pointNumbers = record.points.filter(({ id }) => target.pointIds.has(id)).map(({ number }) => number)
  return { pointNumbers, subjects: [...gone, ...kept], releases: releases.reissued }
}

/**
 * Erases a text and what said whose it was: from records, notes, sources and every release kept; then from the free parts of the store. The
 * point is still counted. The history says that, why and by whom it was erased, and all of its proofs hold.
 */
export const erase = async (
  deps: Deps,
  { body, consultation }: ReviewScope,
  { given, reason, by }: ErasureCommand,
  describe: DescribeState,
): Promise<Erased> => {
  const erased = await deps.store.write(async tx => {
    const record = await readConsultationRecord(tx, body, consultation)
    const admins = await findErasingAdmins(tx, by)
    const held = await readVerbatimOwners(tx, consultation.id, 'point')
    const wordlessIds = new Set(record.points.flatMap(({ id }) => (held.has(id) ? [] : [id])))
    const shared = { by: admins[0]?.code ?? NOBODY[0], on: deps.clock.today(), wordlessIds }
    const target = findTarget(record, given, shared)
    return eraseAll({ tx, deps, record, target, admins, reason }, describe)
  })
  deps.log.info({ event: 'erased', subjectCount: erased.subjects.length, reason }, 'something was erased')
  await signWhatWasDone(deps)
  const areBytesGone = await deps.store.compact()
  const waitingFileCount = (await readStagedUploads(deps.store.reader, consultation.id)).length
  return { ...erased, areBytesGone, waitingFileCount }
}
