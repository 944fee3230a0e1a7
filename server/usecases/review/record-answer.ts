import { isKindOfStage } from '../../../data/model/link.ts'
import type { Document, Stage } from '../../../data/model/document.ts'
import type { Judgement } from '../../../data/model/judgement.ts'
import type { Link, Search } from '../../../data/model/link.ts'
import { findPlace, insertAction, takePlace, writeLooks } from '../../../data/store/review.ts'
import { readPassages } from '../../../data/store/review-records.ts'
import { insertBlindRecords } from '../../../data/store/review-rounds.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { Answer } from './answer.ts'
import { openGroup, readGroup, readRound, type DeskGroup } from './desk-group.ts'
import { finishLooks } from './finish-looks.ts'
import { readHeldDocuments, stopsOf, type ReviewScope } from './review-scope.ts'
import {
  placeOfJudgement,
  placeOfLink,
  placeOfSearch,
  writeReview,
  type JudgedKind,
  type ReviewWrite,
} from './write-review.ts'

export interface AnswerGiven {
  readonly groupId: string
  readonly answer: Answer
  /** Words that were looked for at this stop. */
  readonly terms: readonly string[]
  /** What the person sees of it afterwards, beside "undo". */
  readonly words: string
}
export interface AnswerTaken {
  /** `settled`: every stop of these points is settled. */
  readonly status: 'recorded' | 'settled'
  readonly queue: string
}

type Placed =
  | { readonly kind: 'link'; readonly place: string; readonly record: Link }
  | { readonly kind: 'search'; readonly place: string; readonly record: Search }
  | { readonly kind: 'judgement'; readonly place: string; readonly record: Judgement }

const signed = (write: ReviewWrite, pointId: string) => ({
  id: write.deps.newId(),
  consultationId: write.consultationId,
  pointId,
  basis: 'confirmed' as const,
  by: write.permit.by,
  on: write.deps.clock.today(),
  note: null,
  retractedById: null,
})

const linkOf = (write: ReviewWrite, pointId: string, answer: Extract<Answer, { sort: 'link' }>): Placed => {
  const { passageId, kind, details } = answer
  const record = {
    ...signed(write, pointId),
    passageId,
    kind,
    ...details,
    methodVersion: null,
    score: null,
    matched: null,
  }
  return { kind: 'link', place: placeOfLink(record.by, pointId, passageId, kind), record }
}

const searchOf = (
  write: ReviewWrite,
  pointId: string,
  stage: Stage,
  documents: readonly Document[],
  terms: readonly string[],
): Placed => {
  const record = { ...signed(write, pointId), documentIds: documents.map(({ id }) => id), terms }
  return { kind: 'search', place: placeOfSearch(record.by, pointId, stage), record }
}

const judgementOf = (write: ReviewWrite, pointId: string, answer: Extract<Answer, { sort: 'judgement' }>): Placed => {
  const { kind, reason, passageId, statute, dueOn, ofPointId } = answer
  const record = { ...signed(write, pointId), kind, reason, passageId, statute, dueOn, ofPointId }
  return { kind: 'judgement', place: placeOfJudgement(record.by, pointId, kind), record }
}

const recordsOf = (
  write: ReviewWrite,
  group: DeskGroup,
  given: AnswerGiven,
  held: ReadonlyMap<Stage, readonly Document[]>,
): readonly Placed[] => {
  const { answer, terms } = given
  return group.pointIds.flatMap(pointId => {
    if (answer.sort === 'judgement') return [judgementOf(write, pointId, answer)]
    const search = searchOf(write, pointId, answer.stage, held.get(answer.stage) ?? [], terms)
    if (answer.sort === 'nothing') return [search]
    const link = linkOf(write, pointId, answer)
    return answer.isStaying ? [link] : [link, search]
  })
}

/** Blind looks keep what they record to themselves; the first round writes records. Only what had no place yet is written. */
const keep = async (
  write: ReviewWrite,
  group: DeskGroup,
  actionId: string,
  placed: readonly Placed[],
): Promise<readonly Placed[]> => {
  const fresh: Placed[] = []
  for (const one of placed) {
    const key = group.round === 'first' ? one.place : `${group.round} ${one.place}`
    const taken = await takePlace(write.tx, { key, subjectKind: one.kind, subjectId: one.record.id })
    if (taken === null) fresh.push(one)
  }
  if (group.round === 'first') {
    await write.add(
      'link',
      fresh.flatMap(one => (one.kind === 'link' ? [one.record] : [])),
    )
    await write.add(
      'search',
      fresh.flatMap(one => (one.kind === 'search' ? [one.record] : [])),
    )
    await write.add(
      'judgement',
      fresh.flatMap(one => (one.kind === 'judgement' ? [one.record] : [])),
    )
  }
  await noteAction(write, group, actionId, fresh)
  return fresh
}

const noteAction = async (
  write: ReviewWrite,
  group: DeskGroup,
  actionId: string,
  fresh: readonly Placed[],
): Promise<void> => {
  if (group.round === 'first') return
  await insertBlindRecords(
    write.tx,
    fresh.map(({ kind, record }) => ({
      id: record.id,
      consultationId: write.consultationId,
      pointId: record.pointId,
      round: group.round,
      by: write.permit.by,
      actionId,
      recordKind: kind,
      record: JSON.stringify(record),
    })),
  )
  write.keep(
    'blind-record',
    fresh.map(({ record }) => record.id),
  )
}

const settles = (answer: Answer): boolean => answer.sort !== 'link' || !answer.isStaying

const checkAnswer = async (
  write: ReviewWrite,
  answer: Answer,
  held: ReadonlyMap<Stage, readonly Document[]>,
): Promise<void> => {
  if (answer.sort === 'judgement') return
  if (!held.has(answer.stage)) throw new AppError('refused', 'There is no document on file for this stop.')
  if (answer.sort === 'nothing') return
  const [passage] = await readPassages(write.tx, [answer.passageId])
  const isThere = passage !== undefined && (held.get(answer.stage) ?? []).some(({ id }) => id === passage.documentId)
  if (!isThere) throw new AppError('bad-request', 'This passage does not stand at this stop.')
  if (!isKindOfStage(answer.kind, answer.stage))
    throw new AppError('bad-request', `"${answer.kind}" is no kind of the stop "${answer.stage}".`)
}

/** The very same press, arriving again: it has been recorded, and nothing more is to be done. Pressed anew without Shift, it settles the stop. */
const isRepeated = async (write: ReviewWrite, { groupId, answer }: AnswerGiven): Promise<boolean> => {
  const group = await readGroup(write.tx, groupId)
  const first = group?.looks[0]
  if (group === null || first === undefined || first.by !== write.permit.by || answer.sort !== 'link') return false
  const place = placeOfLink(write.permit.by, first.pointId, answer.passageId, answer.kind)
  if (!answer.isStaying && !group.settled.has(answer.stage)) return false
  return (await findPlace(write.tx, group.round === 'first' ? place : `${group.round} ${place}`)) !== null
}

const isUnsettled = (group: DeskGroup, answer: Answer): boolean =>
  !group.isSetAside && (answer.sort === 'judgement' || !group.settled.has(answer.stage))

const writeAnswer = async (write: ReviewWrite, given: AnswerGiven): Promise<AnswerTaken> => {
  const { answer, groupId, words } = given
  if (await isRepeated(write, given))
    return { status: 'recorded', queue: (await readGroup(write.tx, groupId))?.queue ?? '' }
  const group = await openGroup(write.tx, groupId, write.permit.by)
  if (!isUnsettled(group, answer))
    throw new AppError('conflict', 'This stop is settled already. Undo it first, then judge it again.')
  const held = await readHeldDocuments(write.tx, write.consultationId)
  await checkAnswer(write, answer, held)
  const [actionId, at] = [write.deps.newId(), write.deps.clock.now()]
  const { consultationId, permit } = write
  const stage = answer.sort === 'judgement' ? null : answer.stage
  const what = answer.sort === 'link' ? 'confirm' : answer.sort === 'nothing' ? 'nothing' : 'set-aside'
  const placed = recordsOf(write, group, given, held)
  // The action first: blind records lean on it.
  await insertAction(
    write.tx,
    { id: actionId, consultationId, groupId, by: permit.by, at, what, stage, settles: Number(settles(answer)), words },
    placed.map(({ kind, record }) => ({
      pointId: record.pointId,
      subjectKind: kind as JudgedKind,
      subjectId: record.id,
    })),
  )
  write.keep('review-action', [actionId])
  await keep(write, group, actionId, placed)
  await writeLooks(write.tx, groupId, ['open'], { touchedAt: at })
  return settleWhenDone(write, groupId, held)
}

const settleWhenDone = async (
  write: ReviewWrite,
  groupId: string,
  held: ReadonlyMap<Stage, readonly Document[]>,
): Promise<AnswerTaken> => {
  const group = await openGroup(write.tx, groupId, write.permit.by)
  const { links } = await readRound(write.tx, group.pointIds.slice(0, 1), group.round)
  const isDone = group.isSetAside || stopsOf(held, links).every(stage => group.settled.has(stage))
  if (isDone) await finishLooks(write, group)
  return { status: isDone ? 'settled' : 'recorded', queue: group.queue }
}

/** Takes what a person says about the points on their desk: one record for each point, in one transaction. */
export const recordAnswer = (deps: Deps, actor: Actor, scope: ReviewScope, given: AnswerGiven): Promise<AnswerTaken> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, write =>
    writeAnswer(write, given),
  )

const nothingLeft = async (write: ReviewWrite, groupId: string): Promise<AnswerTaken> => {
  const group = await openGroup(write.tx, groupId, write.permit.by)
  const held = await readHeldDocuments(write.tx, write.consultationId)
  if (held.has('plan') && !group.settled.has('plan'))
    throw new AppError('conflict', 'How it stands to the plan comes first.')
  const { links } = await readRound(write.tx, group.pointIds.slice(0, 1), group.round)
  let taken: AnswerTaken = { status: 'recorded', queue: group.queue }
  for (const stage of stopsOf(held, links).filter(stage => !group.settled.has(stage)))
    taken = await writeAnswer(write, { groupId, answer: { sort: 'nothing', stage }, terms: [], words: 'nothing' })
  return taken
}

/** Nothing at any stop that is left: a search of each, all in one transaction. Each is undone by itself. */
export const recordNothingLeft = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  groupId: string,
): Promise<AnswerTaken> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, write =>
    nothingLeft(write, groupId),
  )
