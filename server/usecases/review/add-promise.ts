import { readRecord } from '../../../data/store/records.ts'
import { findRef } from '../../../data/store/review-points.ts'
import { findPassage } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from './review-scope.ts'
import { writeReview } from './write-review.ts'
import { sha256Of } from '../sha256-of.ts'

export interface PromiseGiven {
  readonly passage: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
}

/** Records a step that a decision names: who will do what. The same step of the same passage is recorded once. */
export const addPromise = (deps: Deps, actor: Actor, scope: ReviewScope, given: PromiseGiven): Promise<void> =>
  writeReview(deps, actor, { action: 'point.judge', consultationId: scope.consultation.id }, async write => {
    const passage = await findPassage(write.tx, write.consultationId, given.passage)
    if (passage === null) throw new AppError('bad-request', 'There is no such passage on record.')
    const [text, owner, dueOn] = [given.text.trim(), given.owner.trim(), given.dueOn.trim()]
    if (text === '' || owner === '') throw new AppError('refused', 'Say what will be done, and who will do it.')
    if (dueOn !== '' && (!/^\d{4}-\d{2}-\d{2}$/.test(dueOn) || Number.isNaN(Date.parse(dueOn))))
      throw new AppError('refused', `"${dueOn.slice(0, 40)}" is no date. Write it as 2026-09-24.`)
    const ref = `step-${sha256Of(`${passage.ref}\n${text}\n${owner}`).slice(0, 8)}`
    if ((await findRef(write.tx, 'commitment', write.consultationId, ref)) !== null) return
    const document = await readRecord(write.tx, 'document', passage.documentId)
    const madeOn = document?.publishedOn ?? scope.consultation.decidedOn
    if (madeOn === null)
      throw new AppError('refused', 'The document bears no date, so the promise has none. Date the document first.')
    const { consultationId } = write
    await write.add('commitment', [
      {
        id: deps.newId(),
        ref,
        consultationId,
        text,
        madeOn,
        dueOn: dueOn === '' ? null : dueOn,
        owner,
        passageId: passage.id,
      },
    ])
  })
