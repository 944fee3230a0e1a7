import { insertNote, writeLooks } from '../../../data/store/review.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import { openGroup } from './desk-group.ts'
import type { ReviewScope } from './review-scope.ts'
import { writeReview } from './write-review.ts'

const LONGEST_NOTE_CHARACTERS = 2_000

/** Keeps a note, or a flag that asks others to look, with a point. Notes are for the desk alone: they can quote people. */
export const notePoint = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly number: number; readonly kind: 'note' | 'flag'; readonly text: string },
): Promise<void> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const point = await findByNumber(write.tx, 'point', write.consultationId, given.number)
    if (point === null) throw new AppError('not-found', `There is no point ${given.number}.`)
    const text = given.text.trim()
    if (given.kind === 'note' && text === '')
      throw new AppError('refused', 'The note is empty. Write something, or go back.')
    if (text.length > LONGEST_NOTE_CHARACTERS)
      throw new AppError('refused', `The note is too long. At most ${LONGEST_NOTE_CHARACTERS} characters.`)
    const { consultationId, permit } = write
    const signed = { id: deps.newId(), consultationId, pointId: point.id, by: permit.by, at: deps.clock.now() }
    await insertNote(write.tx, { ...signed, kind: given.kind, text })
    write.keep('review-note', [signed.id])
  })

/** Leaves a point for somebody else, or for later. What was recorded about it stands. Gives back the queue it came from. */
export const skipPoint = (deps: Deps, actor: Actor, scope: ReviewScope, groupId: string): Promise<string> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const group = await openGroup(write.tx, groupId, write.permit.by)
    if (group.actions.length > 0)
      throw new AppError('conflict', 'Something is recorded here already. Undo it first, or settle the other stops.')
    await writeLooks(write.tx, groupId, ['open'], { state: 'skipped' })
    return group.queue
  })
