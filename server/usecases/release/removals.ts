import type { RemovalReason } from '../../../data/log/entry-kinds.ts'
import { findAccountByCode } from '../../../data/store/accounts.ts'
import { readBodies, readConsultations } from '../../../data/store/bodies.ts'
import { readHiddenConsultations } from '../../../data/store/consultation-state.ts'
import { readRecord, readRecords } from '../../../data/store/records.ts'
import {
  agreeRemoval,
  dropRemoval,
  insertMark,
  insertRemoval,
  readRemovals,
  writeRelease,
  type Removal,
} from '../../../data/store/releases.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { HistoryWriter } from '../history/history-writer.ts'
import { refuseIfDamaged, signWhatWasDone } from '../history/watch-history.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview, type ReviewWrite } from '../review/write-review.ts'
import { newestRelease } from '../../../data/model/newest-release.ts'

export { REMOVAL_REASONS } from '../../../data/log/entry-kinds.ts'
export type { RemovalReason }

const LEAST_WORDS_CHARACTERS = 20

export interface RemovalRequest {
  /** null = the whole consultation is taken down; else the public text of this point. */
  readonly number: number | null
  readonly reason: RemovalReason
  /** Public: why, without saying again what is removed. */
  readonly words: string
}

const actionFor = (kind: Removal['kind']): 'release.withdraw' | 'removal.make' =>
  kind === 'consultation' ? 'release.withdraw' : 'removal.make'

/** An admin asks for a removal. Nothing changes until another admin agrees. */
export const askRemoval = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  { number, reason, words }: RemovalRequest,
): Promise<void> => {
  const kind = number === null ? 'consultation' : 'point-text'
  return writeReview(deps, actor, { action: actionFor(kind), consultationId: consultation.id }, async write => {
    const point = number === null ? null : await findByNumber(write.tx, 'point', consultation.id, number)
    if (number !== null && point === null) throw new AppError('refused', `There is no point ${number}.`)
    if (words.trim().length < LEAST_WORDS_CHARACTERS)
      throw new AppError('refused', `Say why, in ${LEAST_WORDS_CHARACTERS} characters or more. It is public.`)
    const id = deps.newId()
    write.keep('removal', [id])
    await insertRemoval(write.tx, {
      id,
      consultationId: consultation.id,
      kind,
      pointId: point?.id ?? null,
      reason,
      words: words.trim(),
      askedBy: write.permit.by,
      askedAt: deps.clock.now(),
    })
  })
}

const takeDown = async (write: ReviewWrite): Promise<void> => {
  const { tx, deps, permit, consultationId } = write
  const at = deps.clock.now()
  const mark = { id: deps.newId(), consultationId, mark: 'withdrawn', setAt: at, setBy: permit.by } as const
  await insertMark(tx, mark)
  write.keep('consultation-mark', [mark.id])
  const newest = newestRelease(await readRecords(tx, 'release', consultationId))
  if (newest === null) return
  const withdrawn = { ...newest, isWithdrawn: 'yes' } as const
  await writeRelease(tx, withdrawn)
  // The history writes a record again when it changes: the newest state of it counts.
  write.events.push({ kind: 'record-added', recordKind: 'release', record: withdrawn })
}

const withholdText = async (write: ReviewWrite, pointId: string): Promise<void> => {
  const point = await readRecord(write.tx, 'point', pointId)
  if (point === null) return
  await write.decideText({
    ...point,
    publicText: null,
    publicTextKind: 'withheld',
    approvedBy: write.permit.by,
    approvedOn: write.deps.clock.today(),
  })
}

/** Both admins and the reason stand in the history, in the transaction that removes. */
const noteRemoval = async (write: ReviewWrite, removal: Removal): Promise<void> => {
  const first = await findAccountByCode(write.tx, removal.askedBy)
  const second = write.permit.account
  if (first === null || second === null) return
  const history = new HistoryWriter(write.tx, { at: write.deps.clock.now(), byId: second.id })
  const subject =
    removal.pointId === null
      ? { recordKind: 'consultation', recordId: removal.consultationId }
      : { recordKind: 'point', recordId: removal.pointId }
  const { consultationId, reason } = removal
  const admins = { firstAdminId: first.id, secondAdminId: second.id }
  history.removal({ kind: 'removal-made', consultationId, reason, ...admins, subjects: [subject] })
  await history.flush()
}

const find = async (write: ReviewWrite, id: string): Promise<Removal> => {
  const removal = (await readRemovals(write.tx, write.consultationId)).find(known => known.id === id)
  if (removal === undefined) throw new AppError('not-found', 'There is no such request.')
  return removal
}

/**
 * Another admin agrees, and it is removed. Whoever asked for it cannot agree (R-ACC-6). It is signed for at once. A text can be withheld
 * over a damaged history, since somebody's rights may hang on it; a release cannot be taken down.
 */
export const agreeToRemoval = async (deps: Deps, actor: Actor, scope: ReviewScope, id: string): Promise<void> => {
  await removeAgreed(deps, actor, scope, id)
  await signWhatWasDone(deps)
}

const removeAgreed = (deps: Deps, actor: Actor, { consultation }: ReviewScope, id: string): Promise<void> =>
  writeReview(deps, actor, { action: 'removal.make', consultationId: consultation.id }, async write => {
    const removal = await find(write, id)
    if (removal.askedBy === write.permit.by)
      throw new AppError('forbidden', 'You asked for this removal. Another admin must agree to it.')
    const agreed = { agreedBy: write.permit.by, agreedAt: deps.clock.now() }
    if (!(await agreeRemoval(write.tx, id, agreed)))
      throw new AppError('conflict', 'This request is not waiting any more.')
    write.keep('removal', [id])
    if (removal.pointId === null) refuseIfDamaged(deps)
    if (removal.pointId === null) await takeDown(write)
    else await withholdText(write, removal.pointId)
    await noteRemoval(write, removal)
  })

/** Any admin can say no, whoever asked too. Nothing was removed, so nothing is public about it. */
export const refuseRemoval = (deps: Deps, actor: Actor, { consultation }: ReviewScope, id: string): Promise<void> =>
  writeReview(deps, actor, { action: 'removal.make', consultationId: consultation.id }, async write => {
    await find(write, id)
    const dropped = { droppedBy: write.permit.by, droppedAt: deps.clock.now() }
    write.keep('removal', [id])
    if (!(await dropRemoval(write.tx, id, dropped)))
      throw new AppError('conflict', 'This request is not waiting any more.')
  })

export interface ListedRemoval {
  readonly on: string
  readonly council: string
  readonly consultation: string
  readonly kind: Removal['kind']
  /** Number of the point whose text was withheld. */
  readonly number: number | null
  readonly reason: string
  readonly words: string
  readonly isFictional: boolean
}

/** Everything that was taken out of public view, and why; newest first. What was never public is not told. */
export const listRemovals = async (deps: Deps): Promise<readonly ListedRemoval[]> => {
  const { reader } = deps.store
  const hidden = await readHiddenConsultations(reader)
  const consultations = new Map((await readConsultations(reader)).map(one => [one.id, one]))
  const bodies = new Map((await readBodies(reader)).map(body => [body.id, body]))
  const listed: ListedRemoval[] = []
  for (const removal of await readRemovals(reader)) {
    const consultation = consultations.get(removal.consultationId)
    const body = bodies.get(consultation?.bodyId ?? '')
    const isTold = removal.agreedAt !== null && hidden.get(removal.consultationId) !== 'draft'
    if (!isTold || consultation === undefined || body === undefined) continue
    const point = removal.pointId === null ? null : await readRecord(reader, 'point', removal.pointId)
    listed.push({
      on: (removal.agreedAt ?? '').slice(0, 10),
      council: body.name,
      consultation: consultation.title,
      kind: removal.kind,
      number: point?.number ?? null,
      reason: removal.reason,
      words: removal.words,
      isFictional: body.nature === 'fictional',
    })
  }
  return listed.sort((a, b) => b.on.localeCompare(a.on))
}
