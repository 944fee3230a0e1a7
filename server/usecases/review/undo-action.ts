import {
  isHeldInRound,
  leavePlaces,
  markActionUndone,
  readActionRecords,
  readLatestAction,
  releaseOtherLooks,
  writeLooks,
  type ReviewAction,
} from '../../../data/store/review.ts'
import { readRecord } from '../../../data/store/records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import { readGroup, type DeskGroup } from './desk-group.ts'
import type { ReviewScope } from './review-scope.ts'
import type { TakenPoint } from './take-points.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'

const refuseClosed = async (write: ReviewWrite, group: DeskGroup): Promise<void> => {
  if (group.round !== 'first' && group.looks.every(({ state }) => state === 'done'))
    throw new AppError('conflict', 'This second look is finished and compared. It can no longer be taken back.')
  const isTwice = await isHeldInRound(write.tx, group.pointIds, 'second')
  if (group.round === 'first' && isTwice)
    throw new AppError('conflict', 'A second person has begun to check this. It can no longer be taken back.')
}

const undo = async (write: ReviewWrite, action: ReviewAction): Promise<TakenPoint> => {
  const group = await readGroup(write.tx, action.groupId)
  if (group === null || group.looks.length === 0)
    throw new AppError('conflict', 'This point is no longer on your desk.')
  await refuseClosed(write, group)
  const records = await readActionRecords(write.tx, action.id)
  if (group.round === 'first') await write.retract(await standing(write, records), 'Taken back by the same person.')
  else
    await leavePlaces(
      write.tx,
      records.map(({ subjectId }) => subjectId),
    )
  await markActionUndone(write.tx, action.id, write.deps.clock.now())
  write.keep('review-action', [action.id])
  // One group lies on the desk at a time: what was given out since goes back.
  await releaseOtherLooks(write.tx, write.consultationId, write.permit.by, group.id)
  await writeLooks(write.tx, group.id, ['done'], { state: 'open', touchedAt: write.deps.clock.now() })
  const point = await readRecord(write.tx, 'point', group.pointIds[0] ?? '')
  return { number: point?.number ?? null }
}

const standing = async (write: ReviewWrite, records: Awaited<ReturnType<typeof readActionRecords>>) => {
  const found = []
  for (const { subjectKind, subjectId } of records)
    if ((await readRecord(write.tx, subjectKind, subjectId)) !== null) found.push({ subjectKind, subjectId })
  return found
}

/** Takes back the last thing this person did here. Adds a retraction to each record; erases none. */
export const undoAction = (deps: Deps, actor: Actor, scope: ReviewScope): Promise<TakenPoint> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const action = await readLatestAction(write.tx, write.consultationId, write.permit.by)
    if (action === null) throw new AppError('conflict', 'There is nothing left to undo.')
    return undo(write, action)
  })
