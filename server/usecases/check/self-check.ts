import { insertSelfCheck, readSelfCheck, writeSelfCheck } from '../../../data/store/releases.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview, type ReviewWrite } from '../review/write-review.ts'

const openCheckOf = async (write: ReviewWrite) => {
  const check = await readSelfCheck(write.tx, write.consultationId)
  if (check === null) throw new AppError('conflict', 'The council has not been asked to check this first.')
  return check
}

/** An editor lets the body check its own records first: nothing is published until the body says so, or the editor calls it off. */
export const openSelfCheck = (deps: Deps, actor: Actor, { consultation }: ReviewScope): Promise<void> =>
  writeReview(deps, actor, { action: 'check.open', consultationId: consultation.id }, async write => {
    const check = {
      id: deps.newId(),
      consultationId: consultation.id,
      openedAt: deps.clock.now(),
      openedBy: write.permit.by,
    }
    write.keep('self-check', [check.id])
    if (!(await insertSelfCheck(write.tx, check)))
      throw new AppError('conflict', 'The council is checking this already.')
  })

/** Called off: it can be published without the body's word, and "Checked by the council first" is not said. */
export const callOffSelfCheck = (deps: Deps, actor: Actor, { consultation }: ReviewScope): Promise<void> =>
  writeReview(deps, actor, { action: 'check.open', consultationId: consultation.id }, async write => {
    const check = await openCheckOf(write)
    await writeSelfCheck(write.tx, check.id, { endedAt: deps.clock.now(), endedBy: write.permit.by })
    write.keep('self-check', [check.id])
  })

/** The body says that it may be published. */
export const finishSelfCheck = (deps: Deps, actor: Actor, { consultation }: ReviewScope): Promise<void> =>
  writeReview(deps, actor, { action: 'check.finish', consultationId: consultation.id }, async write => {
    const check = await openCheckOf(write)
    if (check.readyAt !== null) throw new AppError('conflict', 'The council has said so already.')
    await writeSelfCheck(write.tx, check.id, { readyAt: deps.clock.now(), readyBy: write.permit.by })
    write.keep('self-check', [check.id])
  })

/** The plain fact for public pages: the day on which the body said so, or null. */
export const checkedByCouncilOn = async (deps: Deps, consultationId: string): Promise<string | null> =>
  (await readSelfCheck(deps.store.reader, consultationId))?.readyAt?.slice(0, 10) ?? null
